package org.winnow.ui.dfllm;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.card.TakenModels.TakenModel;
import org.winnow.dfllm.recipe.RecipeSettings;
import org.winnow.ui.kit.Jobs;

/** Recipes for larger models, and the models that came back: properties out, commands in. */
final class LargerModel {
    private final Jobs jobs;
    private final RecipeDesk desk;
    private final String reading;
    private final ReadOnlyObjectWrapper<List<TakenModel>> taken = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /** @param reading what the status bar says while papers are read for the dataset */
    LargerModel(Jobs jobs, RecipeDesk desk, String reading) {
        this.jobs = jobs;
        this.desk = desk;
        this.reading = reading;
    }

    /** The models that came back, the newest first. */
    ReadOnlyObjectProperty<List<TakenModel>> takenProperty() {
        return taken.getReadOnlyProperty();
    }

    /** Whether a recipe is being written. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    void load() {
        jobs.latest("models-taken", p -> desk.taken()).then(taken::set);
    }

    /** @param then hears how many files were written */
    void write(RecipeSettings settings, Path folder, IntConsumer then) {
        busy.set(true);
        jobs.run(reading, p -> desk.write(settings, folder, p))
                .then(then::accept)
                .atEnd(() -> busy.set(false));
    }

    void take(Path recipe, Path result, @Nullable Path evaluation, String licence) {
        jobs.inOrder(p -> {
                    desk.take(recipe, result, evaluation, licence);
                    return desk.taken();
                })
                .then(taken::set);
    }
}
