package org.winnow.dedup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.model.RecordId;

/**
 * Joins pairs into groups, the most alike first, and refuses to join two groups of which a member of one contradicts a
 * member of the other or a person has said that two are not duplicates. What is refused is the weakest link of what
 * would have been one group.
 */
final class Grouping {
    /** A pair by positions in the list of records. */
    record Link(int a, int b, Judgement judgement) {}

    private final List<Prepared> records;
    private final Matcher matcher;
    private final Map<Integer, List<Integer>> members = new HashMap<>();
    private final int[] group;
    private final Map<Integer, Link> joinedBy = new HashMap<>();
    private final Map<Integer, List<Integer>> ruledOut = new HashMap<>();

    /** @param known groups that are joined already */
    Grouping(List<Prepared> records, Matcher matcher, Collection<List<RecordId>> known, Set<PairKey> notDuplicates) {
        this.records = records;
        this.matcher = matcher;
        this.group = new int[records.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        Map<RecordId, Integer> positions = known.isEmpty() && notDuplicates.isEmpty() ? Map.of() : positions();
        known.forEach(ids -> joinKnown(
                ids.stream().filter(positions::containsKey).map(positions::get).toList()));
        for (PairKey pair : notDuplicates) {
            Integer a = positions.get(pair.a());
            Integer b = positions.get(pair.b());
            if (a != null && b != null) {
                ruledOut.computeIfAbsent(a, id -> new ArrayList<>()).add(b);
                ruledOut.computeIfAbsent(b, id -> new ArrayList<>()).add(a);
            }
        }
    }

    private Map<RecordId, Integer> positions() {
        Map<RecordId, Integer> at = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            at.put(records.get(i).id(), i);
        }
        return at;
    }

    private void joinKnown(List<Integer> known) {
        if (known.size() > 1) {
            int first = known.get(0);
            members.put(first, List.copyOf(known));
            known.forEach(member -> group[member] = first);
        }
    }

    /** Joins what may be joined and returns the links that were refused because something contradicts. */
    List<Link> join(List<Link> same) {
        List<Link> sorted = new ArrayList<>(same);
        sorted.sort(Comparator.comparingDouble((Link l) -> -l.judgement().score())
                .thenComparingInt(Link::a)
                .thenComparingInt(Link::b));
        List<Link> refused = new ArrayList<>();
        for (Link link : sorted) {
            int x = group[link.a()];
            int y = group[link.b()];
            if (x == y) {
                continue;
            }
            if (ruledOut(x, y) || contradict(x, y)) {
                refused.add(link);
            } else {
                merge(x, y, link);
            }
        }
        return refused;
    }

    int groupOf(int record) {
        return group[record];
    }

    List<Integer> members(int group) {
        return members.getOrDefault(group, List.of(group));
    }

    /** Groups of which two members were joined here. */
    Set<Integer> changed() {
        Set<Integer> changed = new HashSet<>();
        joinedBy.keySet().forEach(member -> changed.add(group[member]));
        return changed;
    }

    /** The link that brought the record, and whatever was joined to it already, into its group. */
    Map<Integer, Link> links() {
        return joinedBy;
    }

    /** Whether a person ruled out a pair between the two groups. */
    boolean ruledOut(int x, int y) {
        for (int member : members(x)) {
            for (int other : ruledOut.getOrDefault(member, List.of())) {
                if (group[other] == y) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean contradict(int x, int y) {
        List<Prepared> some = distinct(members(x));
        List<Prepared> others = distinct(members(y));
        for (Prepared a : some) {
            for (Prepared b : others) {
                if (a.content() != b.content() && matcher.judge(a, b).contradictory()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Members that say the same say it once: a record that stands there a thousand times costs one comparison. */
    private List<Prepared> distinct(List<Integer> members) {
        Set<Long> seen = new HashSet<>();
        List<Prepared> distinct = new ArrayList<>();
        for (int member : members) {
            Prepared p = records.get(member);
            if (seen.add(p.content())) {
                distinct.add(p);
            }
        }
        return distinct;
    }

    private void merge(int x, int y, Link link) {
        int into = members(x).size() >= members(y).size() ? x : y;
        int from = into == x ? y : x;
        List<Integer> all = new ArrayList<>(members(into));
        List<Integer> moved = members(from);
        all.addAll(moved);
        moved.forEach(member -> group[member] = into);
        members.remove(from);
        members.put(into, all);
        joinedBy.put(link.a(), link);
        joinedBy.put(link.b(), link);
    }
}
