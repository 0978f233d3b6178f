package org.winnow.dedup;

import java.util.ArrayList;
import java.util.Comparator;
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

    /** What would be merged and asked then, with what is by now, without writing anything. */
    public Result look(Progress progress) {
        return withKnown(find(new HashSet<>(), progress));
    }

    /** Looks and writes down, in one operation; returns what is merged and asked then. */
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
        Result whole = withKnown(result);
        review.write(Merges.found(merged, asked, imports));
        return whole;
    }

    /** What was found now, groups that it left alone, and questions that it did not settle. */
    private Result withKnown(Result found) {
        Map<RecordId, RecordId> keepers = new HashMap<>();
        for (Group group : found.groups()) {
            keepers.put(group.keeper(), group.keeper());
            group.duplicates().forEach(id -> keepers.put(id, group.keeper()));
        }
        Map<RecordId, Map<RecordId, String>> leftAlone = new LinkedHashMap<>();
        for (Duplicate d : review.duplicates().all()) {
            if (!keepers.containsKey(d.keeper())) {
                leftAlone
                        .computeIfAbsent(d.keeper(), k -> new LinkedHashMap<>())
                        .put(d.record(), d.why());
            }
        }
        List<Group> groups = new ArrayList<>(found.groups());
        leftAlone.forEach((keeper, why) -> groups.add(new Group(keeper, List.copyOf(why.keySet()), why)));
        groups.sort(Comparator.comparingLong(g -> g.keeper().value()));
        return new Result(groups, questions(found, keepers));
    }

    private List<Pair> questions(Result found, Map<RecordId, RecordId> keepers) {
        Map<PairKey, Pair> pairs = new LinkedHashMap<>();
        found.toReview().forEach(p -> pairs.put(p.key(), p));
        for (DoubtfulPair p : review.duplicates().pairs(Duplicates.Answer.OPEN)) {
            RecordId a = keepers.getOrDefault(p.a(), p.a());
            RecordId b = keepers.getOrDefault(p.b(), p.b());
            if (!a.equals(b)) {
                pairs.putIfAbsent(new PairKey(p.a(), p.b()), new Pair(p.a(), p.b(), Answer.ASK, p.score(), p.why()));
            }
        }
        for (DoubtfulPair p : review.duplicates().disputed()) {
            String why = "somebody calls them different, and others bring them together";
            pairs.putIfAbsent(new PairKey(p.a(), p.b()), new Pair(p.a(), p.b(), Answer.ASK, p.score(), why));
        }
        List<Pair> all = new ArrayList<>(pairs.values());
        all.sort(Comparator.comparingDouble((Pair p) -> -p.score()));
        return all;
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
