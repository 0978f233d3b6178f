package org.winnow.dfllm.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.dfllm.dataset.Reports.Report;

/**
 * Items of lines that are no items of ours: questions with answers, and answers that somebody preferred over others. What
 * our own exports put beside them, numbers and marks of provenance, is taken back off.
 */
final class ForeignLines {
    private static final Pattern MARKS =
            Pattern.compile("(?s)(.*?)((?:\\s*\\[(?:review|(?:doi|record):[^\\]]+)\\])+)\\s*");
    private static final Pattern MARK = Pattern.compile("\\[((?:doi|record):[^\\]]+?)(?: p\\.(\\d{1,6}))?\\]");
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Reports reports;
    private final String file;
    private final Instant now;
    /** Questions with their best answers of which the file had another lesser answer before. */
    private final Set<String> ranked = new HashSet<>();

    ForeignLines(Reports reports, String file, Instant now) {
        this.reports = reports;
        this.file = file;
        this.now = now;
    }

    /**
     * A question with its answer.
     *
     * @param number as the file has it; may be empty
     * @throws IllegalArgumentException where one of both is missing
     */
    Item item(String number, String question, String answer) {
        if (question.isBlank() || answer.isBlank()) {
            throw new IllegalArgumentException("a question and an answer are needed");
        }
        Matcher marked = MARKS.matcher(answer);
        Optional<List<Evidence>> evidence = marked.matches() ? evidence(marked.group(2)) : Optional.empty();
        String bare = evidence.isPresent() && !marked.group(1).isBlank() ? marked.group(1) : answer;
        return draft(number, question, bare, evidence.orElse(List.of()));
    }

    /** Nothing where a mark is of a report that this review does not have: then it stays where it is read. */
    private Optional<List<Evidence>> evidence(String marks) {
        List<Evidence> evidence = new ArrayList<>();
        Matcher mark = MARK.matcher(marks);
        while (mark.find()) {
            Optional<Report> report = reports.marked(mark.group(1));
            if (report.isEmpty()) {
                return Optional.empty();
            }
            int page = mark.group(2) == null ? 0 : Integer.parseInt(mark.group(2));
            evidence.add(new Evidence(report.get().uuid(), "", page, 0, 0, ""));
        }
        return Optional.of(evidence);
    }

    private Item draft(String number, String question, String answer, List<Evidence> evidence) {
        // The same file read twice gives the same numbers, so that nothing is doubled.
        String id = NUMBER.matcher(number).matches()
                ? number
                : UUID.nameUUIDFromBytes((question + "\n" + answer).getBytes(StandardCharsets.UTF_8))
                        .toString();
        Level level = evidence.isEmpty()
                ? Level.REVIEW
                : evidence.stream().anyMatch(e -> e.page() > 0) ? Level.SECTION : Level.PAPER;
        return Item.draft(id, level, question, answer, evidence, Provenance.IMPORTED, file, now);
    }

    /**
     * The best answer as a draft, over the one before it was edited where that is said, and the others as rejected ones of
     * its group.
     *
     * @throws IllegalArgumentException where there are no two answers, or this review has the conflict itself
     */
    List<Item> preferred(JsonNode one) {
        String question = one.path("prompt").asText();
        List<String> answers = new ArrayList<>();
        one.path("answers").forEach(a -> answers.add(a.asText()));
        if (one.has("chosen")) {
            Collections.addAll(
                    answers, one.path("chosen").asText(), one.path("rejected").asText());
        }
        if (answers.size() < 2 || answers.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a prompt with two answers or more is needed");
        }
        String group = one.path("group").asText();
        Optional<Report> conflict = one.path("how").asText().equals("conflict") ? reports.of(group) : Optional.empty();
        if (conflict.isPresent()) {
            throw new IllegalArgumentException("it follows from a conflict that this review has itself");
        }
        Item best = item("", question, answers.getFirst());
        String of = group.isBlank() ? best.id() : group;
        boolean first = ranked.add(best.id());
        boolean edited = first && one.path("how").asText().equals("edited");
        List<Item> items = new ArrayList<>();
        if (first) {
            items.add(best.of(of, State.DRAFT, edited ? answers.get(1) : ""));
        }
        answers.stream()
                .skip(edited ? 2 : 1)
                .map(lesser -> item("", question, lesser).of(of, State.REJECTED, ""))
                .forEach(items::add);
        return items;
    }
}
