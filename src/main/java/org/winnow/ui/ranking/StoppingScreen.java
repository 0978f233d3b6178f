package org.winnow.ui.ranking;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Changes;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** The stopping rules' entry in the rail. */
public final class StoppingScreen extends RailScreen {
    private final StoppingModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final SampleRoom room;

    public StoppingScreen(StoppingModel model, Texts texts, Navigator navigator, SampleRoom room) {
        super("stopping", texts.get("stopping.title"), Feather.FLAG, Section.SCREENING);
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        this.room = room;
    }

    @Override
    public Node view() {
        return new StoppingView(model, texts, navigator, room);
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    @Override
    public void refresh(Changes changes) {
        model.refresh(changes);
    }
}
