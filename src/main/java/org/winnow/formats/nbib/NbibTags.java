package org.winnow.formats.nbib;

import java.util.Set;

/** What a tag of MEDLINE text looks like: two to four capitals or digits, padded to four, then a hyphen. */
final class NbibTags {
    /** Tags with which a record may begin. */
    private static final Set<String> FIRST = Set.of("PMID", "PMC", "PMCR", "OWN", "UI", "STAT");

    private NbibTags() {}

    /** The tag at the start of a line, or empty. */
    static String at(char[] b, int start, int end) {
        int i = start;
        while (i < end && i - start < 5 && (b[i] >= 'A' && b[i] <= 'Z' || b[i] >= '0' && b[i] <= '9')) {
            i++;
        }
        int letters = i - start;
        if (letters < 2 || letters > 4 || b[start] <= '9') {
            return "";
        }
        while (i < end && b[i] == ' ' && i - start < 5) {
            i++;
        }
        if (i >= end || b[i] != '-') {
            return "";
        }
        boolean padded = i - start == 4;
        boolean bare = i - start == letters && (i + 1 == end || b[i + 1] == ' ');
        return padded || bare || letters < i - start ? new String(b, start, letters) : "";
    }

    static boolean first(String tag) {
        return FIRST.contains(tag);
    }
}
