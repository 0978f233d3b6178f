package org.winnow.dfllm.dataset;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.winnow.model.Annotation;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.ScreenedRecord;
import org.winnow.store.AnnotationQuery;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;

/**
 * Drafts items from what the review has on record: decisions at full text with their reasons, and marks in the full texts
 * of included reports. An item's number follows from the fact, so that it is drafted once, here and in every other file.
 */
public final class Derivation {
    private final Map<RecordId, String> uuids;
    private final Map<RecordId, String> titles = new LinkedHashMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final List<Item> items = new ArrayList<>();
    private final Instant at;

    private Derivation(Review review, Instant at) {
        this.uuids = review.records().uuids();
        this.at = at;
    }

    /** The drafts that follow from the review as it stands. */
    public static List<Item> of(Review review, Instant at) {
        Derivation derivation = new Derivation(review, at);
        review.records().screened(RecordQuery.everything()).forEach(derivation::decided);
        derivation.whole();
        for (Annotation mark : review.annotations().find(AnnotationQuery.everything(), null)) {
            derivation.marked(mark);
        }
        return derivation.items;
    }

    private void decided(ScreenedRecord record) {
        String title = record.record().title();
        if (record.fullText() == Outcome.EXCLUDE && !record.reason().isEmpty()) {
            reasons.merge(record.reason(), 1, Integer::sum);
            draft(
                    "excluded",
                    uuid(record.id()) + record.reason(),
                    Level.REVIEW,
                    "Why was “" + title + "” excluded at full text?",
                    record.reason() + ".",
                    List.of(Evidence.report(uuid(record.id()))));
        }
        if (record.fullText() == Outcome.INCLUDE && record.titleAbstract() != Outcome.EXCLUDE) {
            titles.put(record.id(), title);
            draft(
                    "included",
                    uuid(record.id()),
                    Level.REVIEW,
                    "Is “" + title + "” included in the review?",
                    "Yes.",
                    List.of(Evidence.report(uuid(record.id()))));
        }
    }

    /** What no single report says. */
    private void whole() {
        if (!reasons.isEmpty()) {
            String answer = reasons.entrySet().stream()
                    .map(e -> e.getKey() + " (" + e.getValue() + ")")
                    .collect(Collectors.joining("; "));
            draft(
                    "reasons",
                    "all",
                    Level.REVIEW,
                    "For which reasons were reports excluded from the review at full text, and how many for each?",
                    answer,
                    List.of());
        }
    }

    private void marked(Annotation mark) {
        String title = titles.get(mark.record());
        String quote = mark.anchor().quote().replaceAll("\\s+", " ").strip();
        if (title == null || quote.isEmpty()) {
            return;
        }
        String question = question(mark, title);
        if (!question.isEmpty()) {
            Evidence evidence = new Evidence(
                    uuid(mark.record()),
                    mark.sha256(),
                    mark.anchor().page(),
                    0,
                    0,
                    mark.anchor().quote());
            draft("mark", mark.id().toString(), Level.SECTION, question, quote, List.of(evidence));
        }
    }

    /** What the mark answers, by what is linked to it; empty where nothing is. */
    private static String question(Annotation mark, String title) {
        String comment = mark.comment().strip();
        if (comment.endsWith("?")) {
            return comment;
        }
        if (mark.criterion() != null) {
            return "Which passage of “" + title + "” speaks to “"
                    + mark.criterion().label() + "”?";
        }
        if (!mark.tag().isEmpty()) {
            return "What does “" + title + "” say about " + mark.tag() + "?";
        }
        return comment.isEmpty() ? "" : "Which passage of “" + title + "” is noted as: " + comment + "?";
    }

    private String uuid(RecordId record) {
        return uuids.getOrDefault(record, "");
    }

    private void draft(String how, String fact, Level level, String question, String answer, List<Evidence> evidence) {
        String id = UUID.nameUUIDFromBytes((how + "\n" + fact).getBytes(StandardCharsets.UTF_8))
                .toString();
        items.add(Item.draft(id, level, question, answer, evidence, Provenance.DERIVED, how, at));
    }
}
