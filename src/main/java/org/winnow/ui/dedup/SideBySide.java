package org.winnow.ui.dedup;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.store.Records.Origin;
import org.winnow.ui.dedup.DuplicatesModel.Sides;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Two records field by field; where they differ, both fields have another ground. */
final class SideBySide extends GridPane {
    private record Field(String key, Function<BibRecord, String> value) {}

    private static final List<Field> FIELDS = List.of(
            new Field("title", BibRecord::title),
            new Field("authors", r -> r.authors().stream().map(Author::display).collect(Collectors.joining("; "))),
            new Field("year", r -> Objects.toString(r.year(), "")),
            new Field("journal", BibRecord::journal),
            new Field("volume", r -> r.volume() + (r.issue().isEmpty() ? "" : " (" + r.issue() + ")")),
            new Field("pages", BibRecord::pages),
            new Field("doi", r -> Objects.toString(r.doi(), "")),
            new Field("pmid", BibRecord::pmid),
            new Field("abstract", BibRecord::abstractText));

    private final Texts texts;

    SideBySide(Texts texts) {
        this.texts = texts;
        getStyleClass().add("compare");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(43);
        half.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, half, half);
    }

    void show(Sides sides) {
        getChildren().clear();
        addRow(0, new Label(), origin(sides.leftOrigin()), origin(sides.rightOrigin()));
        int row = 1;
        for (Field field : FIELDS) {
            String left = field.value().apply(sides.left());
            String right = field.value().apply(sides.right());
            if (!left.isEmpty() || !right.isEmpty()) {
                Label name = new Label(texts.get("duplicates.field." + field.key()));
                name.getStyleClass().add("field-name");
                GridPane.setValignment(name, VPos.TOP);
                boolean differ = !plain(left).equals(plain(right));
                addRow(row++, name, value(left, differ), value(right, differ));
            }
        }
    }

    private Label origin(Origin origin) {
        return Labels.wrapped(texts.get("duplicates.origin", origin.source(), Long.toString(origin.line())), "heading");
    }

    private static Label value(String text, boolean differs) {
        Label label = Labels.wrapped(text.isEmpty() ? "–" : text, "compared");
        if (differs) {
            label.getStyleClass().add("differs");
        }
        label.setMaxWidth(Double.MAX_VALUE);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    /** Case, punctuation and spaces make no difference that a person should look at. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
