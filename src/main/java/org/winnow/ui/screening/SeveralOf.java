package org.winnow.ui.screening;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.controlsfx.control.CheckComboBox;

/** A filter of which several can be ticked. Its title is the one that is ticked, or how many are. */
final class SeveralOf<T> {
    private final CheckComboBox<T> box = new CheckComboBox<>();
    private final Function<T, String> name;
    private final IntFunction<String> words;
    private Consumer<List<T>> listener = chosen -> {};
    private boolean quiet;

    /** @param words the title while none or more than one is ticked */
    SeveralOf(String id, String accessible, Function<T, String> name, IntFunction<String> words) {
        this.name = name;
        this.words = words;
        box.setId(id);
        box.setAccessibleText(accessible);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setPrefWidth(120);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("choices are never typed");
            }
        });
        box.getCheckModel().getCheckedItems().addListener((ListChangeListener<T>) change -> ticked());
        title();
    }

    CheckComboBox<T> box() {
        return box;
    }

    /** Hears what is ticked whenever the person changes it. */
    void onChange(Consumer<List<T>> action) {
        listener = action;
    }

    /** Offers these, those ticked that the test is true of. */
    void offer(List<T> now, Predicate<T> chosen) {
        if (!box.getItems().equals(now)) {
            quietly(() -> {
                box.getCheckModel().clearChecks();
                box.getItems().setAll(now);
            });
        }
        choose(chosen);
    }

    /** Ticks those that the test is true of, and no others. */
    void choose(Predicate<T> chosen) {
        quietly(() -> {
            for (T item : box.getItems()) {
                if (chosen.test(item) != box.getCheckModel().isChecked(item)) {
                    box.getCheckModel().toggleCheckState(item);
                }
            }
        });
        title();
    }

    private void quietly(Runnable change) {
        quiet = true;
        change.run();
        quiet = false;
    }

    private void ticked() {
        if (!quiet) {
            title();
            listener.accept(List.copyOf(box.getCheckModel().getCheckedItems()));
        }
    }

    private void title() {
        List<T> ticked = box.getCheckModel().getCheckedItems();
        box.setTitle(ticked.size() == 1 ? name.apply(ticked.get(0)) : words.apply(ticked.size()));
    }
}
