package org.winnow.ui.screening;

import java.util.function.Consumer;
import org.winnow.model.RecordId;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Navigator;

/**
 * What leads out of a room.
 *
 * @param life shows everything that was ever done to a record
 * @param pages shows words on a page of a full text
 */
public record Doors(Navigator navigator, Dialogs dialogs, Consumer<RecordId> life, Pages pages) {
    /** Where a full text is read. */
    public interface Pages {
        /**
         * @param sha256 of the file
         * @param page from 1
         * @param words to be marked there
         */
        void show(RecordId record, String sha256, int page, String words);
    }
}
