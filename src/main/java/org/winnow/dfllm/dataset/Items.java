package org.winnow.dfllm.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Statements;
import org.winnow.store.Statements.Statement;

/**
 * The items of a review. Each is a statement on a topic of its own: a fact that is only ever added to, travels in sessions
 * and can be undone; the newest about an item is current.
 */
public final class Items {
    private static final Logger LOG = Logger.getLogger(Items.class.getName());
    private static final String TOPIC = Statements.QUESTIONS;
    private static final String SPLITS = "dataset-split";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Items() {}

    /** All items as they stand now, by their numbers. */
    public static Map<String, Item> of(Review review) {
        Map<String, Item> items = new LinkedHashMap<>();
        for (Statement statement : review.statements().on(TOPIC).values()) {
            item(statement.subject(), statement.value()).ifPresent(item -> items.put(item.id(), item));
        }
        return items;
    }

    /** What cannot be read, as of a program that writes items otherwise, is left alone. */
    private static Optional<Item> item(String id, String value) {
        try {
            JsonNode said = JSON.readTree(value);
            List<Evidence> evidence = new ArrayList<>();
            said.path("evidence")
                    .forEach(e -> evidence.add(new Evidence(
                            e.path("record").asText(),
                            e.path("file").asText(),
                            e.path("page").asInt(),
                            e.path("start").asInt(),
                            e.path("end").asInt(),
                            e.path("quote").asText())));
            return Optional.of(new Item(
                    id,
                    ItemFields.level(said.path("level").asText()),
                    said.path("question").asText(),
                    said.path("answer").asText(),
                    said.path("group").asText(),
                    ItemFields.label(said.path("label").asText()),
                    evidence,
                    ItemFields.provenance(said.path("provenance").asText()),
                    said.path("how").asText(),
                    said.path("author").asText(),
                    ItemFields.state(said.path("state").asText()),
                    said.path("original").asText(),
                    said.path("by").asText(),
                    ItemFields.at(said.path("at").asText())));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.log(java.util.logging.Level.WARNING, "Item " + id + " of the dataset cannot be read.", e);
            return Optional.empty();
        }
    }

    /** Writes down what these items are from now on. */
    public static Op<Void> put(List<Item> items) {
        return Op.together(
                "dataset",
                items.stream()
                        .map(item -> Statements.state("dataset", TOPIC, item.id(), value(item), ""))
                        .toList());
    }

    /**
     * Writes down these drafts where they are new, or say something else than a draft that nobody has looked at; gives how
     * many that were.
     */
    public static Op<Integer> draft(List<Item> drafts) {
        Map<String, String> values = new LinkedHashMap<>();
        drafts.forEach(draft -> values.put(draft.id(), value(draft)));
        return Statements.propose("dataset", TOPIC, values, Items::replaces);
    }

    private static boolean replaces(String there, String draft) {
        Optional<Item> before = item("", there).filter(item -> item.state() == State.DRAFT);
        Optional<Item> now = item("", draft);
        return before.isPresent()
                && now.isPresent()
                && !(before.get().question().equals(now.get().question())
                        && before.get().answer().equals(now.get().answer()));
    }

    /** What reports were for when a dataset was made the last time, by the UUIDs of their records. */
    public static Map<String, Split> splits(Review review) {
        Map<String, Split> splits = new LinkedHashMap<>();
        review.statements().on(SPLITS).forEach((report, said) -> ItemFields.split(said.value())
                .ifPresent(split -> splits.put(report, split)));
        return splits;
    }

    /** Writes down what reports are for, so that what was trained on is never tested on. */
    public static Op<Void> keepSplits(Map<String, Split> splits) {
        return Op.together(
                "dataset",
                splits.entrySet().stream()
                        .map(e -> Statements.state(
                                "dataset", SPLITS, e.getKey(), e.getValue().key(), ""))
                        .toList());
    }

    private static String value(Item item) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("level", item.level().key());
        said.put("question", item.question());
        said.put("answer", item.answer());
        said.put("group", item.group());
        said.put("label", ItemFields.word(item.label()));
        said.put("evidence", item.evidence().stream().map(Items::value).toList());
        said.put("provenance", item.provenance().key());
        said.put("how", item.how());
        said.put("author", item.author());
        said.put("state", item.state().key());
        said.put("original", item.original());
        said.put("by", item.by());
        said.put("at", item.at().toString());
        try {
            return JSON.writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> value(Evidence evidence) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("record", evidence.record());
        if (!evidence.sha256().isEmpty()) {
            said.put("file", evidence.sha256());
            said.put("page", evidence.page());
            said.put("start", evidence.start());
            said.put("end", evidence.end());
            said.put("quote", evidence.quote());
        }
        return said;
    }
}
