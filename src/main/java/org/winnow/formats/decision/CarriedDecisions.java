package org.winnow.formats.decision;

import java.util.List;
import org.winnow.model.BibRecord;

/**
 * Reads what other programs, and our own exports, say of a record beside its bibliography. The program that tells most
 * is believed alone: a record that went through several carries the same decisions in each one's words.
 */
public final class CarriedDecisions {
    private CarriedDecisions() {}

    /**
     * What is said of a record.
     *
     * @param fileName without folders: Covidence says stage and decision nowhere else
     * @param log what Rayyan says of it beside the file; {@link RayyanLog#NONE} where there is no log
     */
    public static List<Carried> of(BibRecord record, String fileName, RayyanLog log) {
        List<Carried> logged = log.of(record);
        return logged.isEmpty() ? told(record, fileName) : RayyanReading.withNotes(logged, record.notes());
    }

    private static List<Carried> told(BibRecord record, String fileName) {
        List<Carried> found = WinnowNoteReading.of(record.notes());
        if (found.isEmpty()) {
            found = RayyanReading.of(record.notes());
        }
        if (found.isEmpty()) {
            found = CovidenceReading.of(record, fileName);
        }
        return found.isEmpty() ? LabelReading.of(record) : found;
    }
}
