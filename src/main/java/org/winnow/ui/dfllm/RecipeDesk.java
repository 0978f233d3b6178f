package org.winnow.ui.dfllm;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.card.TakenModels.TakenModel;
import org.winnow.dfllm.recipe.RecipeSettings;
import org.winnow.work.Progress;

/** Tuning a larger model elsewhere, as the whole program knows it. */
public interface RecipeDesk {
    /**
     * Writes a recipe with the dataset that it is made of.
     *
     * @return how many files the folder got
     */
    int write(RecipeSettings settings, Path folder, Progress progress) throws Exception;

    /**
     * Takes in what came back.
     *
     * @param result the adapter's weights or folder, or a GGUF file
     * @param evaluation null where there is none
     */
    void take(Path recipe, Path result, @Nullable Path evaluation, String licence) throws Exception;

    /** What was taken in, the newest first. */
    List<TakenModel> taken();
}
