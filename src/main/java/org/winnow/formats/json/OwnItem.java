package org.winnow.formats.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.ReferenceType;

/** One object of the array that the commands print. */
final class OwnItem {
    private OwnItem() {}

    static BibRecord.Builder of(JsonNode n) {
        BibRecord.Builder b = BibRecord.builder();
        b.type(type(text(n, "type"))).title(text(n, "title"));
        n.path("authors").forEach(a -> b.author(Author.of(a.asText())));
        b.year(n.path("year").isInt() ? (Integer) n.path("year").intValue() : null)
                .date(text(n, "date"));
        b.journal(text(n, "journal")).journalShort(text(n, "journalShort"));
        b.volume(text(n, "volume")).issue(text(n, "issue")).pages(text(n, "pages"));
        b.doi(Doi.find(text(n, "doi")).orElse(null)).pmid(text(n, "pmid"));
        b.abstractText(text(n, "abstract"));
        n.path("keywords").forEach(k -> b.keyword(k.asText()));
        b.language(text(n, "language")).issn(text(n, "issn")).isbn(text(n, "isbn"));
        b.publisher(text(n, "publisher")).url(text(n, "url")).accession(text(n, "accession"));
        return b;
    }

    static ReferenceType type(String word) {
        try {
            return word.isEmpty() ? ReferenceType.ARTICLE : ReferenceType.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return ReferenceType.OTHER;
        }
    }

    private static String text(JsonNode n, String field) {
        return n.path(field).isNull() ? "" : n.path(field).asText("");
    }
}
