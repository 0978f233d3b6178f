package org.winnow.ui.ranking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.ranking.InsightModel.Part;

/** A choice of four parts at the top, the chosen one below. */
final class InsightView extends BorderPane {
    private final Texts texts;
    private final Navigator navigator;
    private final Map<Part, ToggleButton> choices = new EnumMap<>(Part.class);
    private final Map<Part, Node> panes = new EnumMap<>(Part.class);
    private final Label explanation = Labels.wrapped("", "muted");

    InsightView(InsightModel model, Texts texts, Navigator navigator, OpenRecord door) {
        this.texts = texts;
        this.navigator = navigator;
        getStyleClass().add("screen");
        setId("insight");
        List<ToggleButton> all = new ArrayList<>();
        for (Part part : Part.values()) {
            ToggleButton choice = Buttons.toggle("insight-" + part.key(), texts.get("insight." + part.key()));
            choice.setOnAction(e -> model.partProperty().set(part));
            choices.put(part, choice);
            all.add(choice);
        }
        HBox choice = new HBox(Buttons.segmented(all.toArray(ToggleButton[]::new)));
        choice.getStyleClass().add("screen-filter");
        setTop(new VBox(Labels.header(texts.get("insight.title"), explanation), choice));
        model.partProperty().subscribe(part -> {
            choices.get(part).setSelected(true);
            explanation.setText(texts.get("insight." + part.key() + ".explanation"));
            setCenter(panes.computeIfAbsent(part, p -> pane(p, model, door)));
        });
    }

    private Node pane(Part part, InsightModel model, OpenRecord door) {
        return switch (part) {
            case TERMS -> new TermsPane(model, texts, empty(part));
            case VERDICTS -> new DoubtsPane(model, texts, door, empty(part));
            case ALIKE -> new AlikePane(model, texts, door, empty(part));
            case MAP -> new MapPane(model, texts, door, empty(part));
        };
    }

    /** What a part shows where it has nothing to show. */
    private Supplier<Node> empty(Part part) {
        return () -> new EmptyState(
                "insight-empty",
                Feather.EYE,
                texts.get("insight.empty.headline"),
                texts.get("insight." + part.key() + ".empty"),
                Buttons.primary(
                        "insight-leads-on", texts.get("stopping.empty.action"), () -> navigator.go("title-abstract")));
    }
}
