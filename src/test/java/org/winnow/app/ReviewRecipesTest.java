package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.dfllm.card.Runs;
import org.winnow.dfllm.card.TakenModels.TakenModel;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.Items;
import org.winnow.dfllm.dataset.Level;
import org.winnow.dfllm.recipe.Recipe;
import org.winnow.dfllm.recipe.RecipeSettings;
import org.winnow.dfllm.recipe.RecipeSettings.Method;
import org.winnow.dfllm.recipe.RecipeSettings.Objective;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** A recipe straight from the review, and what came of it back into the review. */
class ReviewRecipesTest {
    private static final byte[] TENSORS = {
        0x21, 0, 0, 0, 0, 0, 0, 0, '{', '"', 'a', '"', ':', '{', '"', 'd', 'a', 't', 'a', '_', 'o', 'f', 'f', 's', 'e',
        't', 's', '"', ':', '[', '0', ',', '0', ']', '}', '}', ' ', ' ', ' ', ' ', ' '
    };

    @TempDir
    private Path folder;

    @Test
    void aRecipeIsWrittenWithItsDatasetAndTheAdapterThatComesBackIsListed() throws Exception {
        try (Review review = TestReview.create(folder, "Ada")) {
            // Some are drawn for validation and test, which of them by chance.
            review.write(Items.put(IntStream.range(0, 40)
                    .mapToObj(i -> Item.written(
                            Level.REVIEW, "How many? " + i, "Forty-two.", null, null, List.of(), "Ada", Instant.EPOCH))
                    .toList()));
            ReviewRecipes recipes = new ReviewRecipes(review, folder.resolve("cache"));
            Path recipe = folder.resolve("recipe");

            int files = recipes.write(
                    RecipeSettings.usual("maker/model", Method.LORA, Objective.SFT), recipe, Progress.NONE);

            assertThat(files).isBetween(10, 12);
            assertThat(recipe.resolve("dataset").resolve("dataset.json")).exists();
            assertThat(Files.readString(recipe.resolve("trl/data/train.jsonl"))).contains("Forty-two.");
            assertThat(Runs.newest(review, Runs.DATASET)).isPresent();

            Path adapter = Files.createDirectory(folder.resolve("adapter"));
            Files.writeString(
                    adapter.resolve("adapter_config.json"),
                    "{\"base_model_name_or_path\": \"maker/model\", \"r\": 16, \"lora_alpha\": 32}");
            Path weights = Files.write(adapter.resolve("adapter_model.safetensors"), TENSORS);
            recipes.take(recipe.resolve(Recipe.PROVENANCE), weights, null, "");

            assertThat(recipes.taken()).singleElement().satisfies(m -> {
                assertThat(m.base()).isEqualTo("maker/model");
                assertThat(m.way()).isEqualTo("lora, sft");
                assertThat(m.evaluation()).isEmpty();
                assertThat(m).returns(false, TakenModel::runs).returns(weights, TakenModel::where);
            });
        }
    }
}
