package org.winnow.ui.importing;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.winnow.model.SourceKind;

/** What a person says of the search that gave a file. */
final class SearchWords {
    private final StringProperty source = new SimpleStringProperty("");
    private final ObjectProperty<SourceKind> kind = new SimpleObjectProperty<>(SourceKind.DATABASE);
    private final StringProperty date = new SimpleStringProperty("");
    private final StringProperty hits = new SimpleStringProperty("");
    private final StringProperty query = new SimpleStringProperty("");
    private final BooleanProperty decisionsSaid = new SimpleBooleanProperty(true);
    private String suggested = "";

    StringProperty sourceProperty() {
        return source;
    }

    ObjectProperty<SourceKind> kindProperty() {
        return kind;
    }

    /** ISO 8601: yyyy-mm-dd, yyyy-mm or yyyy. */
    StringProperty dateProperty() {
        return date;
    }

    StringProperty hitsProperty() {
        return hits;
    }

    StringProperty queryProperty() {
        return query;
    }

    /** Whether it has been said of all decisions in the file whose they are, if they are wanted. */
    BooleanProperty decisionsSaidProperty() {
        return decisionsSaid;
    }

    /** Names the source, unless somebody has named it already. */
    void suggest(String name) {
        if (source.get().isBlank() || source.get().equals(suggested)) {
            source.set(name);
        }
        suggested = name;
    }

    /** Whether everything is written as it can be kept. */
    boolean right() {
        return !source.get().isBlank()
                && decisionsSaid.get()
                && SourceChecks.date(date.get().strip())
                && SourceChecks.count(hits.get().strip());
    }
}
