package org.winnow.formats.decision;

import java.util.ArrayList;
import java.util.List;
import org.winnow.model.ScreenedRecord;

/** The notes to write before a record's own, and which of its own are left from an earlier export. */
public final class DecisionNotes {
    private static final String RAYYAN = "RAYYAN-INCLUSION: ";

    private DecisionNotes() {}

    /** ASReview's label first, then Rayyan's line, then Winnow's; nothing for a record that nobody decided on. */
    public static List<String> of(ScreenedRecord r) {
        List<String> notes = new ArrayList<>();
        if (r.decisions().isEmpty()) {
            return notes;
        }
        notes.add(FinalLabel.of(r).note());
        String rayyan = RayyanNote.of(r);
        if (!rayyan.isEmpty()) {
            notes.add(rayyan);
        }
        notes.add(WinnowNote.of(r));
        return notes;
    }

    /** The record's own notes; where decisions are written anew, without those that an earlier export wrote. */
    public static List<String> own(ScreenedRecord r) {
        List<String> notes = r.record().notes();
        int ours = last(notes);
        if (r.decisions().isEmpty() || ours < 0) {
            return notes;
        }
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            String note = notes.get(i);
            boolean label = note.equals(FinalLabel.RELEVANT.note())
                    || note.equals(FinalLabel.IRRELEVANT.note())
                    || note.equals(FinalLabel.NOT_SEEN.note());
            boolean written = i <= ours && (label || note.startsWith(RAYYAN) || note.startsWith(WinnowNote.MARK));
            if (!written) {
                kept.add(note);
            }
        }
        return kept;
    }

    private static int last(List<String> notes) {
        int last = -1;
        for (int i = 0; i < notes.size(); i++) {
            last = notes.get(i).startsWith(WinnowNote.MARK) ? i : last;
        }
        return last;
    }
}
