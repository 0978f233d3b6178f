package org.winnow.formats.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.winnow.formats.text.Chars;
import org.winnow.formats.value.DoiText;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.Keywords;
import org.winnow.formats.value.PublicationYear;
import org.winnow.formats.value.StandardNumbers;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;

/** One item of CSL-JSON 1.0.2, as Zotero, citation.js and Crossref write it. */
final class CslItem {
    private static final Set<String> KNOWN = Set.of(
            "id",
            "type",
            "title",
            "author",
            "editor",
            "translator",
            "issued",
            "container-title",
            "container-title-short",
            "journalAbbreviation",
            "volume",
            "issue",
            "page",
            "DOI",
            "PMID",
            "abstract",
            "keyword",
            "language",
            "ISSN",
            "ISBN",
            "publisher",
            "URL",
            "note",
            "custom");

    private final JsonNode n;
    private final BibRecord.Builder b = BibRecord.builder();

    private CslItem(JsonNode n) {
        this.n = n;
    }

    static BibRecord.Builder of(JsonNode item, Consumer<String> mends) {
        return new CslItem(item).read(mends);
    }

    private BibRecord.Builder read(Consumer<String> mends) {
        JsonNode custom = n.path("custom");
        b.type(custom.has("type") ? OwnItem.type(custom.path("type").asText()) : CslTypes.kind(text("type")));
        b.title(text("title"));
        n.path("author").forEach(p -> b.author(person(p)));
        for (String who : List.of(ExtraKey.EDITOR, ExtraKey.TRANSLATOR)) {
            n.path(who).forEach(p -> b.extra(who, person(p).display()));
        }
        dates(custom);
        String brief =
                text("container-title-short").isEmpty() ? text("journalAbbreviation") : text("container-title-short");
        b.journal(text("container-title").isEmpty() ? brief : text("container-title"))
                .journalShort(brief);
        b.volume(text("volume")).issue(text("issue")).pages(text("page"));
        // what we wrote ourselves comes back as it was
        b.abstractText(custom.has("type") ? text("abstract") : text("abstract").replaceAll("</?jats:[^>]*>", " "));
        b.language(text("language")).publisher(text("publisher")).url(text("URL"));
        b.pmid(text("PMID").replaceAll("\\D", ""))
                .accession(custom.path("accession").asText(""));
        numbers();
        String told = text("DOI");
        Optional<Doi> doi = told.isEmpty() ? DoiText.inAddress(text("URL")) : Doi.find(told);
        if (doi.isEmpty() && !told.isEmpty()) {
            mends.accept("“" + Chars.excerpt(told) + "” is not a DOI; it is kept in the record's own text.");
        }
        b.doi(doi.orElse(null));
        lists(custom);
        rest(custom);
        return b;
    }

    private void dates(JsonNode custom) {
        JsonNode issued = n.path("issued");
        List<String> parts = new ArrayList<>();
        issued.path("date-parts").path(0).forEach(p -> parts.add(p.asText()));
        String told = parts.isEmpty()
                ? issued.isTextual()
                        ? issued.asText()
                        : issued.path("raw").asText(issued.path("literal").asText(""))
                : iso(parts);
        b.year(PublicationYear.in(told));
        b.date(custom.has("type") ? custom.path("date").asText("") : told.matches("\\d{4}") ? "" : told);
    }

    private static String iso(List<String> parts) {
        StringBuilder date = new StringBuilder(parts.getFirst());
        for (String part : parts.subList(1, parts.size())) {
            date.append('-').append(part.length() == 1 ? "0" + part : part);
        }
        return date.toString();
    }

    private void numbers() {
        StandardNumbers numbers = new StandardNumbers();
        each("ISSN", v -> numbers.add(v, false));
        each("ISBN", v -> numbers.add(v, true));
        b.issn(numbers.issn()).isbn(numbers.isbn());
    }

    private void lists(JsonNode custom) {
        if (custom.path("keywords").isArray()) {
            custom.path("keywords").forEach(k -> b.keyword(k.asText()));
        } else if (text("keyword").indexOf(';') >= 0) {
            Keywords.divide(text("keyword"), b::keyword);
        } else {
            Keywords.divideAtCommas(text("keyword"), b::keyword);
        }
        if (custom.path("notes").isArray()) {
            custom.path("notes").forEach(v -> b.note(v.asText()));
        } else if (!text("note").isEmpty()) {
            b.note(text("note"));
        }
    }

    /** Every other variable, under its common key where it has one. */
    private void rest(JsonNode custom) {
        for (Map.Entry<String, JsonNode> field : n.properties()) {
            String name = field.getKey();
            if (!KNOWN.contains(name)) {
                String key = CslWriter.VARIABLES.entrySet().stream()
                        .filter(v -> v.getValue().equals(name))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(name);
                String value =
                        field.getValue().isContainerNode() ? field.getValue().toString() : text(name);
                if (!value.isEmpty() && value.length() < 10_000) {
                    b.extra(key, value);
                }
            }
        }
        custom.path("fields").properties().forEach(f -> f.getValue().forEach(v -> b.extra(f.getKey(), v.asText())));
    }

    private static Author person(JsonNode p) {
        String literal = p.path("literal").asText(p.path("name").asText(""));
        if (!literal.isEmpty() || p.isTextual()) {
            return p.isTextual() ? Author.of(p.asText()) : new Author(literal, "");
        }
        String particle = p.path("non-dropping-particle").asText("");
        String family = (particle + " " + p.path("family").asText("")).strip();
        String given =
                (p.path("given").asText("") + " " + p.path("dropping-particle").asText("")).strip();
        String suffix = p.path("suffix").asText("");
        return new Author(family, suffix.isEmpty() ? given : given + ", " + suffix);
    }

    private void each(String field, Consumer<String> into) {
        JsonNode value = n.path(field);
        if (value.isArray()) {
            value.forEach(v -> into.accept(v.asText()));
        } else if (!text(field).isEmpty()) {
            into.accept(text(field));
        }
    }

    /** The text of a variable; Crossref puts some into arrays. */
    private String text(String field) {
        JsonNode value = n.path(field).isArray() ? n.path(field).path(0) : n.path(field);
        return value.isNull() || value.isContainerNode() ? "" : value.asText("");
    }
}
