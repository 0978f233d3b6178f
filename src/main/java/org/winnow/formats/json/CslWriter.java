package org.winnow.formats.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.winnow.formats.decision.DecisionNotes;
import org.winnow.formats.value.ExtraKey;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.ScreenedRecord;

/**
 * Writes CSL-JSON as a stream. What CSL has no variable for stands in {@code custom}, where processors leave it alone,
 * so that it comes back.
 */
public final class CslWriter {
    /** What has no field in a record, and the variable that it is in CSL. */
    static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry(ExtraKey.PLACE, "publisher-place"),
            Map.entry(ExtraKey.EDITION, "edition"),
            Map.entry(ExtraKey.SERIES, "collection-title"),
            Map.entry(ExtraKey.CONFERENCE, "event-title"),
            Map.entry(ExtraKey.SHORT_TITLE, "title-short"),
            Map.entry(ExtraKey.PAGE_COUNT, "number-of-pages"),
            Map.entry(ExtraKey.VOLUME_COUNT, "number-of-volumes"),
            Map.entry(ExtraKey.SECTION, "section"),
            Map.entry(ExtraKey.CALL_NUMBER, "call-number"),
            Map.entry(ExtraKey.WORK_TYPE, "genre"),
            Map.entry(ExtraKey.PMCID, "PMCID"),
            Map.entry(ExtraKey.DATABASE, "source"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutputStream out;
    private long written;

    /** @param out is flushed at the end and stays open */
    public CslWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes all and tells how many. */
    public long write(Stream<ScreenedRecord> records) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            for (Iterator<ScreenedRecord> all = records.iterator(); all.hasNext(); ) {
                written++;
                JSON.writeTree(json, item(all.next(), written));
            }
            json.writeEndArray();
        }
        out.flush();
        return written;
    }

    /** One record of a review as a citation processor takes it: CSL-JSON's names, and values as Jackson has them. */
    public static Map<String, Object> item(ScreenedRecord record) {
        return JSON.convertValue(item(record, 0), new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private static ObjectNode item(ScreenedRecord s, long place) {
        BibRecord r = s.record();
        ObjectNode item = JSON.createObjectNode();
        item.put("id", s.id().value() > 0 ? "record-" + s.id().value() : "item-" + place);
        item.put("type", CslTypes.type(r.type()));
        some(item, "title", r.title());
        people(item, "author", r.authors());
        for (String who : List.of(ExtraKey.EDITOR, ExtraKey.TRANSLATOR)) {
            people(
                    item,
                    who,
                    r.extra().getOrDefault(who, List.of()).stream()
                            .map(Author::of)
                            .toList());
        }
        issued(item, r);
        some(item, "container-title", r.journal());
        some(item, "container-title-short", r.journalShort());
        some(item, "volume", r.volume());
        some(item, "issue", r.issue());
        some(item, "page", r.pages());
        some(item, "DOI", r.doi() == null ? "" : r.doi().value());
        some(item, "PMID", r.pmid());
        some(item, "abstract", r.abstractText());
        some(item, "keyword", String.join("; ", r.keywords()));
        some(item, "language", r.language());
        some(item, "ISSN", r.issn());
        some(item, "ISBN", r.isbn());
        some(item, "publisher", r.publisher());
        some(item, "URL", r.url());
        extra(item, s);
        return item;
    }

    private static void issued(ObjectNode item, BibRecord r) {
        if (r.year() == null) {
            return;
        }
        ArrayNode parts = item.putObject("issued").putArray("date-parts").addArray();
        parts.add(r.year());
        boolean iso = r.date().matches("\\d{4}[-/]\\d{1,2}([-/]\\d{1,2})?/?")
                && r.date().startsWith(r.year().toString());
        String[] numbers = r.date().split("[-/]");
        for (int i = 1; iso && i < numbers.length; i++) {
            parts.add(Integer.parseInt(numbers[i]));
        }
    }

    private static void extra(ObjectNode item, ScreenedRecord s) {
        BibRecord r = s.record();
        ObjectNode custom = JSON.createObjectNode();
        custom.put("type", r.type().name().toLowerCase(Locale.ROOT));
        some(custom, "date", r.date());
        some(custom, "accession", r.accession());
        list(custom, "keywords", r.keywords());
        List<String> notes = Stream.concat(DecisionNotes.of(s).stream(), DecisionNotes.own(s).stream())
                .toList();
        list(custom, "notes", notes);
        some(item, "note", String.join("\n", notes));
        ObjectNode fields = JSON.createObjectNode();
        r.extra().forEach((key, values) -> {
            String variable = VARIABLES.get(key);
            boolean person = key.equals(ExtraKey.EDITOR) || key.equals(ExtraKey.TRANSLATOR);
            if (variable != null && values.size() == 1) {
                item.put(variable, values.getFirst());
            } else if (!person) {
                list(fields, key, values);
            }
        });
        if (!r.extra().containsKey(ExtraKey.DATABASE)) {
            some(item, "source", s.source());
        }
        if (!fields.isEmpty()) {
            custom.set("fields", fields);
        }
        item.set("custom", custom);
    }

    private static void people(ObjectNode item, String role, List<Author> people) {
        if (!people.isEmpty()) {
            ArrayNode all = item.putArray(role);
            for (Author a : people) {
                ObjectNode person = all.addObject();
                if (a.given().isEmpty()) {
                    person.put("literal", a.family());
                } else {
                    person.put("family", a.family()).put("given", a.given());
                }
            }
        }
    }

    private static void some(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static void list(ObjectNode node, String name, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(node.putArray(name)::add);
        }
    }
}
