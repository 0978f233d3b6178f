package org.winnow.ui.importing;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.Survey;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Offers to put right text that was garbled before it reached the file. */
final class RepairOffer extends VBox {
    private final Texts texts;
    private final Label sentence = Labels.wrapped("");

    RepairOffer(PendingFile file, ImportModel model, Texts texts) {
        super(6);
        this.texts = texts;
        getStyleClass().addAll("card", "question");
        setId("repair-offer");
        CheckBox repair = new CheckBox(texts.get("import.repair.verb"));
        repair.setId("repair");
        repair.setWrapText(true);
        repair.setSelected(file.optionsProperty().get().repairMojibake());
        repair.setOnAction(e -> model.read(file, file.optionsProperty().get().withRepair(repair.isSelected())));
        getChildren().addAll(Labels.heading(texts.get("import.repair")), sentence, repair);
        show(null);
        // While the file is read anew the question stays where it is.
        file.surveyProperty().subscribe(survey -> {
            if (survey != null) {
                show(survey);
            }
        });
    }

    private void show(@Nullable Survey survey) {
        boolean garbled = survey != null && survey.garbled() > 0;
        setVisible(garbled);
        setManaged(garbled);
        if (garbled) {
            sentence.setText(texts.get("import.repair.sentence", survey.garbled(), survey.garbledExample()));
        }
    }
}
