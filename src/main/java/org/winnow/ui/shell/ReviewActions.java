package org.winnow.ui.shell;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyStringProperty;

/** What the window around the screens can do with files and with the open review. */
public interface ReviewActions {
    void newReview();

    void openReview();

    void open(Path review);

    void sample();

    void backUp();

    void exportRecords();

    /** Somebody else decides from now on. */
    void decideAs();

    void closeReview();

    void quit();

    void undo();

    void redo();

    /** What undo would take back, in words; empty when there is nothing. */
    ReadOnlyStringProperty undoText();

    /** What redo would do again, in words; empty when there is nothing. */
    ReadOnlyStringProperty redoText();
}
