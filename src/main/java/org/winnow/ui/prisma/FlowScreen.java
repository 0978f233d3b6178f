package org.winnow.ui.prisma;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Changes;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** The flow diagram's entry in the rail. */
public final class FlowScreen extends RailScreen {
    private final FlowModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;

    public FlowScreen(FlowModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        super("flow", texts.get("flow.title"), Feather.GIT_PULL_REQUEST, Section.REPORT);
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
    }

    @Override
    public Node view() {
        return new FlowView(model, texts, dialogs, navigator);
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
