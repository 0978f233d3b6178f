package org.winnow.dedup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.model.RecordId;
import org.winnow.store.Duplicates;
import org.winnow.store.Duplicates.DoubtfulPair;
import org.winnow.store.Duplicates.Duplicate;
import org.winnow.store.Merges;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/**
 * Finds duplicates among the records of a review and writes them down: certain ones are merged, doubtful ones kept for a
 * person to look at. Records that an earlier search has compared meet new ones only. What stands stays: groups keep their
 * members and their keeper, pairs that a person called different stay apart.
 */
public final class DuplicateSearch {
    private final Review review;
    private final Deduplication deduplication;

    public DuplicateSearch(Review review) {
        this.review = review;
        this.deduplication = new Deduplication(new LearnedMatcher());
    }

    /** What would be merged and asked, without writing anything. */
    public Result look(Progress progress) {
        return find(new HashSet<>(), progress);
    }

    /** Looks and writes down, in one operation. */
    public Result run(Progress progress) {
        Set<Long> imports = new HashSet<>();
        Result result = find(imports, progress);
        Roots roots = new Roots(review.duplicates().all());
        List<Duplicate> merged = new ArrayList<>();
        for (Group group : result.groups()) {
            RecordId keeper = roots.keeperOf(group);
            for (RecordId member : group.duplicates()) {
                merge(roots, keeper, member, group.why().getOrDefault(member, ""), merged);
            }
            merge(roots, keeper, group.keeper(), group.why().getOrDefault(keeper, ""), merged);
        }
        List<DoubtfulPair> asked = result.toReview().stream()
                .filter(p -> !roots.of(p.a()).equals(roots.of(p.b())))
                .map(p -> new DoubtfulPair(p.a(), p.b(), p.score(), p.why(), Duplicates.Answer.OPEN))
                .toList();
        review.write(Merges.found(merged, asked, imports));
        return result;
    }

    /** @param imports takes those whose records were looked at */
    private Result find(Set<Long> imports, Progress progress) {
        Map<RecordId, List<RecordId>> groups = new LinkedHashMap<>();
        review.duplicates().all().forEach(d -> groups.computeIfAbsent(d.keeper(), k -> new ArrayList<>(List.of(k)))
                .add(d.record()));
        Set<PairKey> different = new HashSet<>();
        review.duplicates().pairs(Duplicates.Answer.DIFFERENT).forEach(p -> different.add(new PairKey(p.a(), p.b())));
        return deduplication.find(
                taker -> review.duplicates().forEachComparable(r -> {
                    imports.add(r.importId());
                    taker.accept(new Candidate(r.id(), r.record(), r.rank(), r.compared()));
                }),
                groups.values(),
                different,
                progress);
    }

    private static void merge(Roots roots, RecordId keeper, RecordId member, String why, List<Duplicate> merged) {
        RecordId root = roots.of(member);
        if (!root.equals(keeper)) {
            merged.add(new Duplicate(root, keeper, true, why));
            roots.point(root, keeper);
        }
    }

    /** Who stands for whom by now. */
    private static final class Roots {
        private final Map<RecordId, RecordId> keepers = new HashMap<>();
        private final Set<RecordId> keeping = new HashSet<>();

        Roots(List<Duplicate> known) {
            known.forEach(d -> {
                keepers.put(d.record(), d.keeper());
                keeping.add(d.keeper());
            });
        }

        RecordId of(RecordId id) {
            RecordId root = id;
            for (RecordId up = keepers.get(root); up != null; up = keepers.get(root)) {
                root = up;
            }
            return root;
        }

        /** The keeper that the group has already, else the one that the rule chose. */
        RecordId keeperOf(Group group) {
            RecordId chosen = of(group.keeper());
            if (keeping.contains(chosen)) {
                return chosen;
            }
            return group.duplicates().stream()
                    .map(this::of)
                    .filter(keeping::contains)
                    .findFirst()
                    .orElse(chosen);
        }

        void point(RecordId from, RecordId to) {
            keepers.put(from, to);
            keeping.add(to);
        }
    }
}
