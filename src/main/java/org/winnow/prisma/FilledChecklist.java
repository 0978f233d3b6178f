package org.winnow.prisma;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.prisma.Checklist.Item;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Statements;
import org.winnow.store.Statements.Statement;

/** A checklist with what the person answered and what the review can say by itself. */
public record FilledChecklist(Checklist list, List<Line> lines) {
    /** What is said of an item. */
    public enum Status {
        /** Nobody has said anything, and the review's data has nothing to say. */
        MISSING,
        /** The review's data has something to say that a person has not looked at yet. */
        DRAFTED,
        PARTLY,
        REPORTED,
        NOT_APPLICABLE;

        /** The word for it in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Status> of(String key) {
            return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
        }
    }

    /**
     * An item with its answer.
     *
     * @param text what is reported; the draft where nobody has written anything
     * @param location where in the manuscript
     * @param draft what the review's data says, or empty
     */
    public record Line(Item item, Status status, String text, String location, String draft) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    public FilledChecklist {
        lines = List.copyOf(lines);
    }

    /** Fills a checklist from a review. */
    public static FilledChecklist of(Review review, Checklist list, ReportFacts facts) {
        Map<String, Statement> answers = review.statements().on(topic(list));
        Drafts drafts = new Drafts(facts);
        List<Line> lines = new ArrayList<>();
        for (Item item : list.items()) {
            lines.add(line(item, answers.get(item.id()), drafts.of(item.draft())));
        }
        return new FilledChecklist(list, lines);
    }

    private static Line line(Item item, @Nullable Statement answer, String draft) {
        if (answer == null) {
            return new Line(item, draft.isEmpty() ? Status.MISSING : Status.DRAFTED, draft, "", draft);
        }
        try {
            JsonNode said = JSON.readTree(answer.value());
            String text = said.path("text").asText("");
            return new Line(
                    item,
                    Status.of(said.path("status").asText("")).orElse(Status.PARTLY),
                    text.isEmpty() ? draft : text,
                    said.path("location").asText(""),
                    draft);
        } catch (JsonProcessingException e) {
            return new Line(item, Status.PARTLY, answer.value(), "", draft);
        }
    }

    /** Keeps an answer; nothing at all takes it back. */
    public static Op<Void> answer(Checklist list, Item item, @Nullable Status status, String text, String location) {
        String value = "";
        if (status != null) {
            Map<String, String> said = new LinkedHashMap<>();
            said.put("status", status.key());
            said.put("text", text.strip());
            said.put("location", location.strip());
            try {
                value = JSON.writeValueAsString(said);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        return Statements.state("checklist", topic(list), item.id(), value, "");
    }

    private static String topic(Checklist list) {
        return "checklist/" + list.kind();
    }

    /** Items that somebody or the review itself has something to say to. */
    public long answered() {
        return lines.stream().filter(l -> l.status() != Status.MISSING).count();
    }

    /** The numbers of the items that nothing is said to. */
    public List<String> missing() {
        return lines.stream()
                .filter(l -> l.status() == Status.MISSING)
                .map(l -> l.item().id())
                .toList();
    }
}
