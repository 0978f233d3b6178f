package org.winnow.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.winnow.model.FlowRow;
import org.winnow.model.Outcome;
import org.winnow.model.Retrieval;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceId;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;

/** The rules of screening said a second time, in plain Java over maps, to compare the store with. */
final class HistoryModel {
    static final int RECORDS = 6;
    /** Records up to this one come from a database (source 1), the others from a website (source 2). */
    static final int FROM_DATABASE = 4;

    static final List<String> REASONS = List.of("Wrong population", "Wrong design");
    static final List<String> REVIEWERS = List.of("Ada", "Ben", "Cy");

    private record Key(long record, Stage stage, long reviewer) {}

    private record Place(long record, Stage stage) {}

    /** @param reason number of the reason, from 1; 0 for none */
    record Said(Verdict verdict, int reason) {}

    private final Map<Key, Said> verdicts = new HashMap<>();
    private final Map<Place, Said> resolutions = new HashMap<>();
    private final Map<Long, Retrieval> retrievals = new HashMap<>();
    private final Map<Long, Long> keepers = new TreeMap<>();
    private int screeners;

    HistoryModel(int screeners) {
        this.screeners = screeners;
    }

    HistoryModel copy() {
        HistoryModel copy = new HistoryModel(screeners);
        copy.verdicts.putAll(verdicts);
        copy.resolutions.putAll(resolutions);
        copy.retrievals.putAll(retrievals);
        copy.keepers.putAll(keepers);
        return copy;
    }

    void decide(long record, Stage stage, long reviewer, @Nullable Verdict verdict, int reason) {
        put(verdicts, new Key(record, stage, reviewer), verdict, reason);
    }

    void resolve(long record, Stage stage, @Nullable Verdict verdict, int reason) {
        put(resolutions, new Place(record, stage), verdict, reason);
    }

    private static <K> void put(Map<K, Said> map, K key, @Nullable Verdict verdict, int reason) {
        if (verdict == null) {
            map.remove(key);
        } else {
            map.put(key, new Said(verdict, reason));
        }
    }

    void mark(long record, Retrieval state) {
        retrievals.put(record, state);
    }

    int screeners() {
        return screeners;
    }

    void screeners(int value) {
        screeners = value;
    }

    void same(long keeper, long duplicate) {
        long a = keeperOf(keeper);
        long b = keeperOf(duplicate);
        if (a != b) {
            boolean swap = !decided(a) && decided(b);
            point(swap ? a : b, swap ? b : a);
        }
    }

    void keep(long newKeeper, long oldKeeper) {
        keepers.remove(newKeeper);
        point(oldKeeper, newKeeper);
        Map.copyOf(verdicts).forEach((k, v) -> {
            if (k.record() == oldKeeper) {
                verdicts.putIfAbsent(new Key(newKeeper, k.stage(), k.reviewer()), v);
            }
        });
        Map.copyOf(resolutions).forEach((k, v) -> {
            if (k.record() == oldKeeper) {
                resolutions.putIfAbsent(new Place(newKeeper, k.stage()), v);
            }
        });
        if (retrieval(newKeeper) == Retrieval.SOUGHT) {
            retrievals.put(newKeeper, retrieval(oldKeeper));
        }
    }

    void separate(long duplicate) {
        keepers.remove(duplicate);
    }

    private void point(long record, long keeper) {
        keepers.put(record, keeper);
        keepers.replaceAll((r, k) -> k == record ? keeper : k);
    }

    long keeperOf(long record) {
        return keepers.getOrDefault(record, record);
    }

    boolean isDuplicate(long record) {
        return keepers.containsKey(record);
    }

    Map<Long, Long> keepers() {
        return Map.copyOf(keepers);
    }

    private boolean decided(long record) {
        return EnumSet.allOf(Stage.class).stream().anyMatch(s -> outcome(record, s) != Outcome.UNDECIDED);
    }

    Retrieval retrieval(long record) {
        return retrievals.getOrDefault(record, Retrieval.SOUGHT);
    }

