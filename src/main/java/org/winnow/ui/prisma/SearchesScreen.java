package org.winnow.ui.prisma;

import org.kordamp.ikonli.feather.Feather;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.ModelScreen;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/** The searches' entry in the rail. */
public final class SearchesScreen extends ModelScreen {
    public SearchesScreen(SearchesModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        super(
                "searches",
                texts.get("searches.title"),
                Feather.SEARCH,
                Section.REPORT,
                model,
                () -> new SearchesView(model, texts, dialogs, navigator));
    }
}
