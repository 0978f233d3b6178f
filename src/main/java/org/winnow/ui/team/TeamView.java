package org.winnow.ui.team;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/** Three pages about the team, one at a time. */
final class TeamView extends BorderPane {
    private final ToggleGroup pages = new ToggleGroup();

    TeamView(TeamModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        getStyleClass().add("screen");
        setId("team");
        HBox choice = new HBox(
                page("team-conflicts", texts.get("team.conflicts"), new ConflictsPane(model, texts, navigator)),
                page("team-agreement", texts.get("team.agreement"), new AgreementPane(model, texts, navigator)),
                page("team-apart", texts.get("team.apart"), new ApartPane(model, texts, dialogs)));
        style(choice);
        setTop(Labels.header(texts.get("team.title"), Labels.muted(texts.get("team.explanation")), choice));
        pages.selectToggle(pages.getToggles().get(0));
        model.planProperty().subscribe(plan -> {
            if (plan != null) {
                pages.selectToggle(pages.getToggles().getLast());
            }
        });
    }

    private ToggleButton page(String id, String text, Node content) {
        ToggleButton button = Buttons.toggle(id, text);
        button.setToggleGroup(pages);
        button.selectedProperty().subscribe(now -> {
            if (now) {
                setCenter(content);
            }
        });
        button.setOnAction(e -> button.setSelected(true));
        return button;
    }

    private static void style(HBox choice) {
        List<String> places = List.of("left-pill", "center-pill", "right-pill");
        for (int i = 0; i < places.size(); i++) {
            choice.getChildren().get(i).getStyleClass().add(places.get(i));
        }
    }
}
