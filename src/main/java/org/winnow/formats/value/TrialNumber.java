package org.winnow.formats.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the number of a trial in the registries that the WHO's platform (ICTRP) gathers. */
public final class TrialNumber {
    private static final Pattern NUMBER =
            Pattern.compile("\\b(NCT\\d{8}|ISRCTN\\d{8}|ACTRN\\d{14}|EUCTR\\d{4}-\\d{6}-\\d{2}"
                    + "|DRKS\\d{8}|ChiCTR[\\w-]{6,16}|CTRI/\\d{4}/\\d{2,3}/\\d{6}|UMIN\\d{9}|JPRN-\\w+|jRCT\\w{10}"
                    + "|IRCT\\w{10,20}|NTR\\d{3,5}|NL\\d{4}|KCT\\d{7}|PACTR\\d{12,16}|RBR-\\w{6,8}|RPCEC\\d{8}|SLCTR/\\d{4}/\\d{3}"
                    + "|TCTR\\d{11}|PER-\\d{3}-\\d{2}|LBCTR\\d{10}|\\d{4}-\\d{6}-\\d{2})\\b");

    private TrialNumber() {}

    /** The number in a value such as {@code ClinicalTrials.gov/NCT01234567}, empty where there is none. */
    public static String in(String value) {
        Matcher m = NUMBER.matcher(value);
        return m.find() ? m.group() : "";
    }
}
