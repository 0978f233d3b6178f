package org.winnow.ui.dfllm;

import org.kordamp.ikonli.feather.Feather;
import org.winnow.dfllm.dataset.State;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.ModelScreen;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/** The language model's entry in the rail, with the number of items that nobody has looked at. */
public final class LanguageScreen extends ModelScreen {
    private final LanguageModel model;

    public LanguageScreen(LanguageModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        super(
                "language",
                texts.get("language.title"),
                Feather.MESSAGE_CIRCLE,
                Section.REPORT,
                model,
                () -> new LanguageView(model, texts, dialogs, navigator));
        this.model = model;
        model.itemsProperty()
                .subscribe(all ->
                        badge(all.stream().filter(i -> i.state() == State.DRAFT).count()));
    }

    @Override
    public void opened() {
        model.load();
    }

    @Override
    public void closed() {
        model.closed();
    }
}
