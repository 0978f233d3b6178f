package org.winnow.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.winnow.formats.table.TableLayout;
import org.winnow.model.ScreenedRecord;

/**
 * One family of formats: how its files are recognised, read and written. A new family is a class of this kind in this
 * package, a package of its own for the work, and a line in {@link Families}.
 */
interface Family {
    /** The formats that {@link #recognise} and {@link #open} know. */
    Set<Format> reads();

    /** The formats that {@link #write} knows. */
    default Set<Format> writes() {
        return Set.of();
    }

    /** Which of its formats a file is, told by its first bytes; empty when it is none. Its name is never asked. */
    Optional<Format> recognise(Head head) throws IOException;

    /**
     * Prepares to read a file as a format that was recognised or that the person has asked for.
     *
     * @throws UnreadableFile when the file cannot be that
     */
    Finding open(Format format, Head head) throws IOException;

    /** Whether its files are tables, with columns that can be mapped. */
    default boolean tabular() {
        return false;
    }

    /**
     * How a file is laid out as a table, to be shown and changed before it is read.
     *
     * @throws UnreadableFile when it is no table
     */
    default TableLayout layout(Format format, Head head) throws IOException {
        throw new UnreadableFile(head.name() + " is " + format.title() + ", which has no columns to choose.");
    }

    /**
     * Writes records with what the review decided about them, and leaves the stream open.
     *
     * @return the number of records written
     */
    default long write(Format format, Stream<ScreenedRecord> records, OutputStream out) throws IOException {
        throw new IllegalArgumentException(format + " is not among what this family writes");
    }
}
