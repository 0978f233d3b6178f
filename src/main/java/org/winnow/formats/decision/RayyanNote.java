package org.winnow.formats.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.winnow.model.Decision;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.Verdict;

/** The note in which Rayyan keeps decisions: parts divided by {@code " | "}, people's values as a Ruby hash. */
public final class RayyanNote {
    private RayyanNote() {}

    /** The note, empty when there is nothing to say. */
    public static String of(ScreenedRecord r) {
        List<String> parts = new ArrayList<>();
        Map<String, String> verdicts = verdicts(r.decisions());
        if (!verdicts.isEmpty()) {
            parts.add("RAYYAN-INCLUSION: " + hash(verdicts));
        }
        if (!r.tags().isEmpty()) {
            parts.add("RAYYAN-LABELS: " + String.join(",", r.tags()));
        }
        Set<String> reasons = reasons(r);
        if (!reasons.isEmpty()) {
            parts.add("RAYYAN-EXCLUSION-REASONS: " + String.join(",", reasons));
        }
        if (!r.notes().isEmpty()) {
            Map<String, String> notes = new LinkedHashMap<>();
            r.notes().forEach((who, note) -> notes.put(who, "[" + quoted(note) + "]"));
            parts.add("USER-NOTES: " + hash(notes));
        }
        return String.join(" | ", parts);
    }

    /** Each reviewer's latest verdict; decisions come oldest first. */
    private static Map<String, String> verdicts(List<Decision> decisions) {
        Map<String, Decision> latest = new LinkedHashMap<>();
        for (Decision d : decisions) {
            latest.merge(d.reviewer().name(), d, RayyanNote::later);
        }
        Map<String, String> words = new LinkedHashMap<>();
        latest.forEach((who, d) -> {
            if (d.verdict() != null) {
                words.put(who, quoted(word(d.verdict())));
            }
        });
        return words;
    }

    /** What was said at full text outweighs what was said at title and abstract; a withdrawal does not. */
    private static Decision later(Decision before, Decision now) {
        if (now.verdict() == null && now.stage() != before.stage()) {
            return before;
        }
        return now.stage().compareTo(before.stage()) >= 0 || before.verdict() == null ? now : before;
    }

    private static Set<String> reasons(ScreenedRecord r) {
        Set<String> reasons = new LinkedHashSet<>();
        if (!r.reason().isEmpty()) {
            reasons.add(r.reason());
        }
        for (Decision d : r.decisions()) {
            if (d.verdict() == Verdict.EXCLUDE && d.reason() != null) {
                reasons.add(d.reason().label());
            }
        }
        return reasons;
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case INCLUDE -> "Included";
            case EXCLUDE -> "Excluded";
            case MAYBE -> "Maybe";
        };
    }

    private static String hash(Map<String, String> pairs) {
        StringJoiner all = new StringJoiner(", ", "{", "}");
        pairs.forEach((key, value) -> all.add(quoted(key) + "=>" + value));
        return all.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
