package org.winnow.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.ui.kit.Screen;

/** The way through a review, stage by stage, as buttons; what is left to do stands beside each. */
public final class Rail extends ScrollPane {
    /** The names of the sections. */
    public interface Names {
        String of(Screen.Section section);
    }

    private static final double WIDTH = 228;

    private final Map<String, ToggleButton> buttons = new HashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final Consumer<String> go;

    Rail(String title, String file, List<Screen> screens, Names names, Consumer<String> go) {
        this.go = go;
        VBox way = new VBox();
        way.getStyleClass().add("rail");
        setId("rail");
        getStyleClass().add("rail-scroll");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setContent(way);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Label review = new Label(title);
        review.getStyleClass().add("rail-review");
        review.setWrapText(true);
        // Three lines at most, and fewer where the screens need the room.
        review.setMaxHeight(58);
        Label where = new Label(file);
        where.getStyleClass().add("rail-file");
        way.getChildren().addAll(review, where);
        Screen.Section section = null;
        for (Screen screen : screens) {
            if (screen.section() != section) {
                section = screen.section();
                Label name = new Label(names.of(section));
                name.getStyleClass().add("rail-section");
                way.getChildren().add(name);
            }
            way.getChildren().add(button(screen));
        }
    }

    private ToggleButton button(Screen screen) {
        Label name = new Label(screen.title());
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label badge = new Label();
        badge.getStyleClass().add("rail-badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        badge.textProperty().bind(screen.badge());
        HBox line = new HBox(8, new FontIcon(screen.icon()), name, badge);
        line.setPrefWidth(WIDTH - 36);
        ToggleButton button = new ToggleButton("", line);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("go-" + screen.id());
        button.setAccessibleText(screen.title());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.setOnAction(e -> {
            button.setSelected(true);
            go.accept(screen.id());
        });
        buttons.put(screen.id(), button);
        return button;
    }

    void select(String id) {
        ToggleButton button = buttons.get(id);
        if (button != null) {
            button.setSelected(true);
            bring(button);
        }
    }

    /** Scrolls as far as is needed to see a button. */
    private void bring(ToggleButton button) {
        double seen = getViewportBounds().getHeight();
        double hidden = getContent().getLayoutBounds().getHeight() - seen;
        Bounds place = button.getBoundsInParent();
        if (hidden > 0) {
            double top = getVvalue() * hidden;
            double least = place.getMaxY() - seen;
            setVvalue(Math.max(Math.min(top, place.getMinY()), least) / hidden);
        }
    }
}
