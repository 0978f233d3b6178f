package org.winnow.ui.setup;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Changes;
import org.winnow.ui.kit.Screen;
import org.winnow.ui.kit.Texts;

/** The rules' entry in the rail. */
public final class SetupScreen implements Screen {
    private final SetupModel model;
    private final Texts texts;
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");

    public SetupScreen(SetupModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @Override
    public String id() {
        return "setup";
    }

    @Override
    public String title() {
        return texts.get("setup.title");
    }

    @Override
    public Feather icon() {
        return Feather.SLIDERS;
    }

    @Override
    public Section section() {
        return Section.SCREENING;
    }

    @Override
    public ReadOnlyStringProperty badge() {
        return badge.getReadOnlyProperty();
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
