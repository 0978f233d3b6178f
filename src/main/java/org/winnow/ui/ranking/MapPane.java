package org.winnow.ui.ranking;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.WrappedCell;
import org.winnow.ui.ranking.InsightModel.Drawn;

/** The groups on the left, the map with its legend beside them; a point says its title and opens its record. */
final class MapPane extends StackPane {
    private static final double GROUPS = 270;
    private static final double DOT = 5;

    private final Texts texts;
    private final Supplier<Node> empty;
    private final ListView<Integer> groups = new ListView<>();
    private final Label title = Labels.muted("");
    private final MapCanvas canvas;
    private final BorderPane desk = new BorderPane();
    private @Nullable Drawn drawn;

    MapPane(InsightModel model, Texts texts, OpenRecord door, Supplier<Node> empty) {
        this.texts = texts;
        this.empty = empty;
        Circle includes = dot("map-include");
        Circle excludes = dot("map-exclude");
        Circle unread = dot("map-unread");
        HBox legend = new HBox(
                6,
                includes,
                new Label(texts.get("insight.map.included")),
                excludes,
                new Label(texts.get("insight.map.excluded")),
                unread,
                new Label(texts.get("insight.map.unread")));
        legend.setAlignment(Pos.CENTER_LEFT);
        canvas = new MapCanvas(includes, excludes, unread, door, this::point);
        canvas.setAccessibleText(texts.get("insight.map.explanation"));
        title.setId("map-title");
        title.setMinWidth(0);
        VBox foot = new VBox(4, title, legend);
        foot.getStyleClass().add("map-foot");
        desk.setLeft(list());
        desk.setCenter(canvas);
        desk.setBottom(foot);
        model.mapProperty().subscribe(this::show);
    }

    private static Circle dot(String style) {
        Circle dot = new Circle(DOT);
        dot.getStyleClass().add(style);
        return dot;
    }

    private Node list() {
        groups.setId("map-groups");
        groups.setAccessibleText(texts.get("insight.map.groups"));
        groups.getStyleClass().addAll("record-list", "side");
        groups.setPrefWidth(GROUPS);
        groups.setCellFactory(l -> new GroupCell());
        groups.getSelectionModel().selectedItemProperty().subscribe(g -> canvas.highlight(g == null ? -1 : g));
        return groups;
    }

    private void point(int record) {
        Drawn now = drawn;
        if (now == null || record < 0) {
            title.setText(texts.get("insight.map.hint"));
        } else {
            String words = now.records().documents().get(record).title();
            title.setText(words.isEmpty() ? texts.get("screening.untitled") : words);
        }
    }

    private void show(@Nullable Drawn now) {
        drawn = now;
        if (now == null) {
            getChildren().setAll(Labels.muted(texts.get("insight.working.map")));
        } else if (now.records().size() == 0) {
            getChildren().setAll(empty.get());
        } else {
            groups.getItems().clear();
            for (int g = 0; g < now.map().groups().size(); g++) {
                groups.getItems().add(g);
            }
            canvas.show(now);
            point(-1);
            getChildren().setAll(desk);
        }
    }

    /** A group: its terms, and how many of its records are what. */
    private final class GroupCell extends WrappedCell<Integer> {
        private final Label terms = Labels.wrapped("", "row-title");
        private final Label counts = Labels.wrapped("", "row-detail");
        private final VBox words = new VBox(2, terms, counts);
        private final HBox line = new HBox(words);

        GroupCell() {
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
        }

        @Override
        protected void updateItem(@Nullable Integer group, boolean none) {
            super.updateItem(group, none);
            Drawn now = drawn;
            if (none || group == null || now == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            int relevant = 0;
            int irrelevant = 0;
            var labels = now.labels();
            for (int i = 0; i < labels.size(); i++) {
                if (now.map().group()[i] == group) {
                    relevant += labels.relevant(i) ? 1 : 0;
                    irrelevant += labels.known(i) && !labels.relevant(i) ? 1 : 0;
                }
            }
            int size = now.map().groups().get(group).size();
            String named = String.join(", ", now.map().groups().get(group).terms());
            terms.setText(named.isEmpty() ? texts.get("insight.map.unnamed") : named);
            counts.setText(texts.get("insight.map.counts", size, relevant, irrelevant, size - relevant - irrelevant));
            setGraphic(line);
            setAccessibleText(terms.getText() + ". " + counts.getText());
        }
    }
}
