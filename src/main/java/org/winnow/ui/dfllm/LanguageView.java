package org.winnow.ui.dfllm;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import org.controlsfx.control.SegmentedButton;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/**
 * Seven pages, one at a time: ask the papers, a table of answers, the papers themselves, the items of the dataset, the
 * answers of a run to judge, the network that is tuned to the review, and larger models that are tuned elsewhere.
 */
final class LanguageView extends BorderPane {
    LanguageView(LanguageModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        getStyleClass().add("screen");
        setId("language");
        ModelBar bar = new ModelBar(model.choice(), texts, dialogs);
        SegmentedButton choice = Buttons.segmented(
                page("language-ask", texts.get("language.ask"), new AskPane(model, texts, navigator)),
                page("language-answers", texts.get("language.table"), new TablePane(model, texts, dialogs, navigator)),
                page("language-papers", texts.get("language.papers"), new PapersPane(model, texts, navigator)),
                page("language-items", texts.get("language.items"), new ItemsPane(model, texts, dialogs)),
                page("language-judge", texts.get("language.judge"), new JudgePane(model.judge(), texts, dialogs)),
                page("language-tune", texts.get("language.tune"), new TunePane(model.tune(), texts, dialogs)),
                page(
                        "language-larger",
                        texts.get("language.larger"),
                        new LargerPane(model.larger(), texts, dialogs, bar::ask)));
        setTop(Labels.header(texts.get("language.title"), bar, choice));
        choice.getButtons().getFirst().setSelected(true);
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
