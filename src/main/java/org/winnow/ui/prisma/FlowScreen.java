package org.winnow.ui.prisma;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Changes;
import org.winnow.store.Review;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** The flow diagram's entry in the rail. */
public final class FlowScreen extends RailScreen {
    private final FlowModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private final RecordDoor door;
    private final ReportDesk desk;
    private final Jobs jobs;
    private final Review review;

    public FlowScreen(
            FlowModel model,
            Texts texts,
            Dialogs dialogs,
            Navigator navigator,
            RecordDoor door,
            ReportDesk desk,
            Jobs jobs,
            Review review) {
        super("flow", texts.get("flow.title"), Feather.GIT_PULL_REQUEST, Section.REPORT);
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
        this.door = door;
        this.desk = desk;
        this.jobs = jobs;
        this.review = review;
    }

    @Override
    public Node view() {
        return new FlowView(model, texts, dialogs, navigator, door, List.of(style(), wholeReport()));
    }

    private MenuItem style() {
        MenuItem item = new MenuItem(texts.get("style.title"));
        item.setId("style-of-references");
        item.setOnAction(e -> new StyleForm(texts, dialogs, jobs, review).ask());
        return item;
    }

    private MenuItem wholeReport() {
        MenuItem item = new MenuItem(texts.get("flow.report"));
        item.setId("whole-report");
        item.setOnAction(e -> dialogs.chooseTarget(
                        texts.get("flow.report"), "report.zip", new Dialogs.FileKind("ZIP", List.of("zip")))
                .ifPresent(target -> jobs.run(texts.get("flow.report.writing"), p -> {
                            desk.write(target, p);
                            return target;
                        })
                        .then(t -> dialogs.notice(texts.get("flow.report.done", t)))));
        return item;
    }

    @Override
    public void shown() {
        model.show(true);
    }

    @Override
    public void hidden() {
        model.show(false);
    }

    @Override
    public void refresh(Changes changes) {
        model.refresh(changes);
    }
}
