package org.winnow.formats.refworks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.winnow.formats.value.ExtraKey;

/** The tags of RefWorks (the legend at the head of its exports). */
final class RefWorksTags {
    private static final Set<String> KNOWN = Set.of(
            ("RT SR ID A1 T1 JF JO YR FD VO IS SP OP K1 AB NO A2 T2 ED PB PP A3 A4 A5 T3 SN AV AD AN LA CL SF OT LK "
                            + "DO CN DB DS IP RD ST U1 U2 U3 U4 U5 U6 U7 U8 U9 U10 U11 U12 U13 U14 U15 UL SL LL CR WT "
                            + "A6 WV WP OL PMID PMCID JN PY T4")
                    .split(" "));

    private static final int LONGEST = 5;

    /** What tags mean beside the fields. */
    static final Map<String, String> KEYS = keys();

    private RefWorksTags() {}

    /** The tag at the start of a line, or empty. */
    static String at(char[] b, int start, int end) {
        int i = start;
        while (i < end && i - start <= LONGEST && (b[i] >= 'A' && b[i] <= 'Z' || b[i] >= '0' && b[i] <= '9')) {
            i++;
        }
        boolean apart = i == end || b[i] == ' ' || b[i] == '\t';
        if (i - start < 2 || i - start > LONGEST || !apart) {
            return "";
        }
        String tag = new String(b, start, i - start);
        return KNOWN.contains(tag) ? tag : "";
    }

    private static Map<String, String> keys() {
        Map<String, String> m = new LinkedHashMap<>();
        m.put("A2", ExtraKey.EDITOR);
        m.put("A3", ExtraKey.SERIES_EDITOR);
        m.put("A4", ExtraKey.TRANSLATOR);
        m.put("PP", ExtraKey.PLACE);
        m.put("ED", ExtraKey.EDITION);
        m.put("T3", ExtraKey.SERIES);
        m.put("ST", ExtraKey.SHORT_TITLE);
        m.put("OT", ExtraKey.OTHER_TITLE);
        m.put("AD", ExtraKey.AFFILIATION);
        m.put("DB", ExtraKey.DATABASE);
        m.put("DS", ExtraKey.PROVIDER);
        m.put("RD", ExtraKey.ACCESS_DATE);
        m.put("LK", ExtraKey.OTHER_URL);
        m.put("UL", ExtraKey.OTHER_URL);
        m.put("CN", ExtraKey.CALL_NUMBER);
        m.put("PMCID", ExtraKey.PMCID);
        m.put("ID", ExtraKey.LIBRARY_NUMBER);
        return m;
    }
}
