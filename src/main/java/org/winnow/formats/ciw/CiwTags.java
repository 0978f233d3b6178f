package org.winnow.formats.ciw;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.winnow.formats.value.ExtraKey;

/** Field tags of Web of Science (its help, “Field Tags”), with those of Inspec, BIOSIS, CABI and others in the same format. */
final class CiwTags {
    private static final Set<String> KNOWN = Set.of(
            ("FN VR PT AU AF BA BF BE GP CA ED EDF TI FT VT SO SE BS LA DT CT CY CL SP HO DE ID AB C1 C3 RP EM RI OI FU "
                            + "FX FP CR NR TC Z1 Z2 Z3 Z4 Z5 Z6 Z7 Z8 Z9 U1 U2 PU PI PA PV SN EI BN J9 JI PD PY VL IS "
                            + "PN SU SI MA BP EP AR PS PG P2 DI D2 DL EA EY WC WE SC GA PM OA HC HP UT DA ER EF AN AE "
                            + "AC AA CP TA CO CC CN OR BD TN TM GE MC DS CH MI MQ PR RT TY DN DG AW NT XX SF LT RC "
                            + "BR PC PE CG CB NM TR TE")
                    .split(" "));

    /** Tags each line of which is a value of its own. */
    private static final Set<String> LISTS = Set.of("AU", "AF", "BA", "BF", "BE", "GP", "CA", "ED", "CR", "EM");

    /** What tags mean beside the fields. */
    static final Map<String, String> KEYS = keys();

    private CiwTags() {}

    /** The tag at the start of a line, or empty. */
    static String at(char[] b, int start, int end) {
        if (end - start < 2 || !capital(b[start]) || !capital(b[start + 1]) && !digit(b[start + 1])) {
            return "";
        }
        if (end - start > 2 && b[start + 2] != ' ' && b[start + 2] != '\t') {
            return "";
        }
        String tag = new String(b, start, 2);
        return KNOWN.contains(tag) ? tag : "";
    }

    static boolean list(String tag) {
        return LISTS.contains(tag);
    }

    private static boolean capital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Map<String, String> keys() {
        Map<String, String> m = new LinkedHashMap<>();
        m.put("BE", ExtraKey.EDITOR);
        m.put("ED", ExtraKey.EDITOR);
        m.put("SE", ExtraKey.SERIES);
        m.put("CT", ExtraKey.CONFERENCE);
        m.put("PI", ExtraKey.PLACE);
        m.put("PV", ExtraKey.PLACE);
        m.put("FT", ExtraKey.OTHER_TITLE);
        m.put("C1", ExtraKey.AFFILIATION);
        m.put("DT", ExtraKey.WORK_TYPE);
        m.put("AR", ExtraKey.ARTICLE_NUMBER);
        m.put("PG", ExtraKey.PAGE_COUNT);
        return m;
    }
}
