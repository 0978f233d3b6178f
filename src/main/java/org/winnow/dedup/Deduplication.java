package org.winnow.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/**
 * Finds the records that are the same report. The result depends on the records alone, not on their order; the keeper of
 * a group is the record with the smallest {@link org.winnow.model.KeeperClaim}. Records that were compared before are
 * compared with new ones only.
 */
public final class Deduplication {
    private static final Comparator<Prepared> ORDER =
            Comparator.comparing((Prepared p) -> !p.compared()).thenComparing(p -> p.id().value());
    private static final int BATCH = 1 << 14;

    /** Where records come from: each handed over once, none kept longer than it takes. */
    public interface Supply {
        void forEach(Consumer<? super Candidate> taker);
    }

    private final Matcher matcher;

    public Deduplication(Matcher matcher) {
        this.matcher = matcher;
    }

    /** Compares all records that could be the same, with nothing known of them. */
    public Result find(List<Candidate> records, Progress progress) {
        return find(records::forEach, List.of(), Set.of(), progress);
    }

    /**
     * Compares all records that could be the same and have not been compared yet.
     *
     * @param records in any order, each id once
     * @param known groups that stand as they are: they may grow and meet, but not fall apart
     * @param notDuplicates pairs that a person has ruled out: never merged, not through others either, and neither they
     *     nor the groups they stand in are listed against each other again
     * @return groups that are new or have grown, and questions that are new
     * @throws IllegalArgumentException where two records have one id
     */
    public Result find(
            Supply records, Collection<List<RecordId>> known, Set<PairKey> notDuplicates, Progress progress) {
        List<Prepared> prepared = prepared(records, progress);
        List<Grouping.Link> same = new ArrayList<>();
        List<Grouping.Link> ask = new ArrayList<>();
        compare(prepared, same, ask, progress);
        Grouping grouping = new Grouping(prepared, matcher, known, notDuplicates);
        List<Grouping.Link> refused = grouping.join(same);
        progress.check();
        List<Group> groups = groups(prepared, grouping);
        return new Result(groups, toReview(prepared, grouping, ask, refused));
    }

    private static List<Prepared> prepared(Supply records, Progress progress) {
        Preparation preparation = new Preparation();
        List<Prepared> prepared = new ArrayList<>();
        List<Candidate> batch = new ArrayList<>();
        records.forEach(candidate -> {
            batch.add(candidate);
            if (batch.size() == BATCH) {
                prepare(preparation, batch, prepared, progress);
            }
        });
        prepare(preparation, batch, prepared, progress);
        prepared.sort(ORDER);
        long[] ids = prepared.stream().mapToLong(p -> p.id().value()).sorted().toArray();
        for (int i = 1; i < ids.length; i++) {
            if (ids[i] == ids[i - 1]) {
                throw new IllegalArgumentException("two records have the id " + ids[i]);
            }
        }
        return prepared;
    }

    /** A batch at a time, on all cores. */
    private static void prepare(
            Preparation preparation, List<Candidate> batch, List<Prepared> prepared, Progress progress) {
        progress.check();
        prepared.addAll(batch.parallelStream().map(preparation::prepare).toList());
        batch.clear();
        progress.at(prepared.size(), -1);
    }

    private void compare(List<Prepared> records, List<Grouping.Link> same, List<Grouping.Link> ask, Progress progress) {
        int firstNew = (int) records.stream().filter(Prepared::compared).count();
        long[] pairs = new Blocking(records, firstNew).pairs(progress);
        long total = (long) records.size() + pairs.length;
        for (int from = 0; from < pairs.length; from += BATCH) {
            progress.check();
            progress.at(records.size() + from, total);
            Arrays.stream(pairs, from, Math.min(from + BATCH, pairs.length))
                    .parallel()
                    .mapToObj(pair -> link(records, pair))
                    .filter(link -> link.judgement().answer() != Answer.DIFFERENT)
                    .toList()
                    .forEach(link -> (link.judgement().answer() == Answer.SAME ? same : ask).add(link));
        }
        progress.at(total, total);
    }

    private Grouping.Link link(List<Prepared> records, long pair) {
        int a = (int) (pair >>> 32);
        int b = (int) pair;
        return new Grouping.Link(a, b, matcher.judge(records.get(a), records.get(b)));
    }

    private List<Group> groups(List<Prepared> records, Grouping grouping) {
        List<Group> groups = new ArrayList<>();
        for (int id : grouping.changed()) {
            List<Integer> members = grouping.members(id);
            Prepared keeper = records.get(keeper(records, members));
            Map<RecordId, String> why = new TreeMap<>(Comparator.comparingLong(RecordId::value));
            for (int member : members) {
                if (records.get(member) != keeper) {
                    why.put(records.get(member).id(), why(records, keeper, member, grouping));
                }
            }
            groups.add(new Group(keeper.id(), List.copyOf(why.keySet()), why));
        }
        groups.sort(Comparator.comparingLong(g -> g.keeper().value()));
        return groups;
    }

    private String why(List<Prepared> records, Prepared keeper, int member, Grouping grouping) {
        Judgement direct = matcher.judge(keeper, records.get(member));
        Grouping.Link link = grouping.links().get(member);
        if (direct.answer() == Answer.SAME || link == null) {
            return direct.why();
        }
        int other = link.a() == member ? link.b() : link.a();
        return "As record " + records.get(other).id() + ": " + link.judgement().why();
    }

    private static int keeper(List<Prepared> records, List<Integer> members) {
        return members.stream()
                .min(Comparator.comparing(i -> records.get(i).claim()))
                .orElseThrow();
    }

    /** At most one pair between two groups: that of the keepers where it is a question of its own, else the most alike. */
    private List<Pair> toReview(
            List<Prepared> records, Grouping grouping, List<Grouping.Link> ask, List<Grouping.Link> refused) {
        Map<PairKey, Pair> best = new HashMap<>();
        for (Grouping.Link link : ask) {
            offer(best, records, grouping, link, "");
        }
        for (Grouping.Link link : refused) {
            offer(best, records, grouping, link, "; but others that one of them agrees with contradict the other");
        }
        List<Pair> pairs = new ArrayList<>(best.values());
        pairs.sort(Comparator.comparingDouble((Pair p) -> -p.score())
                .thenComparing(p -> p.a().value())
                .thenComparing(p -> p.b().value()));
        return pairs;
    }

    private void offer(
            Map<PairKey, Pair> best, List<Prepared> records, Grouping grouping, Grouping.Link link, String but) {
        int x = grouping.groupOf(link.a());
        int y = grouping.groupOf(link.b());
        if (x == y || grouping.ruledOut(x, y)) {
            return;
        }
        Prepared a = records.get(keeper(records, grouping.members(x)));
        Prepared b = records.get(keeper(records, grouping.members(y)));
        PairKey key = new PairKey(a.id(), b.id());
        double score = link.judgement().score();
        Pair old = best.get(key);
        if (old == null || old.score() < score) {
            best.put(key, new Pair(key.a(), key.b(), Answer.ASK, score, reason(records, link, a, b) + but));
        }
    }

    private static String reason(List<Prepared> records, Grouping.Link link, Prepared a, Prepared b) {
        RecordId first = records.get(link.a()).id();
        RecordId second = records.get(link.b()).id();
        boolean keepers = Set.of(first, second).equals(Set.of(a.id(), b.id()));
        String of = keepers ? "" : "Records " + first + " and " + second + ": ";
        return of + link.judgement().why();
    }
}
