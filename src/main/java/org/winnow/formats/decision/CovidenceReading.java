package org.winnow.formats.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.formats.decision.Carried.Tool;
import org.winnow.model.BibRecord;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;

/**
 * Reads what Covidence says: stage and decision in the name of the file only ({@code review_12_excluded_csv_….csv}),
 * reason and notes in one column, tags in another.
 */
final class CovidenceReading {
    private static final Pattern FILE =
            Pattern.compile("review_\\d+_(screen|irrelevant|select|included|excluded)_", Pattern.CASE_INSENSITIVE);
    private static final Pattern REASON = Pattern.compile("Exclusion reason:\\s*([^;]*);?\\s*");

    private CovidenceReading() {}

    static List<Carried> of(BibRecord record, String fileName) {
        Matcher file = FILE.matcher(fileName);
        String part = file.find() ? file.group(1).toLowerCase(Locale.ROOT) : "";
        String notes = String.join("; ", record.notes());
        Matcher reason = REASON.matcher(notes);
        boolean excluded = reason.find();
        if (part.isEmpty() && !excluded) {
            return List.of();
        }
        List<Carried> found = new ArrayList<>(verdicts(
                part.isEmpty() ? "excluded" : part, excluded ? reason.group(1).strip() : ""));
        String rest = (excluded ? reason.replaceFirst("") : notes).strip();
        if (!rest.isEmpty() || !tags(record).isEmpty()) {
            found.add(Carried.words(Tool.COVIDENCE, "", rest, tags(record)));
        }
        return found;
    }

    private static List<Carried> verdicts(String part, String reason) {
        Carried passed = said(Stage.TITLE_ABSTRACT, Verdict.INCLUDE, "");
        return switch (part) {
            case "irrelevant" -> List.of(said(Stage.TITLE_ABSTRACT, Verdict.EXCLUDE, ""));
            case "select" -> List.of(passed);
            case "included" -> List.of(passed, said(Stage.FULL_TEXT, Verdict.INCLUDE, ""));
            case "excluded" -> List.of(passed, said(Stage.FULL_TEXT, Verdict.EXCLUDE, reason));
            default -> List.of();
        };
    }

    private static Carried said(Stage stage, Verdict verdict, String reason) {
        return Carried.verdict(Tool.COVIDENCE, "", stage, verdict, reason);
    }

    private static List<String> tags(BibRecord record) {
        for (Map.Entry<String, List<String>> extra : record.extra().entrySet()) {
            if (extra.getKey().equalsIgnoreCase("tags")) {
                return extra.getValue().stream()
                        .flatMap(v -> Arrays.stream(v.split(";")))
                        .map(String::strip)
                        .filter(t -> !t.isEmpty())
                        .toList();
            }
        }
        return List.of();
    }
}
