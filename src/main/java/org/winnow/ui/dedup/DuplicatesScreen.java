package org.winnow.ui.dedup;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Changes;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Screen;
import org.winnow.ui.kit.Texts;

/** The duplicates' entry in the rail; its badge is the number of pairs to look at. */
public final class DuplicatesScreen implements Screen {
    private final DuplicatesModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");

    public DuplicatesScreen(DuplicatesModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        model.numbersProperty().subscribe(n -> badge.set(n.doubtful() == 0 ? "" : Long.toString(n.doubtful())));
    }

    @Override
    public String id() {
        return "duplicates";
    }

    @Override
    public String title() {
        return texts.get("duplicates.title");
    }

    @Override
    public Feather icon() {
        return Feather.COPY;
    }

    @Override
    public Section section() {
        return Section.IDENTIFICATION;
    }

    @Override
    public ReadOnlyStringProperty badge() {
        return badge.getReadOnlyProperty();
    }

    @Override
    public Node view() {
        return new DuplicatesView(model, texts, navigator);
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
}