    Outcome outcome(long record, Stage stage) {
        Said resolution = resolutions.get(new Place(record, stage));
        if (resolution != null) {
            return Outcome.valueOf(resolution.verdict().name());
        }
        List<Verdict> said =
                current(record, stage).values().stream().map(Said::verdict).toList();
        if (said.isEmpty()) {
            return Outcome.UNDECIDED;
        }
        if (Set.copyOf(said).size() > 1) {
            return Outcome.CONFLICT;
        }
        return said.size() < needed(stage)
                ? Outcome.AWAITING
                : Outcome.valueOf(said.get(0).name());
    }

    private int needed(Stage stage) {
        long people = verdicts.keySet().stream()
                .filter(k -> k.stage() == stage)
                .map(Key::reviewer)
                .distinct()
                .count();
        return (int) Math.max(1, Math.min(screeners, people));
    }

    Map<Long, Said> current(long record, Stage stage) {
        Map<Long, Said> current = new TreeMap<>();
        verdicts.forEach((k, v) -> {
            if (k.record() == record && k.stage() == stage) {
                current.put(k.reviewer(), v);
            }
        });
        return current;
    }

    @Nullable
    Said resolution(long record, Stage stage) {
        return resolutions.get(new Place(record, stage));
    }

    boolean isAt(long record, Stage stage) {
        if (isDuplicate(record)) {
            return false;
        }
        if (stage == Stage.TITLE_ABSTRACT) {
            return record <= FROM_DATABASE;
        }
        Outcome before = outcome(record, Stage.TITLE_ABSTRACT);
        return record <= FROM_DATABASE ? before.passes() : before != Outcome.EXCLUDE;
    }

    StageProgress progress(Stage stage) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        EnumSet.allOf(Outcome.class).forEach(o -> outcomes.put(o, 0L));
        Map<Reviewer, Long> by = new HashMap<>();
        long total = 0;
        for (long record = 1; record <= RECORDS; record++) {
            if (isAt(record, stage)) {
                total++;
                outcomes.merge(outcome(record, stage), 1L, Long::sum);
                current(record, stage).keySet().forEach(r -> by.merge(reviewer(r), 1L, Long::sum));
            }
        }
        return new StageProgress(stage, total, outcomes, by);
    }

    static Reviewer reviewer(long id) {
        return new Reviewer(new ReviewerId(id), REVIEWERS.get((int) id - 1));
    }

    Set<FlowRow> flow() {
        return LongStream.rangeClosed(1, RECORDS)
                .mapToObj(r -> new FlowRow(
                        new SourceId(r <= FROM_DATABASE ? 1 : 2),
                        isDuplicate(r),
                        outcome(r, Stage.TITLE_ABSTRACT),
                        retrieval(r),
                        outcome(r, Stage.FULL_TEXT),
                        reason(r),
                        1))
                .collect(Collectors.groupingBy(r -> r, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> new FlowRow(
                        e.getKey().source(),
                        e.getKey().duplicate(),
                        e.getKey().titleAbstract(),
                        e.getKey().retrieval(),
                        e.getKey().fullText(),
                        e.getKey().reason(),
                        e.getValue()))
                .collect(Collectors.toSet());
    }

    private String reason(long record) {
        if (outcome(record, Stage.FULL_TEXT) != Outcome.EXCLUDE) {
            return "";
        }
        List<Integer> given = new ArrayList<>();
        Said resolution = resolution(record, Stage.FULL_TEXT);
        if (resolution != null && resolution.reason() > 0) {
            given.add(resolution.reason());
        } else {
            current(record, Stage.FULL_TEXT).values().stream()
                    .filter(s -> s.verdict() == Verdict.EXCLUDE && s.reason() > 0)
                    .forEach(s -> given.add(s.reason()));
        }
        return given.stream()
                .min(Comparator.naturalOrder())
                .map(i -> REASONS.get(i - 1))
                .orElse("");
    }
}
