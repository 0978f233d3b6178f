package org.winnow.ui.retrieval;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.Retrieval;
import org.winnow.model.Reviewer;
import org.winnow.store.Changes;
import org.winnow.store.Review;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Dropped;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** Getting full texts: its entry in the rail, and its two pages. */
public final class RetrievalScreen extends RailScreen {
    private final RetrievalModel reports;
    private final AttachModel files;
    private final CitedModel cited;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private final ToggleButton waiting;

    public RetrievalScreen(
            Review review,
            Reviewer reviewer,
            Jobs jobs,
            Texts texts,
            Dialogs dialogs,
            Navigator navigator,
            Intake intake,
            Library library) {
        super("retrieval", texts.get("retrieval.title"), Feather.FOLDER_PLUS, Section.SCREENING);
        this.reports = new RetrievalModel(review, jobs, reviewer, library);
        this.files = new AttachModel(review, jobs, texts, intake);
        this.cited = new CitedModel(review, jobs, texts);
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
        this.waiting = Buttons.toggle("attach-page", "");
        reports.countsProperty().subscribe(counts -> badge(counts.getOrDefault(Retrieval.SOUGHT, 0L)));
        files.countProperty().subscribe(count -> waiting.setText(texts.get("attach.title", count.waiting())));
    }

    @Override
    public boolean take(List<Path> dropped) {
        if (!Dropped.arePdfs(dropped)) {
            return false;
        }
        files.add(dropped);
        return true;
    }

    @Override
    public Node view() {
        BorderPane screen = new BorderPane();
        screen.getStyleClass().add("screen");
        screen.setId("retrieval-screen");
        RetrievalView list = new RetrievalView(reports, texts, dialogs, navigator);
        AttachView toPlace = new AttachView(files, texts, dialogs);
        ToggleButton all = Buttons.toggle("retrieval-page", texts.get("retrieval.reports"));
        all.selectedProperty().subscribe(now -> {
            if (now) {
                screen.setCenter(list);
            }
        });
        waiting.selectedProperty().subscribe(now -> {
            if (now) {
                screen.setCenter(toPlace);
            }
        });
        CitedView works = new CitedView(cited, texts, dialogs);
        ToggleButton citations = Buttons.toggle("cited-page", texts.get("cited.title"));
        citations.selectedProperty().subscribe(now -> {
            if (now) {
                screen.setCenter(works);
            }
        });
        SegmentedButton pages = Buttons.segmented(all, waiting, citations);
        Button add = Buttons.withIcon(
                "retrieval-add",
                texts.get("retrieval.add"),
                Feather.FILE_PLUS,
                () -> add(dialogs.chooseFiles(
                        texts.get("retrieval.add"),
                        new Dialogs.FileKind(texts.get("retrieval.pdfs"), List.of("pdf")))));
        Button folder = Buttons.withIcon(
                "retrieval-add-folder",
                texts.get("retrieval.addFolder"),
                Feather.FOLDER_PLUS,
                () -> add(dialogs.chooseFolder(texts.get("retrieval.addFolder")).stream()
                        .toList()));
        screen.setTop(Labels.header(
                texts.get("retrieval.title"),
                Labels.wrapped(texts.get("retrieval.explanation"), "muted"),
                pages,
                add,
                folder));
        all.setSelected(true);
        return screen;
    }

    private void add(List<Path> chosen) {
        if (!chosen.isEmpty()) {
            files.add(chosen);
        }
    }

    @Override
    public void opened() {
        reports.load();
    }

    @Override
    public void shown() {
        reports.load();
    }

    @Override
    public void refresh(Changes changes) {
        reports.refresh(changes);
    }
}
