package org.winnow.ui.dedup;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Changes;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** The duplicates' entry in the rail; its badge is the number of pairs to look at. */
public final class DuplicatesScreen extends RailScreen {
    private final DuplicatesModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private @Nullable DuplicatesView view;

    public DuplicatesScreen(DuplicatesModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        super("duplicates", texts.get("duplicates.title"), Feather.COPY, Section.IDENTIFICATION);
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
        model.numbersProperty().subscribe(n -> badge(n.duplicates().asked()));
    }

    @Override
    public Node view() {
        DuplicatesView now = new DuplicatesView(model, texts, dialogs, navigator);
        view = now;
        return now;
    }

    @Override
    public void opened() {
        model.load();
    }

    @Override
    public void shown() {
        model.load();
        if (view != null) {
            view.takeFocus();
        }
    }

    @Override
    public void refresh(Changes changes) {
        model.refresh(changes);
    }
}
