package org.winnow.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.card.TakenModels;
import org.winnow.dfllm.card.TakenModels.TakenModel;
import org.winnow.dfllm.recipe.Recipe;
import org.winnow.dfllm.recipe.RecipeSettings;
import org.winnow.dfllm.recipe.Taken;
import org.winnow.report.Reporting;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.tuning.RenewData;
import org.winnow.ui.dfllm.RecipeDesk;
import org.winnow.work.Progress;
import org.winnow.work.WholeFile;

/** Recipes for tuning elsewhere, made of the dataset as it is now, which is put on record. */
record ReviewRecipes(Review review, Path cache) implements RecipeDesk {
    private static final String DATASET = "dataset";

    @Override
    public int write(RecipeSettings settings, Path folder, Progress progress) throws IOException {
        RenewData data = RenewData.of(review, cache, progress);
        Path dataset = folder.resolve(DATASET);
        WholeFile.writeAll(dataset, data.files());
        Map<String, byte[]> files = Recipe.files(settings, dataset, Reporting.program());
        WholeFile.writeAll(folder, files);
        review.write(Op.together("model-run", data.records()));
        return files.size();
    }

    @Override
    public void take(Path recipe, Path result, @Nullable Path evaluation, String licence) throws IOException {
        review.write(TakenModels.take(Taken.of(result, recipe, evaluation, licence), result));
    }

    @Override
    public List<TakenModel> taken() {
        return TakenModels.all(review);
    }
}
