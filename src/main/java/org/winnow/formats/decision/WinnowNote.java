package org.winnow.formats.decision;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.winnow.model.Decision;
import org.winnow.model.Passage;
import org.winnow.model.ScreenedRecord;

/** Everything the review says of a record, as one line of JSON that says its own version. */
public final class WinnowNote {
    /** How such a note begins. */
    public static final String MARK = "WINNOW-DECISIONS: ";

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WinnowNote() {}

    /** The note of one record. */
    public static String of(ScreenedRecord r) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.put("title-abstract", r.titleAbstract().key());
        root.put("full-text", r.fullText().key());
        if (!r.reason().isEmpty()) {
            root.put("reason", r.reason());
        }
        ArrayNode decisions = root.putArray("decisions");
        r.decisions().forEach(d -> add(decisions.addObject(), d));
        if (!r.passages().isEmpty()) {
            ArrayNode quotes = root.putArray("quotes");
            r.passages().forEach(passage -> add(quotes.addObject(), passage));
        }
        if (!r.tags().isEmpty()) {
            ArrayNode tags = root.putArray("tags");
            r.tags().forEach(tags::add);
        }
        if (!r.notes().isEmpty()) {
            ObjectNode notes = root.putObject("notes");
            r.notes().forEach(notes::put);
        }
        return MARK + root;
    }

    private static void add(ObjectNode node, Passage passage) {
        node.put("reason", passage.reason());
        node.put("page", passage.page());
        node.put("quote", passage.quote());
        node.put("reviewer", passage.by());
    }

    private static void add(ObjectNode node, Decision d) {
        node.put("stage", d.stage().key());
        node.put("reviewer", d.reviewer().name());
        node.put("verdict", d.verdict() == null ? "withdrawn" : d.verdict().key());
        if (d.reason() != null) {
            node.put("reason", d.reason().label());
        }
        if (d.resolution()) {
            node.put("resolution", true);
        }
        node.put("at", d.at().toString());
        node.put("uuid", d.uuid().toString());
    }
}
