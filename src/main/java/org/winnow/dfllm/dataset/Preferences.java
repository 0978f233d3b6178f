package org.winnow.dfllm.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Decision;
import org.winnow.model.RecordId;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;

/** What people preferred over what: answers over the drafts that they changed or threw away, resolutions over verdicts. */
public final class Preferences {
    /**
     * Answers to one question, the best first.
     *
     * @param group of the items; for a conflict the UUID of the record
     * @param records that it is about
     * @param how {@code edited}, {@code rejected} or {@code conflict}
     */
    public record Ranked(String group, List<String> records, String how, String prompt, List<String> answers) {
        public Ranked {
            records = List.copyOf(records);
            answers = List.copyOf(answers);
        }
    }

    private Preferences() {}

    /** Of items: of each that was edited its answer before its draft; in each group good answers before rejected ones. */
    public static List<Ranked> ofItems(Collection<Item> items) {
        Map<String, List<Item>> groups = new LinkedHashMap<>();
        items.forEach(item ->
                groups.computeIfAbsent(item.group(), g -> new ArrayList<>()).add(item));
        List<Ranked> ranked = new ArrayList<>();
        groups.forEach((group, all) -> {
            List<String> rejected = all.stream()
                    .filter(i -> i.state() == State.REJECTED)
                    .map(Item::answer)
                    .toList();
            for (Item item : all) {
                if (item.state().good()) {
                    List<String> answers = Stream.of(
                                    Stream.of(item.answer()), Stream.of(item.original()), rejected.stream())
                            .flatMap(s -> s)
                            .filter(a -> !a.isBlank())
                            .distinct()
                            .toList();
                    if (answers.size() > 1) {
                        String how = item.original().isEmpty() ? "rejected" : "edited";
                        ranked.add(new Ranked(group, List.copyOf(item.records()), how, item.question(), answers));
                    }
                }
            }
        });
        return ranked;
    }

    /** Of conflicts that somebody settled: the resolution before the verdicts that it overruled. */
    public static List<Ranked> ofConflicts(Review review) {
        Map<RecordId, String> uuids = review.records().uuids();
        List<Ranked> ranked = new ArrayList<>();
        review.records().screened(RecordQuery.everything()).forEach(record -> {
            for (Stage stage : Stage.values()) {
                Ranked one = conflict(record, stage, uuids.getOrDefault(record.id(), ""));
                if (one != null) {
                    ranked.add(one);
                }
            }
        });
        return ranked;
    }

    private static @Nullable Ranked conflict(ScreenedRecord record, Stage stage, String uuid) {
        Decision resolution = null;
        List<String> others = new ArrayList<>();
        for (Decision decision : record.decisions()) {
            if (decision.stage() == stage && decision.resolution() && decision.verdict() != null) {
                resolution = decision;
            }
        }
        if (resolution == null) {
            return null;
        }
        for (Decision decision : record.decisions()) {
            if (decision.stage() == stage && !decision.resolution() && decision.verdict() != resolution.verdict()) {
                others.add(words(decision));
            }
        }
        String best = words(resolution);
        List<String> answers = Stream.concat(Stream.of(best), others.stream().distinct())
                .filter(a -> !a.isEmpty())
                .toList();
        return answers.size() < 2 ? null : new Ranked(uuid, List.of(uuid), "conflict", prompt(record, stage), answers);
    }

    private static String prompt(ScreenedRecord record, Stage stage) {
        String asked = stage == Stage.FULL_TEXT
                ? "Should this report be included in the review after its full text was read?"
                : "Should this record be included in the review by its title and abstract?";
        String text = record.record().abstractText();
        return asked + "\n\n" + record.record().title() + (text.isEmpty() ? "" : "\n\n" + text);
    }

    private static String words(Decision decision) {
        Verdict verdict = decision.verdict();
        if (verdict == null) {
            return "";
        }
        String word =
                switch (verdict) {
                    case INCLUDE -> "Include.";
                    case EXCLUDE -> "Exclude.";
                    case MAYBE -> "Maybe.";
                };
        return decision.reason() == null
                ? word
                : word + " Reason: " + decision.reason().label() + ".";
    }
}
