package org.winnow.ui.screening;

import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceId;
import org.winnow.model.Stage;
import org.winnow.model.TagId;
import org.winnow.store.RecordQuery;

/** What narrows and orders the list of the room. */
final class Filters {
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.UNDECIDED);
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Set<TagId>> tags = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Set<SourceId>> sources = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<ListOrder> order = new SimpleObjectProperty<>(ListOrder.IMPORTED);

    ObjectProperty<Show> showProperty() {
        return show;
    }

    StringProperty textProperty() {
        return text;
    }

    /** Tags of which a record has at least one; empty for all records. */
    ObjectProperty<Set<TagId>> tagsProperty() {
        return tags;
    }

    /** Sources from one of which a record comes; empty for all records. */
    ObjectProperty<Set<SourceId>> sourcesProperty() {
        return sources;
    }

    ObjectProperty<ListOrder> orderProperty() {
        return order;
    }

    /** Hears, at once and from then on, that another list is wanted. */
    void subscribe(Runnable action) {
        for (Property<?> filter : List.of(show, tags, sources, order, text)) {
            filter.subscribe(action);
        }
    }

    /** Whether neither words nor tags nor sources keep a record out. */
    boolean open() {
        return text.get().isBlank() && tags.get().isEmpty() && sources.get().isEmpty();
    }

    /** Lets every record of the stage in. */
    void clear() {
        text.set("");
        tags.set(Set.of());
        sources.set(Set.of());
        show.set(Show.ALL);
    }

    /** Lets in what is undecided and carries that tag. */
    void only(TagId tag) {
        text.set("");
        sources.set(Set.of());
        show.set(Show.UNDECIDED);
        tags.set(Set.of(tag));
    }

    RecordQuery query(Stage stage, ReviewerId reviewer) {
        return show.get()
                .in(RecordQuery.at(stage), reviewer)
                .withText(text.get())
                .withTags(tags.get())
                .withSources(sources.get())
                .withOrder(order.get().read());
    }
}
