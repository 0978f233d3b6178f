package org.winnow.ui.fulltext;

import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Decision;
import org.winnow.model.Retrieval;
import org.winnow.store.Attachments.Attachment;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Which report is in front, its verdict, and which of its files is read. */
final class ReportLine extends HBox {
    private final ReaderModel model;
    private final Texts texts;
    private final Label title = new Label();
    private final Label detail = Labels.muted("");
    private final Label verdict = Labels.pill("", "none");
    private final MenuButton files = new MenuButton();

    ReportLine(ReaderModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("report-line");
        title.setId("report-title");
        title.getStyleClass().add("heading");
        title.setTooltip(new Tooltip());
        verdict.setId("report-verdict");
        verdict.setMinWidth(USE_PREF_SIZE);
        files.setId("report-files");
        files.setAccessibleText(texts.get("reader.files"));
        files.setMnemonicParsing(false);
        files.setMaxWidth(190);
        files.setMinWidth(0);
        VBox words = new VBox(title, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, verdict, files);
        model.reportProperty().subscribe(this::show);
        model.file().fileProperty().subscribe(now -> files.setText(now == null ? "" : now.fileName()));
    }

    private void show(@Nullable Report now) {
        setVisible(now != null);
        setManaged(now != null);
        if (now == null) {
            return;
        }
        title.setText(now.title().isEmpty() ? texts.get("screening.untitled") : now.title());
        title.getTooltip().setText(title.getText());
        detail.setText(now.detail());
        verdict(now);
        files.getItems().clear();
        for (Attachment attachment : now.files()) {
            MenuItem item = new MenuItem(attachment.fileName());
            item.setMnemonicParsing(false);
            item.setOnAction(e -> model.file().open(attachment));
            files.getItems().add(item);
        }
        files.setVisible(now.files().size() > 1);
        files.setManaged(files.isVisible());
    }

    private void verdict(Report now) {
        Decision mine = now.mine();
        verdict.getStyleClass().removeAll("include", "exclude", "maybe");
        if (mine != null && mine.verdict() != null) {
            String reason =
                    mine.reason() == null ? "" : " \u2013 " + mine.reason().label();
            verdict.setText(texts.get("verdict." + mine.verdict().key()) + reason);
            verdict.getStyleClass().add(mine.verdict().key());
        } else {
            verdict.setText(now.retrieval() == Retrieval.NOT_RETRIEVED ? texts.get("retrieval.not-retrieved") : "");
        }
        verdict.setVisible(!verdict.getText().isEmpty());
        verdict.setManaged(verdict.isVisible());
    }
}
