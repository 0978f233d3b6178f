package org.winnow.formats.nbib;

import java.util.Set;

/** What can be said of MEDLINE text line by line, before it is read. */
public final class NbibFile {
    private static final Set<String> TELLING = Set.of(
            "PMID", "PMC", "PMCR", "OWN", "STAT", "FAU", "DCOM", "LID", "AID", "JID", "PHST", "EDAT", "MHDA", "OID");

    private NbibFile() {}

    /** Whether a line begins with a tag that no other tagged format has. */
    public static boolean telling(String line) {
        int from = line.startsWith("\uFEFF") ? 1 : 0;
        char[] b = line.toCharArray();
        return TELLING.contains(NbibTags.at(b, from, b.length));
    }
}
