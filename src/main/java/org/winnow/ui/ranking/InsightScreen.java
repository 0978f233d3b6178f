package org.winnow.ui.ranking;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Changes;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** The entry in the rail of what verdicts and meanings show. */
public final class InsightScreen extends RailScreen {
    private final InsightModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final OpenRecord door;

    public InsightScreen(InsightModel model, Texts texts, Navigator navigator, OpenRecord door) {
        super("insight", texts.get("insight.title"), Feather.EYE, Section.SCREENING);
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        this.door = door;
    }

    @Override
    public Node view() {
        return new InsightView(model, texts, navigator, door);
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
