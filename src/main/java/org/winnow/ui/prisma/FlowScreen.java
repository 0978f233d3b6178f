package org.winnow.ui.prisma;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Changes;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Screen;
import org.winnow.ui.kit.Texts;

/** The flow diagram's entry in the rail. */
public final class FlowScreen implements Screen {
    private final FlowModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");

    public FlowScreen(FlowModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
    }

    @Override
    public String id() {
        return "flow";
    }

    @Override
    public String title() {
        return texts.get("flow.title");
    }

    @Override
    public Feather icon() {
        return Feather.GIT_PULL_REQUEST;
    }

    @Override
    public Section section() {
        return Section.REPORT;
    }

    @Override
    public ReadOnlyStringProperty badge() {
        return badge.getReadOnlyProperty();
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
