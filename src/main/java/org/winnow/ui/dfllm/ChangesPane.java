package org.winnow.ui.dfllm;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.winnow.dfllm.ask.AnswerChanges;
import org.winnow.dfllm.ask.AnswerChanges.Change;
import org.winnow.dfllm.ask.AnswerChanges.Outcome;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** How answers have changed as a picture: a row for each kind of change, as thick as it is frequent; then the answers. */
final class ChangesPane extends VBox {
    private static final double THICKEST = 26;
    private static final double THINNEST = 3;
    private static final int LISTED = 50;

    private record Kind(Outcome before, Outcome now) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int by = before.compareTo(other.before);
            return by == 0 ? now.compareTo(other.now) : by;
        }
    }

    private final Texts texts;

    /** @param save keeps the picture */
    ChangesPane(AnswerChanges changes, Texts texts, Consumer<AnswerChanges> save) {
        super(10);
        this.texts = texts;
        setId("changes");
        getChildren().addAll(Labels.heading(texts.get("language.changes")), Labels.wrapped(changes.summary(), "muted"));
        if (!changes.changes().isEmpty()) {
            getChildren()
                    .addAll(
                            picture(changes.changes()),
                            Buttons.plain(
                                    "changes-save", texts.get("language.changes.save"), () -> save.accept(changes)));
        }
        changes.changes().stream()
                .filter(c -> !c.same())
                .limit(LISTED)
                .map(this::answer)
                .forEach(getChildren()::add);
    }

    private GridPane picture(List<Change> changes) {
        Map<Kind, Long> kinds = changes.stream()
                .collect(Collectors.groupingBy(
                        c -> new Kind(c.before().outcome(), c.now().outcome()), TreeMap::new, Collectors.counting()));
        long most = kinds.values().stream().mapToLong(Long::longValue).max().orElse(1);
        GridPane grid = new GridPane(12, 8);
        grid.setId("changes-picture");
        grid.setMaxWidth(720);
        ColumnConstraints words = new ColumnConstraints(170, 190, 230);
        ColumnConstraints bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(words, bars, words);
        grid.addRow(
                0,
                Labels.muted(texts.get("language.changes.before")),
                new Label(),
                Labels.muted(texts.get("language.changes.now")));
        kinds.forEach(
                (kind, n) -> grid.addRow(grid.getRowCount(), named(kind.before()), bar(n, most), named(kind.now())));
        return grid;
    }

    private static Node named(Outcome outcome) {
        String style =
                switch (outcome) {
                    case RIGHT, JUDGED_RIGHT -> "include";
                    case OTHER, JUDGED_WRONG -> "exclude";
                    default -> "none";
                };
        return Labels.pill(outcome.words(), style);
    }

    private static Node bar(long n, long most) {
        Region bar = new Region();
        bar.getStyleClass().add("change-bar");
        double thick = Math.max(THINNEST, THICKEST * n / most);
        bar.setMinHeight(thick);
        bar.setMaxHeight(thick);
        Label count = new Label(Long.toString(n));
        count.getStyleClass().add("change-count");
        StackPane both = new StackPane(bar, count);
        both.setAlignment(Pos.CENTER);
        return both;
    }

    private Node answer(Change change) {
        VBox card = new VBox(
                4,
                Labels.wrapped(change.question(), "heading"),
                Labels.wrapped(texts.get(
                        "language.changes.was",
                        change.before().outcome().words(),
                        change.before().says())),
                Labels.wrapped(texts.get(
                        "language.changes.is",
                        change.now().outcome().words(),
                        change.now().says())));
        card.getStyleClass().add("card");
        card.setMinHeight(USE_PREF_SIZE);
        return card;
    }
}
