package org.winnow.ui.dfllm;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.dfllm.dataset.State;
import org.winnow.store.Changes;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** The language model's entry in the rail, with the number of items that nobody has looked at. */
public final class LanguageScreen extends RailScreen {
    private final LanguageModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;

    public LanguageScreen(LanguageModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        super("language", texts.get("language.title"), Feather.MESSAGE_CIRCLE, Section.REPORT);
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
        model.itemsProperty()
                .subscribe(all ->
                        badge(all.stream().filter(i -> i.state() == State.DRAFT).count()));
    }

    @Override
    public Node view() {
        return new LanguageView(model, texts, dialogs, navigator);
    }

    @Override
    public void opened() {
        model.load();
    }

    @Override
    public void shown() {
        model.load();
    }

    @Override
    public void refresh(Changes changes) {
        model.refresh(changes);
    }

    @Override
    public void closed() {
        model.close();
    }
}
