package org.winnow.dedup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.winnow.model.RecordId;

/**
 * How a result compares with the truth.
 *
 * @param removedRightly records taken out whose report is still there (true positives, as ASySD and BibDedupe publish)
 * @param removedWrongly reports of which nothing is left
 * @param leftIn surplus records left
 * @param pairsRight pairs merged that are the same
 * @param wrong pairs merged that are not the same
 * @param missed pairs that are the same and were not merged
 * @param missedAndAsked those of them that a person is asked about
 * @param asked pairs a person is asked about
 */
record Score(
        int removedRightly,
        int removedWrongly,
        int leftIn,
        int pairsRight,
        Set<PairKey> wrong,
        Set<PairKey> missed,
        int missedAndAsked,
        int asked) {

    static Score of(LabelledSet set, Result result) {
        Map<RecordId, Integer> groupOf = groups(set, result);
        Set<PairKey> truth = new HashSet<>();
        set.truth().forEach(g -> addPairs(truth, new ArrayList<>(g)));
        Set<PairKey> merged = new HashSet<>();
        result.groups().forEach(g -> addPairs(merged, members(g)));
        Set<PairKey> wrong = minus(merged, truth);
        Set<PairKey> missed = minus(truth, merged);
        Set<List<Integer>> questions = new HashSet<>();
        result.toReview().forEach(p -> questions.add(groupPair(groupOf, p.key())));
        int missedAndAsked = (int) missed.stream()
                .filter(p -> questions.contains(groupPair(groupOf, p)))
                .count();
        int[] byRecord = byRecord(set, result);
        int right = merged.size() - wrong.size();
        return new Score(
                byRecord[0],
                byRecord[1],
                byRecord[2],
                right,
                wrong,
                missed,
                missedAndAsked,
                result.toReview().size());
    }

    /** Record-level sensitivity. */
    double sensitivity() {
        return (double) removedRightly / Math.max(1, removedRightly + leftIn);
    }

    @Override
    public String toString() {
        return "records: removed rightly %d, wrongly %d, left in %d, sensitivity %.4f; pairs: right %d, wrong %d, missed %d (asked %d); asked %d"
                .formatted(
                        removedRightly,
                        removedWrongly,
                        leftIn,
                        sensitivity(),
                        pairsRight,
                        wrong.size(),
                        missed.size(),
                        missedAndAsked,
                        asked);
    }

    private static int[] byRecord(LabelledSet set, Result result) {
        Set<RecordId> kept = new HashSet<>();
        set.records().forEach(c -> kept.add(c.id()));
        result.groups().forEach(g -> kept.removeAll(g.duplicates()));
        Set<RecordId> inTruth = new HashSet<>();
        set.truth().forEach(inTruth::addAll);
        int wrongly = (int) set.records().stream()
                .filter(c -> !inTruth.contains(c.id()) && !kept.contains(c.id()))
                .count();
        int rightly = 0;
        int left = 0;
        for (Set<RecordId> group : set.truth()) {
            int k = (int) group.stream().filter(kept::contains).count();
            wrongly += k == 0 ? 1 : 0;
            rightly += group.size() - Math.max(1, k);
            left += Math.max(0, k - 1);
        }
        return new int[] {rightly, wrongly, left};
    }

    private static Map<RecordId, Integer> groups(LabelledSet set, Result result) {
        Map<RecordId, Integer> groupOf = new HashMap<>();
        set.records().forEach(c -> groupOf.put(c.id(), -(int) c.id().value()));
        for (int i = 0; i < result.groups().size(); i++) {
            for (RecordId id : members(result.groups().get(i))) {
                groupOf.put(id, i);
            }
        }
        return groupOf;
    }

    private static List<Integer> groupPair(Map<RecordId, Integer> groupOf, PairKey pair) {
        int x = groupOf.get(pair.a());
        int y = groupOf.get(pair.b());
        return List.of(Math.min(x, y), Math.max(x, y));
    }

    private static List<RecordId> members(Group group) {
        List<RecordId> all = new ArrayList<>(group.duplicates());
        all.add(group.keeper());
        return all;
    }

    private static void addPairs(Set<PairKey> pairs, List<RecordId> members) {
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                pairs.add(new PairKey(members.get(i), members.get(j)));
            }
        }
    }

    private static Set<PairKey> minus(Set<PairKey> some, Set<PairKey> others) {
        Set<PairKey> rest = new TreeSet<>(
                java.util.Comparator.comparingLong((PairKey p) -> p.a().value()).thenComparingLong(p -> p.b().value()));
        rest.addAll(some);
        rest.removeAll(others);
        return rest;
    }
}
