package org.winnow.formats.endnotexml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.formats.value.ExtraKey;

/** Elements directly within a record of EndNote's that have no field, and what they mean in other formats too. */
final class EndNoteElements {
    /** Elements that no other format has. */
    private static final List<String> OWN = List.of(
            "auth-affiliaton",
            "secondary-volume",
            "secondary-issue",
            "reprint-edition",
            "reprint-status",
            "orig-pub",
            "report-id",
            "coden",
            "image",
            "reviewed-item",
            "availability",
            "remote-source",
            "meeting-place",
            "work-location",
            "work-extent",
            "size",
            "modified-date",
            "misc1",
            "misc2",
            "misc3");

    static final Map<String, String> KEYS = keys();

    /** Elements that hold text of any length, with the keys whose values they are written from, line by line. */
    static final Map<String, String> TEXT = text();

    private EndNoteElements() {}

    private static Map<String, String> text() {
        Map<String, String> m = new LinkedHashMap<>(keys());
        m.keySet().removeAll(List.of("rec-number", "auth-address", "remote-database-name"));
        m.put("custom2", ExtraKey.PMCID);
        m.put("custom7", ExtraKey.ARTICLE_NUMBER);
        for (String own : OWN) {
            m.put(own, own);
        }
        return m;
    }

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
