package org.winnow.formats.ris;

import org.winnow.formats.text.Chars;

/**
 * Takes values apart that hold further tags, as Rayyan writes them when it lost the line breaks of what it had read:
 * {@code https://… export     U2  - L2029880245}.
 */
final class Unfolding {
    private final RisEntry entry;

    Unfolding(RisEntry entry) {
        this.entry = entry;
    }

    void add(int tag, String value) {
        int from = 0;
        int current = tag;
        int dash = value.indexOf("  - ");
        while (dash > 0) {
            int at = dash - 2;
            if (at >= from + 2 && folded(value, at)) {
                entry.add(current, Chars.trimmed(value.substring(from, at)));
                current = RisTags.code(value.charAt(at), value.charAt(at + 1));
                from = dash + 4;
            }
            dash = value.indexOf("  - ", dash + 1);
        }
        entry.add(current, Chars.trimmed(value.substring(from)));
    }

    private static boolean folded(String value, int at) {
        String tag = value.substring(at, at + 2);
        boolean gap = value.charAt(at - 1) == ' ' && value.charAt(at - 2) == ' ';
        return gap && RisTags.shaped(tag) && RisTags.known(RisTags.code(tag));
    }
}
