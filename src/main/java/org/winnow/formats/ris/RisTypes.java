package org.winnow.formats.ris;

import java.util.HashMap;
import java.util.Map;
import org.winnow.model.ReferenceType;

/** RIS types of reference and the kinds of document they stand for. */
final class RisTypes {
    private static final Map<String, ReferenceType> KINDS = kinds();

    private static final Map<ReferenceType, String> CODES = Map.ofEntries(
            Map.entry(ReferenceType.ARTICLE, "JOUR"),
            Map.entry(ReferenceType.BOOK, "BOOK"),
            Map.entry(ReferenceType.CHAPTER, "CHAP"),
            Map.entry(ReferenceType.CONFERENCE, "CONF"),
            Map.entry(ReferenceType.DATASET, "DATA"),
            Map.entry(ReferenceType.DISSERTATION, "THES"),
            Map.entry(ReferenceType.NEWS, "NEWS"),
            Map.entry(ReferenceType.PATENT, "PAT"),
            Map.entry(ReferenceType.PREPRINT, "UNPB"),
            Map.entry(ReferenceType.REGISTRY_ENTRY, "GEN"),
            Map.entry(ReferenceType.REPORT, "RPRT"),
            Map.entry(ReferenceType.STANDARD, "STAND"),
            Map.entry(ReferenceType.WEB_PAGE, "ELEC"),
            Map.entry(ReferenceType.OTHER, "GEN"));

    private RisTypes() {}

    /** The kind of document; a type that nobody knows is {@link ReferenceType#OTHER}, none at all an article. */
    static ReferenceType kind(String code) {
        return code.isEmpty() ? ReferenceType.ARTICLE : KINDS.getOrDefault(code, ReferenceType.OTHER);
    }

    /** The type to write for a kind of document. */
    static String code(ReferenceType kind) {
        return CODES.getOrDefault(kind, "GEN");
    }

    private static Map<String, ReferenceType> kinds() {
        Map<String, ReferenceType> m = new HashMap<>();
        put(m, ReferenceType.ARTICLE, "JOUR JFULL EJOUR MGZN INPR ABST");
        put(m, ReferenceType.BOOK, "BOOK EBOOK EDBOOK SER CLSWK");
        put(m, ReferenceType.CHAPTER, "CHAP ECHAP DICT ENCYC");
        put(m, ReferenceType.CONFERENCE, "CONF CPAPER");
        put(m, ReferenceType.DATASET, "DATA AGGR DBASE");
        put(m, ReferenceType.DISSERTATION, "THES");
        put(m, ReferenceType.NEWS, "NEWS");
        put(m, ReferenceType.PATENT, "PAT");
        put(m, ReferenceType.PREPRINT, "UNPB");
        put(m, ReferenceType.REPORT, "RPRT GOVDOC");
        put(m, ReferenceType.STANDARD, "STAND");
        put(m, ReferenceType.WEB_PAGE, "ELEC WEB BLOG ICOMM");
        return Map.copyOf(m);
    }

    private static void put(Map<String, ReferenceType> m, ReferenceType kind, String codes) {
        for (String code : codes.split(" ")) {
            m.put(code, kind);
        }
    }
}
