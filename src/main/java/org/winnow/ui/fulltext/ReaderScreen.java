package org.winnow.ui.fulltext;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.RecordId;
import org.winnow.store.Changes;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** The reader's entry in the rail. */
public final class ReaderScreen extends RailScreen {
    private final ReaderModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private final Browser browser;
    private @Nullable ReaderView view;

    public ReaderScreen(ReaderModel model, Texts texts, Dialogs dialogs, Navigator navigator, Browser browser) {
        super("reader", texts.get("reader.title"), Feather.BOOK_OPEN, Section.SCREENING);
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
        this.browser = browser;
        model.leftProperty().subscribe(left -> badge(left.longValue()));
    }

    @Override
    public Node view() {
        ReaderView now = new ReaderView(model, texts, dialogs, navigator, browser);
        view = now;
        return now;
    }

    @Override
    public void opened() {
        model.count();
        model.warmUp();
    }

    @Override
    public void shown() {
        model.reload();
        if (view != null) {
            view.takeFocus();
        }
    }

    @Override
    public void refresh(Changes changes) {
        if (view == null) {
            model.count();
        } else {
            model.refresh(changes);
        }
    }

    @Override
    public void returnTo(RecordId record) {
        model.walk().returnTo(record);
    }

    /** Shows these words of a report's file; the screen is in front. */
    public void open(RecordId report, String sha256, int page, String words) {
        model.open(report, sha256, page, words);
    }

    @Override
    public void closed() {
        model.close();
    }
}
