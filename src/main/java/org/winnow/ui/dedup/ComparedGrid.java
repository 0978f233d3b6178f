package org.winnow.ui.dedup;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.MergedRecord.Field;
import org.winnow.ui.dedup.Compared.Column;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.MarkedText;
import org.winnow.ui.kit.Texts;

/**
 * Records side by side, field by field: words that the first lacks or the others lack are marked, and in a group a tick
 * says which record gives the field.
 */
final class ComparedGrid extends GridPane {
    private record Line(Field field, Function<BibRecord, String> value) {}

    private static final double NARROWEST = 140;
    private static final List<Line> LINES = List.of(
            new Line(Field.TITLE, BibRecord::title),
            new Line(
                    Field.AUTHORS,
                    r -> r.authors().stream().map(Author::display).collect(Collectors.joining("; "))),
            new Line(Field.YEAR, r -> Objects.toString(r.year(), "")),
            new Line(Field.JOURNAL, BibRecord::journal),
            new Line(Field.VOLUME, BibRecord::volume),
            new Line(Field.ISSUE, BibRecord::issue),
            new Line(Field.PAGES, BibRecord::pages),
            new Line(Field.DOI, r -> Objects.toString(r.doi(), "")),
            new Line(Field.PMID, BibRecord::pmid),
            new Line(Field.ABSTRACT, BibRecord::abstractText),
            new Line(Field.KEYWORDS, r -> String.join("; ", r.keywords())));

    private final Texts texts;
    private final Consumer<Column> onPick;

    /** @param onPick hears which record of a group was picked by a click on its head */
    ComparedGrid(Texts texts, Consumer<Column> onPick) {
        this.texts = texts;
        this.onPick = onPick;
        getStyleClass().add("compare");
    }

    void show(Compared now, Column picked) {
        getChildren().clear();
        columns(now.columns().size());
        heads(now, picked);
        int row = 1;
        for (Line line : LINES) {
            List<String> values = now.columns().stream()
                    .map(c -> line.value().apply(c.record()))
                    .toList();
            if (values.stream().allMatch(String::isEmpty)) {
                continue;
            }
            Label name = new Label(
                    texts.get("duplicates.field." + line.field().name().toLowerCase(Locale.ROOT)));
            name.getStyleClass().add("field-name");
            GridPane.setValignment(name, VPos.TOP);
            add(name, 0, row);
            int against = Math.max(1, now.columns().indexOf(picked));
            for (int i = 0; i < values.size(); i++) {
                boolean given = now.gives(now.columns().get(i), line.field());
                add(value(values.get(i), values.get(i == 0 ? against : 0), given, now.doubtful()), i + 1, row);
            }
            row++;
        }
    }

    private void columns(int records) {
        getColumnConstraints().clear();
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        getColumnConstraints().add(names);
        for (int i = 0; i < records; i++) {
            ColumnConstraints column = new ColumnConstraints(NARROWEST, NARROWEST, Double.MAX_VALUE);
            column.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(column);
        }
    }

    private void heads(Compared now, Column picked) {
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < now.columns().size(); i++) {
            Column column = now.columns().get(i);
            String origin = texts.get(
                    "duplicates.origin",
                    column.origin().source(),
                    Long.toString(column.origin().line()));
            add(now.doubtful() ? head(column, origin) : pick(now, column, origin, i, group, picked), i + 1, 0);
        }
    }

    private Node head(Column column, String origin) {
        String more = column.standsFor() == 0 ? "" : "  " + texts.get("duplicates.standsFor", column.standsFor());
        return Labels.wrapped(origin + more, "heading");
    }

    /** The head of a record of a group: its number is the key that picks it. */
    private Node pick(Compared now, Column column, String origin, int at, ToggleGroup group, Column picked) {
        boolean keeper = at == 0;
        ToggleButton head = Buttons.toggle("pick-" + (at + 1), origin);
        head.setToggleGroup(group);
        head.setSelected(column.id().equals(picked.id()));
        head.setWrapText(true);
        head.setMaxWidth(Double.MAX_VALUE);
        head.getStyleClass().add("pick");
        head.setGraphic(
                keeper ? Labels.pill(texts.get("duplicates.kept"), "include") : Labels.key(String.valueOf(at + 1)));
        String how = keeper
                ? texts.get("duplicates.kept.long", now.columns().size() - 1)
                : texts.get(column.automatic() ? "duplicates.why.automatic" : "duplicates.why.person", column.why());
        head.setTooltip(new Tooltip(how));
        head.setAccessibleText(origin + ". " + how);
        head.setOnAction(e -> onPick.accept(column));
        return head;
    }

    /** Where one side says nothing at all, the dash shows it and nothing is marked. */
    private Node value(String text, String other, boolean given, boolean pair) {
        MarkedText words = new MarkedText("compared-text");
        boolean both = !text.isEmpty() && !other.isEmpty();
        words.show(text.isEmpty() ? "–" : text, both ? Differences.in(text, other) : List.of());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox cell = new HBox(4, words);
        if (!pair) {
            cell.getChildren().add(0, tick(given));
        }
        cell.getStyleClass().add("compared");
        GridPane.setValignment(cell, VPos.TOP);
        return cell;
    }

    private Node tick(boolean given) {
        FontIcon tick = new FontIcon(Feather.CHECK);
        tick.setVisible(given);
        if (given) {
            tick.setAccessibleText(texts.get("duplicates.given"));
            Tooltip.install(tick, new Tooltip(texts.get("duplicates.given")));
        }
        return tick;
    }
}
