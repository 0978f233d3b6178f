package org.winnow.ui.kit;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Changes;

/** A screen that is no more than its model and the view of it. */
public abstract class ModelScreen extends RailScreen {
    private final ScreenModel model;
    private final Supplier<? extends Node> view;

    protected ModelScreen(
            String id, String title, Feather icon, Section section, ScreenModel model, Supplier<? extends Node> view) {
        super(id, title, icon, section);
        this.model = model;
        this.view = view;
    }

    @Override
    public final Node view() {
        return view.get();
    }

    @Override
    public final void shown() {
        model.show(true);
    }

    @Override
    public final void hidden() {
        model.show(false);
    }

    @Override
    public final void refresh(Changes changes) {
        model.refresh(changes);
    }
}
