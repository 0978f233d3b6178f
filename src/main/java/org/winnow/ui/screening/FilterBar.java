package org.winnow.ui.screening;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.TextFields;
import org.winnow.model.Source;
import org.winnow.model.Tag;
import org.winnow.ui.kit.Texts;

/** What narrows and orders the list: words, own verdicts, tags, sources, order. */
final class FilterBar extends VBox {
    private final Filters filters;
    private final Texts texts;
    private final TextField search = TextFields.createClearableTextField();
    private final SeveralOf<Tag> tags;
    private final SeveralOf<Source> sources;

    FilterBar(ScreeningModel model, Texts texts) {
        this.filters = model.filters();
        this.texts = texts;
        getStyleClass().add("filter-bar");
        tags = new SeveralOf<>("filter-tag", texts.get("screening.filter.tag"), Tag::name, n -> tagWords(n));
        sources = new SeveralOf<>(
                "filter-source", texts.get("screening.filter.source"), Source::name, n -> sourceWords(n));
        getChildren().addAll(search(), new HBox(6, show(), order()), new HBox(6, sources.box(), tags.box()));
        tags.onChange(chosen -> filters.tagsProperty().set(ids(chosen, Tag::id)));
        sources.onChange(chosen -> filters.sourcesProperty().set(ids(chosen, Source::id)));
        filters.tagsProperty().subscribe(now -> tags.choose(t -> now.contains(t.id())));
        filters.sourcesProperty().subscribe(now -> sources.choose(s -> now.contains(s.id())));
        model.surroundingsProperty().subscribe(now -> {
            tags.offer(now.tags(), t -> filters.tagsProperty().get().contains(t.id()));
            sources.offer(now.sources(), s -> filters.sourcesProperty().get().contains(s.id()));
        });
    }

    private static <T, I> Set<I> ids(List<T> chosen, Function<T, I> id) {
        return chosen.stream().map(id).collect(Collectors.toSet());
    }

    private String tagWords(int chosen) {
        return chosen == 0 ? texts.get("screening.filter.anyTag") : texts.get("screening.filter.tags", chosen);
    }

    private String sourceWords(int chosen) {
        return chosen == 0 ? texts.get("screening.filter.anySource") : texts.get("screening.filter.sources", chosen);
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private TextField search() {
        search.setId("search");
        search.setPromptText(texts.get("screening.search"));
        search.setAccessibleText(texts.get("screening.search"));
        search.textProperty().bindBidirectional(filters.textProperty());
        return search;
    }

    private ChoiceBox<Show> show() {
        ChoiceBox<Show> show = new ChoiceBox<>(FXCollections.observableArrayList(Show.values()));
        show.setConverter(named(s -> texts.get(s.key())));
        show.valueProperty().bindBidirectional(filters.showProperty());
        return named(show, "filter-show", texts.get("screening.filter.show"));
    }

    private ChoiceBox<ListOrder> order() {
        ChoiceBox<ListOrder> order = new ChoiceBox<>(FXCollections.observableArrayList(ListOrder.values()));
        order.setConverter(named(o -> texts.get(o.key())));
        order.valueProperty().bindBidirectional(filters.orderProperty());
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
