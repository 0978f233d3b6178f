package org.winnow.formats.ovid;

import java.util.List;
import org.winnow.formats.tagged.Dialect;

/** What can be said of Ovid's text before it is read. */
public final class OvidFile {
    private static final int LINES_LOOKED_AT = 60;

    private OvidFile() {}

    /** Whether a text begins as Ovid's own formats do: with a number in angle brackets, or with the names of fields. */
    public static boolean recognises(String text) {
        List<String> lines = first(text);
        if (lines.isEmpty()) {
            return false;
        }
        boolean vendor = lines.stream().anyMatch(l -> l.strip().matches("VN {1,3}- Ovid Technologies"));
        boolean named = lines.stream().filter(OvidNamed::telling).distinct().count() > 1;
        return vendor
                || named && (OvidTagged.number(lines.getFirst().strip()) || OvidNamed.telling(lines.getFirst()))
                || OvidTagged.number(lines.getFirst().strip());
    }

    /** How to read a text that is Ovid's. */
    public static Dialect dialect(String text) {
        OvidTagged tagged = new OvidTagged();
        boolean any = first(text).stream()
                .anyMatch(l -> !tagged.tag(l.toCharArray(), 0, l.length()).isEmpty());
        return any ? tagged : new OvidNamed();
    }

    private static List<String> first(String text) {
        return text.lines()
                .map(l -> l.replace("\uFEFF", ""))
                .filter(l -> !l.isBlank())
                .limit(LINES_LOOKED_AT)
                .toList();
    }
}
