package org.winnow.dedup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/**
 * Finds the records that are the same report. The result depends on the records alone, not on their order; the keeper of
 * a group is the record from a database or register, then the most complete one, then the one with the lowest id.
 */
public final class Deduplication {
    private static final Comparator<Prepared> KEEPER = Comparator.comparing(Prepared::databaseOrRegister)
            .reversed()
            .thenComparing(Comparator.comparing(Prepared::completeness).reversed())
            .thenComparing(p -> p.id().value());
    private static final int CHECK_EVERY = 4096;

    private final Matcher matcher;

    public Deduplication(Matcher matcher) {
        this.matcher = matcher;
    }

    /**
     * Compares all records that could be the same.
     *
     * @param records in any order, each id once
     * @param notDuplicates pairs that a person has ruled out: never merged, not through others either, and neither they
     *     nor the groups they stand in are listed against each other again
     * @throws IllegalArgumentException where two records have one id
     */
    public Result find(Iterable<Candidate> records, Set<PairKey> notDuplicates, Progress progress) {
        List<Prepared> prepared = prepared(records, progress);
        List<Grouping.Link> same = new ArrayList<>();
        List<Grouping.Link> ask = new ArrayList<>();
        compare(prepared, same, ask, progress);
        Grouping grouping = new Grouping(prepared, matcher, notDuplicates);
        List<Grouping.Link> refused = grouping.join(same);
        progress.check();
        List<Group> groups = groups(prepared, grouping);
        return new Result(groups, toReview(prepared, grouping, ask, refused));
    }

    private static List<Prepared> prepared(Iterable<Candidate> records, Progress progress) {
        Preparation preparation = new Preparation();
        List<Prepared> prepared = new ArrayList<>();
        for (Candidate candidate : records) {
            prepared.add(preparation.prepare(candidate));
            if (prepared.size() % CHECK_EVERY == 0) {
                progress.check();
                progress.at(prepared.size(), -1);
            }
        }
        prepared.sort(Comparator.comparingLong(p -> p.id().value()));
        for (int i = 1; i < prepared.size(); i++) {
            RecordId id = prepared.get(i).id();
            if (id.equals(prepared.get(i - 1).id())) {
                throw new IllegalArgumentException("two records have the id " + id);
            }
        }
        return prepared;
    }

    private void compare(List<Prepared> records, List<Grouping.Link> same, List<Grouping.Link> ask, Progress progress) {
        long[] pairs = new Blocking(records).pairs(progress);
        long total = (long) records.size() + pairs.length;
        for (int i = 0; i < pairs.length; i++) {
            if (i % CHECK_EVERY == 0) {
                progress.check();
                progress.at(records.size() + i, total);
            }
            int a = (int) (pairs[i] >>> 32);
            int b = (int) pairs[i];
            Judgement judgement = matcher.judge(records.get(a), records.get(b));
            if (judgement.answer() == Answer.SAME) {
                same.add(new Grouping.Link(a, b, judgement));
            } else if (judgement.answer() == Answer.ASK) {
                ask.add(new Grouping.Link(a, b, judgement));
            }
        }
        progress.at(total, total);
    }

    private List<Group> groups(List<Prepared> records, Grouping grouping) {
        List<Group> groups = new ArrayList<>();
        for (int id : grouping.groups()) {
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
        return members.stream().min(Comparator.comparing(records::get, KEEPER)).orElseThrow();
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
