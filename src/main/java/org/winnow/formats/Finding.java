package org.winnow.formats;

import java.io.IOException;
import org.winnow.formats.text.Intake;

/**
 * A file that is ready to be read.
 *
 * @param database the database that the content itself names, empty when it names none or several
 */
record Finding(Format format, String database, Reader reader) {
    /** Reads a whole file as a stream: memory must not grow with its length. */
    interface Reader {
        void read(Contents contents, Intake intake) throws IOException;
    }
}
