package org.winnow.formats.bibtex;

import java.util.HashMap;
import java.util.Map;
import org.winnow.formats.value.DocumentKind;
import org.winnow.model.ReferenceType;

/** Entry types of BibTeX and BibLaTeX and the kinds of document they are. */
final class BibTypes {
    private static final Map<String, ReferenceType> KINDS = kinds();

    private BibTypes() {}

    static ReferenceType kind(String entryType) {
        return KINDS.getOrDefault(entryType, DocumentKind.of(entryType).orElse(ReferenceType.OTHER));
    }

    /** The entry type that is written for a kind. */
    static String entryType(ReferenceType kind) {
        return switch (kind) {
            case ARTICLE -> "article";
            case BOOK -> "book";
            case CHAPTER -> "incollection";
            case CONFERENCE -> "inproceedings";
            case DATASET -> "dataset";
            case DISSERTATION -> "phdthesis";
            case PATENT -> "patent";
            case REPORT -> "techreport";
            case STANDARD -> "standard";
            case WEB_PAGE -> "online";
            case NEWS, PREPRINT, REGISTRY_ENTRY, OTHER -> "misc";
        };
    }

    private static Map<String, ReferenceType> kinds() {
        Map<String, ReferenceType> m = new HashMap<>();
        put(m, ReferenceType.ARTICLE, "article suppperiodical review");
        put(
                m,
                ReferenceType.BOOK,
                "book mvbook booklet collection mvcollection proceedings mvproceedings reference"
                        + " mvreference manual periodical");
        put(m, ReferenceType.CHAPTER, "inbook incollection inreference bookinbook suppbook suppcollection");
        put(m, ReferenceType.CONFERENCE, "inproceedings conference");
        put(m, ReferenceType.DISSERTATION, "phdthesis mastersthesis thesis bathesis diplomathesis");
        put(m, ReferenceType.REPORT, "techreport report");
        put(m, ReferenceType.WEB_PAGE, "online electronic www webpage");
        put(m, ReferenceType.OTHER, "misc unpublished software softwareversion artwork audio video");
        return Map.copyOf(m);
    }

    private static void put(Map<String, ReferenceType> m, ReferenceType kind, String types) {
        for (String type : types.split(" ")) {
            m.put(type, kind);
        }
    }
}
