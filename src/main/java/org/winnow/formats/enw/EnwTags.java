package org.winnow.formats.enw;

import java.util.LinkedHashMap;
import java.util.Map;
import org.winnow.formats.value.ExtraKey;

/** EndNote's tags (the table of its option file “EndNote Import”) that have no field in a record. */
final class EnwTags {
    /** Characters that can follow the percent sign. */
    private static final String KNOWN = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ@!#$*()^<>[]=~&?+";

    /** What each tag means beside the fields; tags that are not here keep their own name. */
    static final Map<String, String> KEYS = keys();

    private EnwTags() {}

    /** Whether a line begins with a tag. */
    static boolean at(char[] b, int start, int end) {
        boolean shaped = end - start >= 2 && b[start] == '%' && KNOWN.indexOf(b[start + 1]) >= 0;
        return shaped && (end - start == 2 || b[start + 2] == ' ' || b[start + 2] == '\t');
    }

    private static Map<String, String> keys() {
        Map<String, String> m = new LinkedHashMap<>();
        m.put("%E", ExtraKey.EDITOR);
        m.put("%Y", ExtraKey.SERIES_EDITOR);
        m.put("%?", ExtraKey.TRANSLATOR);
        m.put("%C", ExtraKey.PLACE);
        m.put("%7", ExtraKey.EDITION);
        m.put("%S", ExtraKey.SERIES);
        m.put("%!", ExtraKey.SHORT_TITLE);
        m.put("%Q", ExtraKey.OTHER_TITLE);
        m.put("%6", ExtraKey.VOLUME_COUNT);
        m.put("%&", ExtraKey.SECTION);
        m.put("%+", ExtraKey.AFFILIATION);
        m.put("%9", ExtraKey.WORK_TYPE);
        m.put("%~", ExtraKey.DATABASE);
        m.put("%W", ExtraKey.PROVIDER);
        m.put("%[", ExtraKey.ACCESS_DATE);
        m.put("%>", ExtraKey.FILE);
        m.put("%L", ExtraKey.CALL_NUMBER);
        m.put("%F", ExtraKey.LABEL);
        m.put("%^", ExtraKey.CAPTION);
        m.put("%<", ExtraKey.RESEARCH_NOTE);
        String custom = "1234#$]";
        for (int i = 0; i < custom.length(); i++) {
            m.put("%" + custom.charAt(i), ExtraKey.CUSTOM + (i + 1));
        }
        return m;
    }
}
