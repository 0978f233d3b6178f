package org.winnow.ui.team;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import org.controlsfx.control.SegmentedButton;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/** Four pages about the team, one at a time. */
final class TeamView extends BorderPane {
    TeamView(TeamModel model, RulesModel rules, Texts texts, Dialogs dialogs, Navigator navigator) {
        getStyleClass().add("screen");
        setId("team");
        SegmentedButton choice = Buttons.segmented(
                page("team-conflicts", texts.get("team.conflicts"), new ConflictsPane(model, texts, navigator)),
                page("team-agreement", texts.get("team.agreement"), new AgreementPane(model, texts, navigator)),
                page("team-rules", texts.get("team.rules"), new RulesPane(rules, texts, dialogs)),
                page("team-apart", texts.get("team.apart"), new ApartPane(model, texts, dialogs)));
        setTop(Labels.header(texts.get("team.title"), Labels.muted(texts.get("team.explanation")), choice));
        choice.getButtons().get(0).setSelected(true);
        model.planProperty().subscribe(plan -> {
            if (plan != null) {
                choice.getButtons().getLast().setSelected(true);
            }
        });
    }

    private ToggleButton page(String id, String text, Node content) {
        ToggleButton button = Buttons.toggle(id, text);
        button.selectedProperty().subscribe(now -> {
            if (now) {
                setCenter(content);
            }
        });
        return button;
    }
}
