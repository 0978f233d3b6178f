package org.winnow.ui.importing;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Changes;
import org.winnow.store.SourceCount;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Dropped;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** The import's entry in the rail. */
public final class ImportScreen extends RailScreen {
    private final ImportModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;

    public ImportScreen(ImportModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        super("import", texts.get("import.title"), Feather.DOWNLOAD, Section.IDENTIFICATION);
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
        model.sourcesProperty().subscribe(all -> {
            long records = all.stream().mapToLong(SourceCount::records).sum();
            badge(records);
        });
    }

    /** Whatever it is, this is where it is said what it is; only full texts have a place of their own. */
    @Override
    public boolean take(List<Path> files) {
        if (Dropped.arePdfs(files)) {
            return false;
        }
        model.add(files);
        return true;
    }

    @Override
    public Node view() {
        return new ImportView(model, texts, dialogs, navigator);
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
        model.closed();
    }
}
