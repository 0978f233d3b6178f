package org.winnow.formats.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.winnow.formats.text.Intake;
import org.winnow.formats.text.TextInput;
import org.winnow.formats.value.Substance;
import org.winnow.model.BibRecord;

/** Reads the records of an XML file, each on its own. */
public final class XmlReader {
    /** From the element of a record to its fields. */
    public interface Mapping {
        /** @param mends told of every value that could not go where its element says */
        BibRecord.Builder map(XmlElement record, Consumer<String> mends);
    }

    /** Takes an element where it is not a record of its own, or not yet. */
    public interface Taking {
        /** @param mends what was mended so far, to which the taker may add */
        void take(XmlElement element, String raw, long line, List<String> mends);
    }

    private final XmlRecords records;
    private final XmlParser parser = new XmlParser();
    private final Intake intake;
    private final Taking taking;

    /** @param names the elements that are records */
    public XmlReader(TextInput in, Set<String> names, Intake intake, Mapping mapping) {
        this(in, names, Set.of(), intake, (element, raw, line, mends) -> {
            BibRecord record = mapping.map(element, mends::add).raw(raw).build();
            Substance.handOn(record, line, mends, intake);
        });
    }

    /**
     * @param names the elements that are taken
     * @param inner those of them that may stand within others, which they are left in then
     */
    public XmlReader(TextInput in, Set<String> names, Set<String> inner, Intake intake, Taking taking) {
        this.records = new XmlRecords(in, names, inner);
        this.intake = intake;
        this.taking = taking;
    }

    /** Reads to the end. */
    public void read() throws IOException {
        boolean told = false;
        while (records.next()) {
            if (!told && records.entitiesAt() > 0) {
                told = true;
                tellOfEntities();
            }
            record();
        }
        if (!told && records.entitiesAt() > 0) {
            tellOfEntities();
        }
    }

    private void record() {
        List<String> mends = new ArrayList<>();
        switch (records.end()) {
            case TOO_LARGE -> {
                intake.reject(
                        records.line(),
                        "The record is larger than any real one and was left out. Check that the file is whole.",
                        "");
                return;
            }
            case CUT_OFF ->
                mends.add(
                        "The file ends before this record does; what is there was kept. Check that the file is whole.");
            case MISSING -> mends.add("The end of the record is missing; it was ended where the next one begins.");
            case WHOLE -> {}
        }
        boolean whole = mends.isEmpty();
        if (records.flawed()) {
            mends.add(TextInput.FLAW);
        }
        XmlElement element = parser.parse(records.text(), whole ? mends::add : m -> {});
        taking.take(element, records.text(), records.line(), mends);
    }

    private void tellOfEntities() {
        intake.outside(
                records.entitiesAt(),
                "The file declares entities of its own. They are never resolved, because they can read other files or"
                        + " fill the memory; where a record uses one, its name stands in the text.",
                "");
    }
}
