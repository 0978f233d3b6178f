package org.winnow.formats.ris;

import java.util.Set;
import org.winnow.formats.text.Chars;

/** What a RIS tag looks like. A tag is kept as one number, its two letters side by side. */
final class RisTags {
    static final int TY = code("TY");
    static final int ER = code("ER");
    static final int KW = code("KW");

    /** The tags of the RIS specifications of 2001 and 2011 and those that databases added. */
    private static final Set<String> KNOWN = Set.of(
            ("A1 A2 A3 A4 A5 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DI DO DP ED EP ER ET FU FX "
                            + "ID IP IS J1 J2 JA JF JI JO J9 KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NF NV OP PA PB PG "
                            + "PI PM PP PT PU PY RD RI RN RP SE SN SP ST SV T1 T2 T3 TA TI TT TY U1 U2 U3 U4 U5 UR UT "
                            + "VL VO WE WP WT Y1 Y2 YR NO LG")
                    .split(" "));

    /** Tags whose unmarked following lines are values of their own, as EndNote writes lists. */
    private static final Set<String> LISTS = Set.of("KW", "UR", "L1", "L2", "L3", "L4", "LK", "SN", "DB");

    /** Tags of lists and remarks, each bare line of which stands for itself. */
    private static final Set<String> PROSE =
            Set.of("AD", "RN", "M1", "M2", "U1", "U2", "U3", "U4", "U5", "FX", "C1", "C2", "C3");

    private RisTags() {}

    static int code(String tag) {
        return code(tag.charAt(0), tag.charAt(1));
    }

    static int code(char first, char second) {
        return first << 8 | second;
    }

    static String name(int code) {
        return String.valueOf(new char[] {(char) (code >> 8), (char) (code & 0xFF)});
    }

    static boolean known(int code) {
        return KNOWN.contains(name(code));
    }

    static boolean list(int code) {
        return LISTS.contains(name(code));
    }

    static boolean paragraphs(int code) {
        return code == code('A', 'B') || code == code('N', '2');
    }

    static boolean remark(int code) {
        return code == code('N', '1');
    }

    static boolean prose(int code) {
        return PROSE.contains(name(code));
    }

    /** Whether a text is a tag by its shape. */
    static boolean shaped(String tag) {
        return tag.length() == 2 && upper(tag.charAt(0)) && (upper(tag.charAt(1)) || digit(tag.charAt(1)));
    }

    /**
     * The tag at the start of a line, or 0. {@code XX␣␣-␣} is a tag whatever its letters; with other spacing only known
     * tags are, so that wrapped text such as {@code IL-6} stays text.
     *
     * @param tight whether this file writes its tags without any blanks
     */
    static int at(char[] b, int start, int end, boolean tight) {
        int s = Chars.skip(b, start, end);
        if (end - s < 3 || !upper(b[s]) || !upper(b[s + 1]) && !digit(b[s + 1])) {
            return 0;
        }
        int dash = s + 2;
        while (dash < end && (b[dash] == ' ' || b[dash] == '\t' || b[dash] == '\u00A0')) {
            dash++;
        }
        int gap = dash - s - 2;
        boolean minus = dash < end && (b[dash] == '-' || b[dash] == '–' && gap == 2);
        if (!minus || gap > 4) {
            return 0;
        }
        int code = code(b[s], b[s + 1]);
        boolean free = dash + 1 == end || Chars.blank(b[dash + 1]);
        if (gap == 2 && free) {
            return s == start || known(code) ? code : 0;
        }
        if (!known(code) || s > start) {
            return 0;
        }
        return gap > 0 || tight || free && end - dash <= 2 || free && code == TY ? code : 0;
    }

    /** Where the value begins in a line that {@link #at} took for a tag. */
    static int valueAt(char[] b, int start, int end) {
        int i = start;
        while (i < end && b[i] != '-' && b[i] != '–') {
            i++;
        }
        return Math.min(i + 1, end);
    }

    private static boolean upper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
