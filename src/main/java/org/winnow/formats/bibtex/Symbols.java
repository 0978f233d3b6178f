package org.winnow.formats.bibtex;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which characters LaTeX's commands and accents stand for. */
final class Symbols {
    private static final Map<String, String> COMMANDS = commands();

    /** Accents and the combining characters (Unicode, Combining Diacritical Marks) that they are. */
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("`", "\u0300"),
            Map.entry("'", "\u0301"),
            Map.entry("^", "\u0302"),
            Map.entry("~", "\u0303"),
            Map.entry("=", "\u0304"),
            Map.entry("u", "\u0306"),
            Map.entry(".", "\u0307"),
            Map.entry("\"", "\u0308"),
            Map.entry("r", "\u030A"),
            Map.entry("H", "\u030B"),
            Map.entry("v", "\u030C"),
            Map.entry("d", "\u0323"),
            Map.entry("c", "\u0327"),
            Map.entry("k", "\u0328"),
            Map.entry("b", "\u0331"),
            Map.entry("t", "\u0361"));

    private static final String PLAIN = "0123456789+-=()niabcdefghijklmoprstuvwxyz";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ";

    private Symbols() {}

    /** What a command without its backslash stands for. */
    static Optional<String> of(String command) {
        return Optional.ofNullable(COMMANDS.get(command));
    }

    static boolean accent(String command) {
        return ACCENTS.containsKey(command);
    }

    /** A text with an accent on its first character; an accent on nothing stands for itself. */
    static String accented(String command, String text) {
        if (text.isEmpty()) {
            return command.equals("~") ? "~" : command.equals("^") ? "^" : "";
        }
        int first = text.codePointAt(0);
        int length = Character.charCount(first);
        String base = first == 'ı' ? "i" : first == 'ȷ' ? "j" : text.substring(0, length);
        String mark = Objects.requireNonNull(ACCENTS.get(command));
        return Normalizer.normalize(base + mark, Normalizer.Form.NFC) + text.substring(length);
    }

    /** Digits, signs and letters above the line; empty where Unicode lacks one of them. */
    static Optional<String> raised(String text) {
        return moved(text, RAISED);
    }

    /** Digits and signs below the line. */
    static Optional<String> lowered(String text) {
        return moved(text, LOWERED);
    }

    private static Optional<String> moved(String text, String to) {
        StringBuilder moved = new StringBuilder();
        for (char c : text.replace('−', '-').toCharArray()) {
            int place = PLAIN.indexOf(c);
            if (place < 0 || place >= to.length()) {
                return Optional.empty();
            }
            moved.append(to.charAt(place));
        }
        return Optional.of(moved.toString());
    }

    private static Map<String, String> commands() {
        Map<String, String> commands = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Symbols.class.getResourceAsStream("symbols.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(l -> !l.startsWith("#")).forEach(l -> {
                int blank = l.indexOf(' ');
                commands.put(l.substring(0, blank), l.substring(blank + 1));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the program is incomplete: symbols.txt", e);
        }
        return Map.copyOf(commands);
    }
}
