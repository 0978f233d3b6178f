package org.winnow.ui.start;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** What the window shows before a review is open: what one can begin with, and where one left off. */
public final class StartView extends StackPane {
    /** What the start page leads to. */
    public interface StartActions {
        void newReview();

        void openReview();

        void sample();

        void open(Path review);

        void forget(Path review);

        void restore();
    }

    private final StartActions actions;
    private final Texts texts;
    private final VBox recent = new VBox();
    private final HBox columns = new HBox();
    private final Label doing = Labels.muted("");
    private final HBox busy = new HBox(10, new ProgressIndicator(), doing);

    public StartView(StartActions actions, Texts texts) {
        this.actions = actions;
        this.texts = texts;
        getStyleClass().add("start");
        setId("start");
        Label name = new Label(texts.get("app.name"));
        name.getStyleClass().add("start-name");
        VBox head = new VBox(4, name, Labels.wrapped(texts.get("start.tagline"), "muted"));
        recent.getStyleClass().add("start-recent");
        columns.getChildren().addAll(begin(), recent);
        columns.getStyleClass().add("start-panel");
        busy.getStyleClass().add("start-busy");
        busy.setVisible(false);
        VBox page = new VBox(16, head, columns, busy);
        page.setMaxSize(760, USE_PREF_SIZE);
        head.setPadding(new Insets(0, 32, 0, 32));
        getChildren().add(page);
        setAlignment(page, Pos.CENTER);
        acceptFiles();
    }

    private Node begin() {
        Button create = Buttons.withIcon("start-new", texts.get("start.new"), Feather.PLUS, actions::newReview);
        create.getStyleClass().add("accent");
        VBox box = new VBox(
                create,
                Buttons.withIcon("start-open", texts.get("start.open"), Feather.FOLDER, actions::openReview),
                Buttons.withIcon("start-sample", texts.get("start.sample"), Feather.BOOK_OPEN, actions::sample),
                Buttons.withIcon("start-restore", texts.get("start.restore"), Feather.ROTATE_CCW, actions::restore),
                Labels.wrapped(texts.get("start.hint"), "muted", "hint"));
        box.getStyleClass().add("start-actions");
        box.setPrefWidth(280);
        box.setMinWidth(280);
        return box;
    }

    /** Whether something is being opened, and nothing else can be asked for. */
    public boolean busy() {
        return busy.isVisible();
    }

    /** Says what is being done, until {@link #ready}. */
    public void busyWith(String what) {
        doing.setText(what);
        busy.setVisible(true);
        columns.setDisable(true);
    }

    /** Something can be asked for again. */
    public void ready() {
        busy.setVisible(false);
        columns.setDisable(false);
    }

    /** Shows the reviews that were open lately; those whose file is gone can be taken off the list. */
    public void showRecent(List<Path> reviews) {
        recent.getChildren().setAll(Labels.heading(texts.get("start.recent")));
        HBox.setHgrow(recent, Priority.ALWAYS);
        if (reviews.isEmpty()) {
            recent.getChildren().add(Labels.wrapped(texts.get("start.noRecent"), "muted"));
        }
        for (Path review : reviews) {
            recent.getChildren().add(Files.exists(review) ? present(review) : missing(review));
        }
    }

    private Node present(Path review) {
        Label name = new Label(fileName(review));
        Label place = Labels.muted(String.valueOf(review.getParent()));
        place.getStyleClass().add("hint");
        place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        place.setMaxWidth(360);
        Button button = new Button("", new VBox(1, name, place));
        button.getStyleClass().add("flat");
        button.setAccessibleText(texts.get("start.openRecent", fileName(review)));
        button.setTooltip(new Tooltip(review.toString()));
        button.setOnAction(e -> actions.open(review));
        return button;
    }

    private Node missing(Path review) {
        Label name = Labels.muted(texts.get("start.missing", fileName(review)));
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Button forget = Buttons.icon(
                "forget", texts.get("start.forget", fileName(review)), Feather.X, null, () -> actions.forget(review));
        HBox line = new HBox(8, name, forget);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(0, 0, 0, 10));
        return line;
    }

    private static String fileName(Path review) {
        return String.valueOf(review.getFileName()).replaceFirst("\\.winnow$", "");
    }

    private void acceptFiles() {
        setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
        });
        setOnDragDropped(e -> {
            List<File> files = e.getDragboard().getFiles();
            if (!files.isEmpty()) {
                actions.open(files.get(0).toPath());
            }
            e.setDropCompleted(true);
        });
    }
}
