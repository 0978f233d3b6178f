package org.winnow.formats.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.winnow.formats.decision.Carried.Tool;
import org.winnow.formats.value.NoteText;
import org.winnow.model.Verdict;

/**
 * Reads the note in which Rayyan keeps decisions: parts divided by {@code " | "}, people's values as a Ruby hash.
 * Labels and reasons belong to nobody there: the first reason is that of everybody who excluded.
 */
final class RayyanReading {
    private static final Pattern INCLUSION = Pattern.compile("RAYYAN-INCLUSION:\\s*\\{(.*?)\\}(?=\\s*\\||\\s*$)");
    private static final Pattern VERDICT = Pattern.compile(
            "\"((?:[^\"\\\\]|\\\\.)*)\"\\s*=>\\s*\"?(included|excluded|maybe|true|false)\"?", Pattern.CASE_INSENSITIVE);
    private static final String END = "(.*?)\\s*(?=\\|\\s*(?:RAYYAN-|USER-NOTES:)|$)";
    private static final Pattern LABELS = Pattern.compile("RAYYAN-LABELS:\\s*" + END);
    private static final Pattern REASONS = Pattern.compile("RAYYAN-EXCLUSION-REASONS:\\s*" + END);
    private static final Pattern NOTES = Pattern.compile("USER-NOTES:\\s*\\{(.*)\\}");
    private static final Pattern NOTE_OF =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*=>\\s*\\[((?:\\s*,?\\s*\"(?:[^\"\\\\]|\\\\.)*\")*)\\s*\\]");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private RayyanReading() {}

    static List<Carried> of(List<String> notes) {
        List<Carried> found = new ArrayList<>();
        for (String note : notes) {
            String plain = NoteText.plain(note).replaceAll("\\s*\\R\\s*", " ");
            if (plain.contains("RAYYAN-")) {
                read(plain, found);
            }
        }
        return found;
    }

    /**
     * What the log says, with the notes that only the records have. Those name people as they call themselves, the log
     * by their addresses: each note says whose it is and goes to whoever decided.
     */
    static List<Carried> withNotes(List<Carried> logged, List<String> notes) {
        String words = of(notes).stream()
                .filter(c -> !c.note().isEmpty())
                .map(c -> c.reviewer() + ": " + c.note())
                .collect(Collectors.joining("\n"));
        if (words.isEmpty()) {
            return logged;
        }
        List<Carried> all = new ArrayList<>(logged);
        all.add(Carried.words(Tool.RAYYAN, "", words, List.of()));
        return all;
    }

    private static void read(String note, List<Carried> found) {
        List<String> reasons = list(REASONS, note);
        Matcher inclusion = INCLUSION.matcher(note);
        if (inclusion.find()) {
            Matcher verdict = VERDICT.matcher(inclusion.group(1));
            while (verdict.find()) {
                Verdict said = verdict(verdict.group(2));
                String reason = said == Verdict.EXCLUDE && !reasons.isEmpty() ? reasons.get(0) : "";
                found.add(Carried.verdict(Tool.RAYYAN, unquoted(verdict.group(1)), null, said, reason));
            }
        }
        List<String> labels = list(LABELS, note);
        if (!labels.isEmpty()) {
            found.add(Carried.words(Tool.RAYYAN, "", "", labels));
        }
        Matcher notes = NOTES.matcher(note);
        if (notes.find()) {
            Matcher of = NOTE_OF.matcher(notes.group(1));
            while (of.find()) {
                found.add(Carried.words(Tool.RAYYAN, unquoted(of.group(1)), joined(of.group(2)), List.of()));
            }
        }
    }

    private static Verdict verdict(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "included", "true" -> Verdict.INCLUDE;
            case "maybe" -> Verdict.MAYBE;
            default -> Verdict.EXCLUDE;
        };
    }

    private static List<String> list(Pattern part, String note) {
        Matcher m = part.matcher(note);
        return m.find()
                ? Arrays.stream(m.group(1).split(","))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList()
                : List.of();
    }

    private static String joined(String quoted) {
        List<String> all = new ArrayList<>();
        Matcher m = QUOTED.matcher(quoted);
        while (m.find()) {
            all.add(unquoted(m.group(1)));
        }
        return String.join("; ", all);
    }

    private static String unquoted(String text) {
        return text.replaceAll("\\\\(.)", "$1").strip();
    }
}
