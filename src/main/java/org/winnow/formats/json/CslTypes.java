package org.winnow.formats.json;

import java.util.Map;
import org.winnow.model.ReferenceType;

/** Item types of CSL 1.0.2 and the kinds of document they are. */
final class CslTypes {
    private static final Map<String, ReferenceType> KINDS = Map.ofEntries(
            Map.entry("article-journal", ReferenceType.ARTICLE),
            Map.entry("journal-article", ReferenceType.ARTICLE),
            Map.entry("article-magazine", ReferenceType.ARTICLE),
            Map.entry("review", ReferenceType.ARTICLE),
            Map.entry("article-newspaper", ReferenceType.NEWS),
            Map.entry("article", ReferenceType.PREPRINT),
            Map.entry("posted-content", ReferenceType.PREPRINT),
            Map.entry("book", ReferenceType.BOOK),
            Map.entry("monograph", ReferenceType.BOOK),
            Map.entry("chapter", ReferenceType.CHAPTER),
            Map.entry("book-chapter", ReferenceType.CHAPTER),
            Map.entry("entry-encyclopedia", ReferenceType.CHAPTER),
            Map.entry("entry-dictionary", ReferenceType.CHAPTER),
            Map.entry("paper-conference", ReferenceType.CONFERENCE),
            Map.entry("proceedings-article", ReferenceType.CONFERENCE),
            Map.entry("dataset", ReferenceType.DATASET),
            Map.entry("thesis", ReferenceType.DISSERTATION),
            Map.entry("dissertation", ReferenceType.DISSERTATION),
            Map.entry("patent", ReferenceType.PATENT),
            Map.entry("report", ReferenceType.REPORT),
            Map.entry("standard", ReferenceType.STANDARD),
            Map.entry("webpage", ReferenceType.WEB_PAGE),
            Map.entry("post-weblog", ReferenceType.WEB_PAGE),
            Map.entry("post", ReferenceType.WEB_PAGE));

    private CslTypes() {}

    static ReferenceType kind(String type) {
        return KINDS.getOrDefault(type, ReferenceType.OTHER);
    }

    static String type(ReferenceType kind) {
        return switch (kind) {
            case ARTICLE -> "article-journal";
            case BOOK -> "book";
            case CHAPTER -> "chapter";
            case CONFERENCE -> "paper-conference";
            case DATASET -> "dataset";
            case DISSERTATION -> "thesis";
            case NEWS -> "article-newspaper";
            case PATENT -> "patent";
            case PREPRINT -> "article";
            case REPORT -> "report";
            case STANDARD -> "standard";
            case WEB_PAGE -> "webpage";
            case REGISTRY_ENTRY, OTHER -> "document";
        };
    }
}
