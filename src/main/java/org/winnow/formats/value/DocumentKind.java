package org.winnow.formats.value;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.model.ReferenceType;

/** Reads the kind of document from the words that databases use for it, in any case and spelling. */
public final class DocumentKind {
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
        return Optional.ofNullable(plain(w));
    }

    private static @Nullable ReferenceType plain(String w) {
        return switch (w) {
            case "article",
                    "journalarticle",
                    "journal",
                    "jour",
                    "review",
                    "editorial",
                    "letter",
                    "note",
                    "shortsurvey",
                    "articleinpress",
                    "magazinearticle",
                    "erratum",
                    "earlyaccess",
                    "reviewarticle" -> ReferenceType.ARTICLE;
            case "book", "books", "editedbook", "monograph", "ebook", "edbook", "proceedings" -> ReferenceType.BOOK;
            case "bookchapter",
                    "booksection",
                    "chapter",
                    "chap",
                    "incollection",
                    "inbook",
                    "encyclopediaarticle",
                    "dictionaryentry",
                    "bookpart" -> ReferenceType.CHAPTER;
            case "conferencepaper",
                    "inproceedings",
                    "conference",
                    "proceedingspaper",
                    "proceedingsarticle",
                    "conf",
                    "cpaper",
                    "conferenceabstract",
                    "meetingabstract",
                    "conferenceproceeding",
                    "conferencereview",
                    "conferences",
                    "conferenceproceedings" -> ReferenceType.CONFERENCE;
            case "dataset", "data", "datapaper" -> ReferenceType.DATASET;
            case "newspaperarticle", "news", "newsitem" -> ReferenceType.NEWS;
            case "patent", "pat" -> ReferenceType.PATENT;
            case "report", "techreport", "technicalreport", "rprt", "workingpaper" -> ReferenceType.REPORT;
            case "standard", "standards" -> ReferenceType.STANDARD;
            case "webpage", "blogpost", "website", "online", "elec" -> ReferenceType.WEB_PAGE;
            case "thes", "phd" -> ReferenceType.DISSERTATION;
            case "misc", "generic", "gen", "other", "document", "unpublished" -> ReferenceType.OTHER;
            default -> null;
        };
    }
}
