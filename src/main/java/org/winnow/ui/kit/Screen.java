package org.winnow.ui.kit;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.RecordId;
import org.winnow.store.Changes;

/** One place in the window that the rail leads to. Its view is built when it is first visited. */
public interface Screen {
    /** The parts of the rail, in order. */
    enum Section {
        IDENTIFICATION,
        SCREENING,
        REPORT
    }

    /** A short name, unique in the window; also the style id of its entry in the rail. */
    String id();

    String title();

    Feather icon();

    Section section();

    /** What the rail shows beside the title, such as how many records are left; may be empty. */
    ReadOnlyStringProperty badge();

    /** The view; called once, on the first visit. */
    Node view();

    /** The review has been opened: the screen loads what its badge says. */
    default void opened() {}

    /** The screen has come to the front; it loads what it shows. */
    void shown();

    /** Another screen has come to the front, or the review is about to be closed. */
    default void hidden() {}

    /** Files were dropped on the window: takes them where they are for this screen, and says whether it did. */
    default boolean take(List<Path> files) {
        return false;
    }

    /** Nothing of the screen runs any more, and the review is about to be closed. Beside the FX thread. */
    default void closed() {}

    /** An undo or redo was about this record: the screen shows it again. */
    default void returnTo(RecordId record) {}

    /** The review has changed, whoever changed it. Called on the FX thread, also for screens never visited. */
    void refresh(Changes changes);
}
