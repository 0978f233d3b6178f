package org.winnow.dedup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.model.RecordId;
import org.winnow.store.Duplicates;
import org.winnow.store.Duplicates.DoubtfulPair;
import org.winnow.store.Duplicates.Duplicate;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/**
 * Finds duplicates among all records of a review and writes them down: certain ones are merged, doubtful ones kept for a
 * person to look at. What people have said before stands: pairs called different stay apart, groups keep their keeper.
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
        List<Candidate> candidates = new ArrayList<>();
        Set<RecordId> otherMethods = otherMethods();
        review.records()
                .forEachBib(
                        RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL),
                        (id, record) -> candidates.add(new Candidate(id, record, !otherMethods.contains(id))));
        Set<PairKey> different = new HashSet<>();
        review.duplicates().pairs(Duplicates.Answer.DIFFERENT).forEach(p -> different.add(new PairKey(p.a(), p.b())));
        return deduplication.find(candidates, different, progress);
    }

    /** Looks and writes down, in one operation. */
    public Result run(Progress progress) {
        Result result = look(progress);
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
        review.write(Duplicates.found(merged, asked));
        return result;
    }

    private static void merge(Roots roots, RecordId keeper, RecordId member, String why, List<Duplicate> merged) {
        RecordId root = roots.of(member);
        if (!root.equals(keeper)) {
            merged.add(new Duplicate(root, keeper, true, why));
            roots.point(root, keeper);
        }
    }

    private Set<RecordId> otherMethods() {
        Set<RecordId> ids = new HashSet<>();
        review.sources().all().stream()
                .filter(s -> !s.kind().databaseOrRegister())
                .forEach(s -> {
                    for (long id : review.records()
                            .ids(RecordQuery.everything()
                                    .withDuplicates(RecordQuery.Group.ALL)
                                    .withSources(Set.of(s.id())))) {
                        ids.add(new RecordId(id));
                    }
                });
        return ids;
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
