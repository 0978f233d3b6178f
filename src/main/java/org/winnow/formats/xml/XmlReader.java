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

    private final XmlRecords records;
    private final XmlParser parser = new XmlParser();
    private final Intake intake;
    private final Mapping mapping;

    /** @param names the elements that are records */
    public XmlReader(TextInput in, Set<String> names, Intake intake, Mapping mapping) {
        this.records = new XmlRecords(in, names);
        this.intake = intake;
        this.mapping = mapping;
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
        BibRecord record = mapping.map(element, mends::add).raw(records.text()).build();
        Substance.handOn(record, records.line(), mends, intake);
    }

    private void tellOfEntities() {
        intake.outside(
                records.entitiesAt(),
                "The file declares entities of its own. They are never resolved, because they can read other files or"
                        + " fill the memory; where a record uses one, its name stands in the text.",
                "");
    }
}
