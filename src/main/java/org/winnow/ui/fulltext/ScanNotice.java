package org.winnow.ui.fulltext;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.ui.fulltext.ScanModel.State;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Above pages that are pictures: that they are, and how words come to them. */
final class ScanNotice extends HBox {
    private static final String INSTALLING = "https://tesseract-ocr.github.io/tessdoc/Installation.html";

    private final ScanModel model;
    private final Texts texts;
    private final Label words = Labels.wrapped("");
    private final Button recognise;
    private final Button install;

    ScanNotice(ScanModel model, Browser browser, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("scan-notice");
        getStyleClass().add("scan-notice");
        words.setId("scan-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        recognise = Buttons.plain(
                "scan-recognise",
                texts.get("reader.scan.recognise"),
                () -> model.recognise(texts.get("reader.scan.job")));
        install = Buttons.plain("scan-install", texts.get("reader.scan.install"), () -> browser.open(INSTALLING));
        words.setMinWidth(0);
        for (Region button : new Region[] {recognise, install}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(new FontIcon(Feather.IMAGE), words, recognise, install);
        model.stateProperty().subscribe(this::show);
    }

    private void show(State now) {
        seen(this, now != State.TEXT);
        seen(recognise, now == State.RECOGNISABLE || now == State.WORDS_ONLY && model.recognises());
        seen(install, now == State.NO_RECOGNISER);
        words.setText(now == State.TEXT ? "" : texts.get("reader.scan." + now.name()));
    }

    private static void seen(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
