package org.winnow.formats.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.decision.Carried.Tool;
import org.winnow.model.BibRecord;
import org.winnow.model.Verdict;

/**
 * Reads a single word of decision: ASReview's notes and its columns under all the names that it takes itself, and the
 * column of I and E that EPPI-Reviewer writes.
 */
final class LabelReading {
    private static final Set<String> COLUMNS = Set.of(
            "asreview_label",
            "included",
            "label",
            "final_included",
            "label_included",
            "included_label",
            "included_final",
            "included_flag",
            "include");

    private LabelReading() {}

    static List<Carried> of(BibRecord record) {
        for (String note : record.notes()) {
            Verdict said = inNote(note);
            if (said != null) {
                return List.of(Carried.verdict(Tool.ASREVIEW, "", null, said, ""));
            }
        }
        List<Carried> found = new ArrayList<>();
        String reviewer = value(record, "asreview_user_name");
        for (Map.Entry<String, List<String>> extra : record.extra().entrySet()) {
            String column = extra.getKey().toLowerCase(Locale.ROOT);
            Verdict said = COLUMNS.contains(column) ? inCell(String.join(" ", extra.getValue())) : null;
            if (said != null) {
                found.add(Carried.verdict(tool(column, extra.getValue()), reviewer, null, said, ""));
                break;
            }
        }
        String note = value(record, "asreview_note");
        if (!note.isEmpty()) {
            found.add(Carried.words(Tool.ASREVIEW, reviewer, note, List.of()));
        }
        return found;
    }

    /** ASReview looks for these words anywhere in a note; version 1 put validate_ in their middle. */
    private static @Nullable Verdict inNote(String note) {
        if (note.contains("ASReview_irrelevant") || note.contains("ASReview_validate_irrelevant")) {
            return Verdict.EXCLUDE;
        }
        return note.contains("ASReview_relevant") || note.contains("ASReview_validate_relevant")
                ? Verdict.INCLUDE
                : null;
    }

    private static @Nullable Verdict inCell(String cell) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "1", "1.0", "yes", "y", "true", "relevant", "include", "included", "i" -> Verdict.INCLUDE;
            case "0", "0.0", "no", "n", "false", "irrelevant", "exclude", "excluded", "e" -> Verdict.EXCLUDE;
            case "maybe" -> Verdict.MAYBE;
            default -> null;
        };
    }

    private static Tool tool(String column, List<String> cells) {
        boolean letter = cells.size() == 1 && cells.get(0).strip().matches("[IE]");
        return column.equals("included") && letter ? Tool.EPPI : Tool.ASREVIEW;
    }

    private static String value(BibRecord record, String column) {
        return record.extra().entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(column))
                .map(e -> String.join(" ", e.getValue()).strip())
                .findFirst()
                .orElse("");
    }
}
