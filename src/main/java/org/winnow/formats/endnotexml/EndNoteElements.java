package org.winnow.formats.endnotexml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.winnow.formats.value.ExtraKey;

/** Elements directly within a record of EndNote's that have no field, and what they mean in other formats too. */
final class EndNoteElements {
    static final Map<String, String> KEYS = keys();

    private EndNoteElements() {}

    private static Map<String, String> keys() {
        Map<String, String> m = new LinkedHashMap<>();
        m.put("rec-number", ExtraKey.LIBRARY_NUMBER);
        m.put("auth-address", ExtraKey.AFFILIATION);
        m.put("num-vols", ExtraKey.VOLUME_COUNT);
        m.put("edition", ExtraKey.EDITION);
        m.put("section", ExtraKey.SECTION);
        m.put("pub-location", ExtraKey.PLACE);
        m.put("call-num", ExtraKey.CALL_NUMBER);
        m.put("label", ExtraKey.LABEL);
        m.put("caption", ExtraKey.CAPTION);
        m.put("research-notes", ExtraKey.RESEARCH_NOTE);
        m.put("work-type", ExtraKey.WORK_TYPE);
        m.put("remote-database-name", ExtraKey.DATABASE);
        m.put("remote-database-provider", ExtraKey.PROVIDER);
        m.put("access-date", ExtraKey.ACCESS_DATE);
        for (int i = 1; i <= 7; i++) {
            m.put("custom" + i, ExtraKey.CUSTOM + i);
        }
        return m;
    }
}
