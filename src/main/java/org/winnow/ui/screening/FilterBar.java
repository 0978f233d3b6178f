package org.winnow.ui.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Source;
import org.winnow.model.SourceId;
import org.winnow.model.Tag;
import org.winnow.model.TagId;
import org.winnow.store.RecordQuery.Order;
import org.winnow.ui.kit.Texts;

/** What narrows and orders the list: words, own verdicts, tag, source, order. */
final class FilterBar extends VBox {
    /** A choice in a list, and what it stands for; null stands for all. */
    private record Choice<T>(@Nullable T value, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final ScreeningModel model;
    private final Texts texts;
    private final TextField search = TextFields.createClearableTextField();
    private final ChoiceBox<Choice<TagId>> tag = new ChoiceBox<>();
    private final ChoiceBox<Choice<SourceId>> source = new ChoiceBox<>();

    FilterBar(ScreeningModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("filter-bar");
        getChildren().addAll(search(), new HBox(6, show(), order()), new HBox(6, source, tag));
        named(tag, "filter-tag", texts.get("screening.filter.tag"));
        named(source, "filter-source", texts.get("screening.filter.source"));
        tag.valueProperty().subscribe(c -> model.tagProperty().set(c == null ? null : c.value()));
        source.valueProperty().subscribe(c -> model.sourceProperty().set(c == null ? null : c.value()));
        model.surroundingsProperty().subscribe(now -> offer(now.tags(), now.sources()));
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private TextField search() {
        search.setId("search");
        search.setPromptText(texts.get("screening.search"));
        search.setAccessibleText(texts.get("screening.search"));
        search.textProperty().bindBidirectional(model.textProperty());
        return search;
    }

    private ChoiceBox<Show> show() {
        ChoiceBox<Show> show = new ChoiceBox<>(FXCollections.observableArrayList(Show.values()));
        show.setConverter(named(s -> texts.get(s.key())));
        show.valueProperty().bindBidirectional(model.showProperty());
        return named(show, "filter-show", texts.get("screening.filter.show"));
    }

    private ChoiceBox<Order> order() {
        ChoiceBox<Order> order = new ChoiceBox<>(FXCollections.observableArrayList(Order.values()));
        order.setConverter(named(o -> texts.get("order." + o.name().toLowerCase(Locale.ROOT))));
        order.valueProperty().bindBidirectional(model.orderProperty());
        return named(order, "filter-order", texts.get("screening.filter.order"));
    }

    private static <T> ChoiceBox<T> named(ChoiceBox<T> box, String id, String text) {
        box.setId(id);
        box.setAccessibleText(text);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setPrefWidth(120);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /** Offers what the review has now, keeping what is chosen. */
    private void offer(List<Tag> tags, List<Source> sources) {
        List<Choice<TagId>> tagChoices = new ArrayList<>();
        tagChoices.add(new Choice<>(null, texts.get("screening.filter.anyTag")));
        tags.forEach(t -> tagChoices.add(new Choice<>(t.id(), t.name())));
        replace(tag, tagChoices);
        List<Choice<SourceId>> sourceChoices = new ArrayList<>();
        sourceChoices.add(new Choice<>(null, texts.get("screening.filter.anySource")));
        sources.forEach(s -> sourceChoices.add(new Choice<>(s.id(), s.name())));
        replace(source, sourceChoices);
    }

    private static <T> void replace(ChoiceBox<Choice<T>> box, List<Choice<T>> now) {
        if (!box.getItems().equals(now)) {
            Choice<T> chosen = box.getValue();
            box.getItems().setAll(now);
            box.setValue(chosen != null && now.contains(chosen) ? chosen : now.get(0));
        }
    }

    private interface Name<T> {
        String of(T value);
    }

    private static <T> StringConverter<T> named(Name<T> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.of(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("choices are never typed");
            }
        };
    }
}
