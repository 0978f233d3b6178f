package org.winnow.ui.importing;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.exchange.ImportReport;
import org.winnow.exchange.Preview;
import org.winnow.exchange.Survey;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** A file in the list: its name, what it is, how far it is. */
final class FileCell extends ListCell<PendingFile> {
    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label about = Labels.muted("");
    private final Label state = new Label();
    private final HBox content;
    private Subscription listening = () -> {};

    FileCell(Texts texts) {
        this.texts = texts;
        name.getStyleClass().add("file-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        about.getStyleClass().add("hint");
        state.getStyleClass().add("hint");
        VBox words = new VBox(1, name, about, state);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        content = new HBox(10, icon, words);
        content.setMinWidth(0);
        content.setPrefWidth(1);
    }

    @Override
    protected void updateItem(@Nullable PendingFile file, boolean empty) {
        super.updateItem(file, empty);
        listening.unsubscribe();
        listening = () -> {};
        setGraphic(empty ? null : content);
        setAccessibleText(null);
        if (!empty && file != null) {
            listening = Subscription.combine(
                    file.stateProperty().subscribe(() -> draw(file)),
                    file.previewProperty().subscribe(() -> draw(file)),
                    file.words().sourceProperty().subscribe(() -> draw(file)),
                    file.surveyProperty().subscribe(() -> draw(file)));
            draw(file);
        }
    }

    private void draw(PendingFile file) {
        name.setText(file.shortName());
        about.setText(about(file));
        about.setVisible(!about.getText().isEmpty());
        about.setManaged(about.isVisible());
        state.setText(state(file));
        icon.setIconCode(icon(file.state()));
        state.getStyleClass().removeAll("complaint", "warning-line", "muted");
        state.getStyleClass()
                .add(
                        switch (file.state()) {
                            case UNREADABLE -> "complaint";
                            case ASKS -> "warning-line";
                            default -> "muted";
                        });
        setAccessibleText(Stream.of(name, about, state)
                .map(Label::getText)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(". ")));
    }

    private String about(PendingFile file) {
        Preview preview = file.previewProperty().get();
        Survey survey = file.surveyProperty().get();
        if (preview == null) {
            return "";
        }
        String format = preview.detection().format().title();
        String source = file.words().sourceProperty().get();
        return survey == null
                ? texts.get("import.file.begun", format, source)
                : texts.get("import.file.about", format, survey.read(), source);
    }

    private String state(PendingFile file) {
        Survey survey = file.surveyProperty().get();
        ImportReport report = file.reportProperty().get();
        return switch (file.state()) {
            case LOOKING -> texts.get("import.file.looking");
            case UNREADABLE ->
                texts.get(file.layoutProperty().get() == null ? "import.file.unreadable" : "import.file.columns");
            case ASKS -> texts.get("import.file.asks");
            case LEFT_OUT -> texts.get("import.file.leftOut");
            case RUNNING -> texts.get("import.file.running");
            case IMPORTED -> report == null ? "" : texts.get("import.file.done", report.imported());
            case READY -> survey == null ? "" : texts.get("import.file.problems", survey.problemCount());
        };
    }

    private static Feather icon(PendingFile.State state) {
        return switch (state) {
            case LOOKING -> Feather.SEARCH;
            case UNREADABLE -> Feather.ALERT_TRIANGLE;
            case ASKS -> Feather.HELP_CIRCLE;
            case LEFT_OUT -> Feather.MINUS_CIRCLE;
            case RUNNING -> Feather.LOADER;
            case IMPORTED -> Feather.CHECK_CIRCLE;
            case READY -> Feather.FILE_TEXT;
        };
    }
}
