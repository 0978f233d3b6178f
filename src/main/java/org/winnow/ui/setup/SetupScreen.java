package org.winnow.ui.setup;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Changes;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** The rules' entry in the rail. */
public final class SetupScreen extends RailScreen {
    private final SetupModel model;
    private final Texts texts;

    public SetupScreen(SetupModel model, Texts texts) {
        super("setup", texts.get("setup.title"), Feather.SLIDERS, Section.SCREENING);
        this.model = model;
        this.texts = texts;
    }

    @Override
    public Node view() {
        return new SetupView(model, texts);
    }

    @Override
    public void shown() {
        model.load();
    }

    @Override
    public void refresh(Changes changes) {
        model.refresh(changes);
    }
}
