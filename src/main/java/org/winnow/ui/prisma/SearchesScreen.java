package org.winnow.ui.prisma;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Changes;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** The searches' entry in the rail. */
public final class SearchesScreen extends RailScreen {
    private final SearchesModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;

    public SearchesScreen(SearchesModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        super("searches", texts.get("searches.title"), Feather.SEARCH, Section.REPORT);
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
    }

    @Override
    public Node view() {
        return new SearchesView(model, texts, dialogs, navigator);
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
