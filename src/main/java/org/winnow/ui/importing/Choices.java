package org.winnow.ui.importing;

import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Boxes to choose one of a few values that are never typed. */
final class Choices {
    private Choices() {}

    static <T extends @Nullable Object> ChoiceBox<T> of(String id, List<T> values, Function<T, String> words) {
        ChoiceBox<T> box = new ChoiceBox<>(FXCollections.observableArrayList(values));
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(converter(words));
        return box;
    }

    private static <T extends @Nullable Object> StringConverter<T> converter(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("choices are never typed");
            }
        };
    }

    /** Asks anew for the words of its values. */
    static <T extends @Nullable Object> void redraw(ChoiceBox<T> box) {
        StringConverter<T> words = box.getConverter();
        box.setConverter(converter(words::toString));
    }
}
