package org.winnow.formats;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;

/** A reading as JSON, whole but for the raw text; what is empty is left out. */
final class Expected {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Expected() {}

    static ObjectNode of(Reading reading) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", reading.summary().detection().format().key());
        root.put("encoding", reading.summary().detection().encodingName());
        root.put("database", reading.summary().detection().database());
        root.put("read", (int) reading.summary().read());
        root.put("rejected", (int) reading.summary().rejected());
        ArrayNode records = root.putArray("records");
        for (int i = 0; i < reading.records().size(); i++) {
            record(
                    records.addObject(),
                    reading.records().get(i),
                    reading.lines().get(i));
        }
        ArrayNode problems = root.putArray("problems");
        for (Problem p : reading.problems()) {
            ObjectNode node = problems.addObject();
            node.put("severity", p.severity().name());
            node.put("line", (int) p.line());
            node.put("record", (int) p.record());
            node.put("reason", p.reason());
        }
        return root;
    }

    private static void record(ObjectNode node, BibRecord r, long line) {
        node.put("line", (int) line);
        node.put("type", r.type().name());
        some(node, "title", r.title());
        list(
                node,
                "authors",
                r.authors().stream().map(a -> a.family() + " | " + a.given()).toList());
        some(node, "year", r.year() == null ? "" : r.year().toString());
        some(node, "date", r.date());
        some(node, "journal", r.journal());
        some(node, "journalShort", r.journalShort());
        some(node, "volume", r.volume());
        some(node, "issue", r.issue());
        some(node, "pages", r.pages());
        some(node, "doi", r.doi() == null ? "" : r.doi().value());
        some(node, "pmid", r.pmid());
        some(node, "abstract", r.abstractText());
        list(node, "keywords", r.keywords());
        some(node, "language", r.language());
        some(node, "issn", r.issn());
        some(node, "isbn", r.isbn());
        some(node, "publisher", r.publisher());
        some(node, "url", r.url());
        some(node, "accession", r.accession());
        list(node, "notes", r.notes());
        if (!r.extra().isEmpty()) {
            ObjectNode extra = node.putObject("extra");
            r.extra().forEach((tag, values) -> list(extra, tag, values));
        }
    }

    private static void some(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static void list(ObjectNode node, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.forEach(array::add);
        }
    }
}
