package org.winnow.formats.tagged;

import java.util.function.Consumer;
import org.winnow.model.BibRecord;

/** What tells one tagged format from the others, as {@link TaggedReader} needs it line by line. */
public interface Dialect {
    /** What a tagged line does to the record that is open. */
    enum Step {
        /** It belongs to the record, or begins one where none is open. */
        FIELD,
        /** It begins another record. */
        BEGIN,
        /** It ends the record. */
        END,
        /** It belongs to no record. */
        PASS
    }

    /** The tag at the start of a line, empty where it has none. */
    String tag(char[] b, int start, int end);

    /** Where the value begins in a line that has a tag. */
    int value(char[] b, int start, int end, String tag);

    /**
     * What a line with a tag is.
     *
     * @param fields the record that is open, or nothing
     * @param afterBlank whether an empty line stands before it
     */
    Step step(String tag, Fields fields, boolean afterBlank);

    /** Whether a line without a tag announces a record, and so ends the one before. */
    default boolean heading(String line, boolean afterBlank) {
        return false;
    }

    /** Whether a line that stands outside any record says nothing, as the legends of a file do. */
    default boolean furniture(String line) {
        return false;
    }

    /**
     * Takes a line without a tag into the record.
     *
     * @param indented whether blanks stand before it
     * @param afterBlank whether an empty line stands before it
     */
    void more(Fields fields, String line, boolean indented, boolean afterBlank);

    /** Whether a record that does not end with {@link Step#END} is unfinished. */
    default boolean endsAreMarked() {
        return false;
    }

    /** How text outside any record gets into one, a clause without a full stop. */
    String remedy();

    /**
     * The record that the fields describe, without its raw text.
     *
     * @param mends told of every value that could not go where its tag says
     */
    BibRecord.Builder map(Fields fields, Consumer<String> mends);
}
