package org.winnow.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;

/** A record as the commands print it: every field named, what is missing as null. */
final class RecordJson {
    private final JsonGenerator json;

    RecordJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the fields of a record into the object that is open. */
    void fields(BibRecord r) throws IOException {
        text("type", r.type().name().toLowerCase(Locale.ROOT));
        text("title", r.title());
        list("authors", r.authors().stream().map(Author::display).toList());
        Integer year = r.year();
        if (year == null) {
            json.writeNullField("year");
        } else {
            json.writeNumberField("year", year);
        }
        text("date", r.date());
        text("journal", r.journal());
        text("journalShort", r.journalShort());
        text("volume", r.volume());
        text("issue", r.issue());
        text("pages", r.pages());
        Doi doi = r.doi();
        text("doi", doi == null ? "" : doi.value());
        text("pmid", r.pmid());
        text("abstract", r.abstractText());
        list("keywords", r.keywords());
        text("language", r.language());
        text("issn", r.issn());
        text("isbn", r.isbn());
        text("publisher", r.publisher());
        text("url", r.url());
        text("accession", r.accession());
    }

    void text(String name, @Nullable String value) throws IOException {
        if (value == null || value.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }

    void list(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
