package org.winnow.ui.prisma;

import org.winnow.model.RecordId;
import org.winnow.model.Stage;

/** Leads from a number to one of the records behind it, where it was decided. */
public interface RecordDoor {
    void open(Stage stage, RecordId record);
}
