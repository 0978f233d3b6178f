package org.winnow.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Jobs.Running;
import org.winnow.ui.kit.Texts;

/** The line at the foot of the window: where the review lies, who decides, what is running and how to stop it. */
public final class StatusBar extends HBox {
    private final StringProperty file = new SimpleStringProperty("");
    private final StringProperty reviewer = new SimpleStringProperty("");
    private final Label job = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;
    private @Nullable Running now;

    /** @param chooseReviewer what happens when the reviewer's name is pressed */
    public StatusBar(Jobs jobs, Texts texts, Runnable chooseReviewer) {
        getStyleClass().add("status-bar");
        setId("status-bar");
        Label where = new Label();
        where.textProperty().bind(file);
        where.setMinWidth(0);
        Button who = Buttons.plain("decide-as", "", chooseReviewer);
        who.getStyleClass().add("flat");
        who.textProperty().bind(reviewer);
        who.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        bar.getStyleClass().add("small");
        bar.setPrefWidth(140);
        cancel = Buttons.icon("cancel-job", texts.get("status.cancel"), Feather.X, null, this::cancelNow);
        getChildren().addAll(where, space, job, bar, cancel, who);
        show(jobs.runningProperty());
    }

    public StringProperty fileProperty() {
        return file;
    }

    public StringProperty reviewerProperty() {
        return reviewer;
    }

    private void show(ReadOnlyObjectProperty<@Nullable Running> running) {
        running.subscribe(is -> {
            now = is;
            boolean busy = is != null;
            for (Region part : new Region[] {job, bar, cancel}) {
                part.setVisible(busy);
                part.setManaged(busy);
            }
            if (is != null) {
                job.setText(is.title());
                bar.setProgress(is.done());
            }
        });
    }

    private void cancelNow() {
        if (now != null) {
            now.cancel().run();
        }
    }
}
