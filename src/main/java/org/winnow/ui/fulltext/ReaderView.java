package org.winnow.ui.fulltext;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.fulltext.UnreadablePdf;
import org.winnow.ui.fulltext.FileModel.Shown;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Dialogs.FileKind;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Focus;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.PasswordForm;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.VerdictBar;

/** The reader: the queue on the left, the pages and the verdicts in the middle, what is known of the pages on the right. */
final class ReaderView extends BorderPane {
    /** With less room than this only one pane stands beside the pages. */
    private static final double WIDE = 900;

    private final ReaderModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private final PagesView pages;
    private final ReaderBar bar;
    private final SidePane side;
    private final QueuePane queue;
    private final VerdictBar verdicts;
    private final SplitPane split = new SplitPane();
    private final StackPane middle = new StackPane();
    private final BorderPane room = new BorderPane();
    private final ToggleButton queueShown;
    private final ToggleButton sideShown;

    ReaderView(ReaderModel model, Texts texts, Dialogs dialogs, Navigator navigator, Browser browser) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
        getStyleClass().add("screen");
        setId("reader");
        // A window that becomes narrow is to be heard of; what stands here asks for more room than it has then.
        setMinWidth(0);
        PdfModel pdf = model.file().pdf();
        pages = new PagesView(model, new LinkDoor(pdf, dialogs, texts, browser), texts);
        side = new SidePane(model, texts);
        queue = new QueuePane(model, texts);
        queueShown = ReaderBar.toggle("queue-shown", texts.get("reader.queue.shown"), Feather.MENU);
        sideShown = ReaderBar.toggle("side-shown", texts.get("reader.side.shown") + "  (F4)", Feather.SIDEBAR);
        bar = new ReaderBar(model, texts, queueShown, sideShown);
        verdicts = new VerdictBar(model, texts);
        room.setTop(new VBox(new ReportLine(model, texts), bar, new ScanNotice(model.scan(), browser, texts)));
        room.setCenter(middle);
        room.setBottom(verdicts);
        setCenter(split);
        bind();
        new ReaderKeys(model, verdicts, bar, this).listenFor(this);
    }

    /** The pages have the focus from now on. */
    void takeFocus() {
        Focus.give(pages);
    }

    void find() {
        sideShown.setSelected(true);
        side.find();
    }

    void search() {
        sideShown.setSelected(true);
        side.search();
    }

    void toggleSide() {
        sideShown.fire();
    }

    private void bind() {
        queueShown.selectedProperty().subscribe(now -> oneOfBoth(now, sideShown));
        sideShown.selectedProperty().subscribe(now -> oneOfBoth(now, queueShown));
        queueShown.setSelected(true);
        boolean[] once = new boolean[1];
        widthProperty().subscribe(width -> {
            if (!once[0] && width.doubleValue() > 0) {
                once[0] = true;
                // Later: panes do not change what is in them while they are laid out.
                Platform.runLater(() -> {
                    sideShown.setSelected(width.doubleValue() > WIDE);
                    arrange();
                });
            } else if (width.doubleValue() <= WIDE && queueShown.isSelected() && sideShown.isSelected()) {
                Platform.runLater(() -> sideShown.setSelected(false));
            }
        });
        model.marks().looksProperty().subscribe((was, is) -> sideShown.setSelected(true));
        model.questions().callsProperty().subscribe((was, is) -> sideShown.setSelected(true));
        model.file().shownProperty().subscribe(this::show);
        // A list that is empty too says something else.
        model.queueProperty()
                .subscribe((was, is) -> show(model.file().shownProperty().get()));
        model.reportProperty().subscribe(now -> {
            verdicts.closeReasons();
            verdicts.setDisable(now == null);
        });
    }

    /** Where there is not room enough for both beside the pages, one goes when the other comes. */
    private void oneOfBoth(boolean comes, ToggleButton other) {
        if (comes && getWidth() > 0 && getWidth() <= WIDE) {
            other.setSelected(false);
        }
        arrange();
    }

    private void arrange() {
        split.getItems().clear();
        if (queueShown.isSelected()) {
            split.getItems().add(queue);
        }
        split.getItems().add(room);
        if (sideShown.isSelected()) {
            split.getItems().add(side);
        }
        for (Node beside : List.of(queue, side)) {
            SplitPane.setResizableWithParent(beside, false);
        }
        double width = Math.max(600, getWidth());
        int at = 0;
        if (queueShown.isSelected()) {
            split.setDividerPosition(at++, 236 / width);
        }
        if (sideShown.isSelected()) {
            split.setDividerPosition(at, 1 - 220 / width);
        }
    }

    private void show(Shown now) {
        Node content =
                switch (now.state()) {
                    case READING, WAITING -> pages;
                    case LOCKED -> new PasswordPane(model.file(), texts);
                    case BROKEN ->
                        empty("reader-broken", Feather.ALERT_TRIANGLE, "reader.broken", now.message(), attach());
                    case MISSING ->
                        empty(
                                "reader-missing",
                                Feather.FOLDER,
                                "reader.missing",
                                texts.get("reader.missing.sentence", now.message()),
                                attach());
                    case NO_FILE ->
                        empty(
                                "reader-no-file",
                                Feather.FILE_PLUS,
                                "reader.noFile",
                                texts.get("reader.noFile.sentence"),
                                attach());
                    case NO_REPORT -> nobody();
                };
        if (!middle.getChildren().equals(List.of(content))) {
            middle.getChildren().setAll(content);
        }
    }

    private Node nobody() {
        return model.queueProperty().get() == Queue.ALL
                ? empty(
                        "reader-empty",
                        Feather.FILE_TEXT,
                        "reader.empty",
                        texts.get("reader.empty.sentence"),
                        Buttons.primary(
                                "leads-on", texts.get("reader.empty.action"), () -> navigator.go("title-abstract")))
                : empty(
                        "reader-none-left",
                        Feather.CHECK_CIRCLE,
                        "reader.noneLeft",
                        texts.get("reader.noneLeft.sentence"),
                        Buttons.plain("all-reports", texts.get("reader.noneLeft.action"), () -> model.queueProperty()
                                .set(Queue.ALL)));
    }

    private EmptyState empty(String id, Feather icon, String key, String sentence, Node action) {
        return new EmptyState(id, icon, texts.get(key + ".headline"), sentence, action);
    }

    private Node attach() {
        return Buttons.primary("attach-pdf", texts.get("reader.attach"), () -> dialogs.chooseFile(
                        texts.get("reader.attach.title"), new FileKind(texts.get("reader.attach.kind"), List.of("pdf")))
                .ifPresent(file -> attach(file, "")));
    }

    private void attach(Path file, String password) {
        model.attach(file, password, texts.get("reader.attach.job", file.getFileName()), trouble -> {
            if (trouble instanceof UnreadablePdf unreadable && unreadable.passwordNeeded()) {
                PasswordForm.ask(dialogs, texts, String.valueOf(file.getFileName()), !password.isEmpty())
                        .ifPresent(typed -> attach(file, typed));
            } else {
                dialogs.trouble(String.valueOf(trouble.getMessage()));
            }
        });
    }
}
