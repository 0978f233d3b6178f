package org.winnow.prisma;

import java.util.Locale;

/** Numbers in running text, as English-language journals print them. */
final class Words {
    /** Marks a number that was typed in. */
    static final String BY_HAND = "†";

    private Words() {}

    static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** The count as it stands in a box of the diagram: (n = 1,234). */
    static String inBox(long n) {
        return "(n = " + number(n) + ")";
    }

    /** A count with its noun and verb: "1 record is", "1,234 records are". */
    static String counted(long n, String one, String many) {
        return number(n) + " " + (n == 1 ? one : many);
    }
}
