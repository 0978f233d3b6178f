package org.winnow.ui.importing;

import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.winnow.exchange.Earlier;
import org.winnow.exchange.Overlap;
import org.winnow.store.Imports.ImportedFile;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Asks what is to happen with an export that has been in this review before. */
final class EarlierQuestion extends VBox {
    private final PendingFile file;
    private final ImportModel model;
    private final Texts texts;
    private final Label sentence = Labels.wrapped("");
    private final Label complaint = Labels.wrapped(" ", "complaint");
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Again, RadioButton> answers = new EnumMap<>(Again.class);
    private final Button all;

    EarlierQuestion(PendingFile file, ImportModel model, Texts texts) {
        super(6);
        this.file = file;
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "question");
        setId("earlier-question");
        getChildren().addAll(Labels.heading(texts.get("import.earlier")), sentence);
        for (Again again : Again.values()) {
            getChildren().add(answer(again));
        }
        complaint.setText(texts.get("import.earlier.missing"));
        all = Buttons.plain("again-all-files", "", this::answerAll);
        all.getStyleClass().add("flat");
        getChildren().addAll(complaint, all);
        tell(false);
        file.earlierProperty().subscribe(this::show);
        file.againProperty().subscribe(now -> {
            if (now == null) {
                group.selectToggle(null);
            } else {
                answers.get(now).setSelected(true);
                tell(false);
            }
            offerAll();
        });
        model.files().subscribe(this::offerAll);
    }

    private RadioButton answer(Again again) {
        RadioButton button = new RadioButton();
        button.setId("again-" + again.key());
        button.setToggleGroup(group);
        button.setWrapText(true);
        button.setOnAction(e -> file.againProperty().set(again));
        answers.put(again, button);
        return button;
    }

    private void show(Earlier earlier) {
        setVisible(earlier.asks());
        setManaged(earlier.asks());
        ImportedFile same = earlier.same();
        Overlap overlap = earlier.overlap();
        sentence.setText(
                same != null
                        ? texts.get("import.earlier.same", same.fileName(), Date.from(same.at()), same.imported())
                        : overlap != null
                                ? texts.get(
                                        "import.earlier.overlap", overlap.known(), overlap.records(), overlap.source())
                                : "");
        answers.forEach((again, button) -> button.setText(texts.get("import.again." + again.key())));
        if (overlap != null) {
            answers.get(Again.ONLY_NEW).setText(texts.get("import.again.only-new.count", overlap.fresh()));
        }
        offerAll();
    }

    private void offerAll() {
        int asking = model.asking().size();
        boolean offered = asking > 1 && file.againProperty().get() != null;
        all.setText(texts.get("import.again.everywhere", asking));
        all.setVisible(offered);
        all.setManaged(offered);
    }

    private void answerAll() {
        Again answer = file.againProperty().get();
        if (answer != null) {
            model.answerAll(answer);
        }
    }

    private void tell(boolean wrong) {
        complaint.setVisible(wrong);
        complaint.setManaged(wrong);
    }

    /** Complains if nobody has answered; says whether that was so. */
    boolean ask() {
        boolean open = file.state() == PendingFile.State.ASKS;
        tell(open);
        return open;
    }

    @Override
    public void requestFocus() {
        answers.get(Again.SKIP).requestFocus();
    }
}
