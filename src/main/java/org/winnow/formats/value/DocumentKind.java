package org.winnow.formats.value;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.winnow.model.ReferenceType;

/** Reads the kind of document from the words that databases use for it, in any case and spelling. */
public final class DocumentKind {
    private static final Map<String, ReferenceType> WORDS = words();

    private DocumentKind() {}

    /** The kind that words such as {@code Conference Paper}, {@code inproceedings} or {@code journalArticle} mean. */
    public static Optional<ReferenceType> of(String words) {
        String w = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (w.isEmpty()) {
            return Optional.empty();
        }
        if (w.contains("registry") || w.contains("clinicaltrialrecord")) {
            return Optional.of(ReferenceType.REGISTRY_ENTRY);
        }
        if (w.contains("preprint") || w.equals("postedcontent")) {
            return Optional.of(ReferenceType.PREPRINT);
        }
        if (w.contains("dissertation") || w.endsWith("thesis") || w.equals("habilitation")) {
            return Optional.of(ReferenceType.DISSERTATION);
        }
        return Optional.ofNullable(WORDS.get(w));
    }

    private static Map<String, ReferenceType> words() {
        Map<String, ReferenceType> m = new HashMap<>();
        put(
                m,
                ReferenceType.ARTICLE,
                "article journalarticle journal jour review editorial letter note shortsurvey"
                        + " articleinpress magazinearticle erratum earlyaccess reviewarticle journals magazines journalsmagazines"
                        + " earlyaccessarticles");
        put(m, ReferenceType.BOOK, "book books editedbook monograph ebook edbook proceedings");
        put(
                m,
                ReferenceType.CHAPTER,
                "bookchapter booksection chapter chap incollection inbook encyclopediaarticle"
                        + " dictionaryentry bookpart");
        put(
                m,
                ReferenceType.CONFERENCE,
                "conferencepaper inproceedings proceeding conference proceedingspaper proceedingsarticle"
                        + " conf cpaper conferenceabstract meetingabstract conferenceproceeding conferencereview conferences"
                        + " conferenceproceedings");
        put(m, ReferenceType.DATASET, "dataset data datapaper");
        put(m, ReferenceType.NEWS, "newspaperarticle news newsitem");
        put(m, ReferenceType.PATENT, "patent pat");
        put(m, ReferenceType.REPORT, "report techreport technicalreport rprt workingpaper");
        put(m, ReferenceType.STANDARD, "standard standards");
        put(m, ReferenceType.WEB_PAGE, "webpage blogpost website online elec");
        put(m, ReferenceType.DISSERTATION, "thes phd");
        put(m, ReferenceType.OTHER, "misc generic gen other document unpublished");
        return Map.copyOf(m);
    }

    private static void put(Map<String, ReferenceType> m, ReferenceType kind, String words) {
        for (String word : words.split(" ")) {
            m.put(word, kind);
        }
    }
}
