package org.winnow.dedup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/**
 * A labelled set with all pairs of it that are compared.
 *
 * @param fold sets of one fold share records, so that they are trained or tested on together
 * @param corrected the set with its disputed labels put right
 * @param disputed pairs whose label is wrong on reading, see {@code disputed-labels.csv}: neither trained on nor counted
 *     when thresholds are chosen
 */
record TrainingSet(
        String name,
        String fold,
        LabelledSet set,
        LabelledSet corrected,
        Set<PairKey> disputed,
        List<Example> examples) {
    /** Each set counts as this many pairs, so that a big one does not outvote the others. */
    private static final double WEIGHT = 4000;

    static TrainingSet of(Path data, String name, String fold, Path disputes) throws IOException {
        LabelledSet set = LabelledSet.bibDedupe(data.resolve(name));
        LabelledSet corrected = corrected(set, Dispute.read(disputes, name));
        Set<PairKey> disputed = pairs(set);
        Set<PairKey> undisputed = pairs(corrected);
        undisputed.retainAll(disputed);
        disputed.addAll(pairs(corrected));
        disputed.removeAll(undisputed);
        return new TrainingSet(name, fold, set, corrected, disputed, examples(set, disputed));
    }

    private static Set<PairKey> pairs(LabelledSet set) {
        Set<PairKey> pairs = new HashSet<>();
        for (Set<RecordId> group : set.truth()) {
            for (RecordId a : group) {
                for (RecordId b : group) {
                    if (a.value() < b.value()) {
                        pairs.add(new PairKey(a, b));
                    }
                }
            }
        }
        return pairs;
    }

    private static List<Example> examples(LabelledSet set, Set<PairKey> disputed) {
        Preparation preparation = new Preparation();
        List<Prepared> prepared =
                set.records().stream().map(preparation::prepare).toList();
        Map<RecordId, Integer> group = new HashMap<>();
        for (int g = 0; g < set.truth().size(); g++) {
            for (RecordId id : set.truth().get(g)) {
                group.put(id, g);
            }
        }
        List<Example> examples = new ArrayList<>();
        for (long pair : new Blocking(prepared, 0).pairs(Progress.NONE)) {
            Prepared a = prepared.get((int) (pair >>> 32));
            Prepared b = prepared.get((int) pair);
            Evidence e = Evidence.of(a, b);
            if (LearnedMatcher.another(e) || disputed.contains(new PairKey(a.id(), b.id()))) {
                continue;
            }
            Integer x = group.get(a.id());
            boolean same = x != null && x.equals(group.get(b.id()));
            examples.add(Example.of(e, same));
        }
        return weighted(examples, WEIGHT);
    }

    /** The same examples, counting as much as so many together. */
    static List<Example> weighted(List<Example> examples, double total) {
        double each = total / Math.max(1, examples.size());
        return examples.stream()
                .map(e -> new Example(e.features(), e.same(), e.doubtful(), each))
                .toList();
    }

    /** One line of the list of disputed labels. */
    record Dispute(String set, String a, String b, boolean same, String why) {
        static List<Dispute> read(Path file, String set) {
            try {
                return Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> line.split(",", 5))
                        .filter(cells -> cells[0].equals(set))
                        .map(c -> new Dispute(c[0], c[1], c[2], c[3].equals("same"), c[4]))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        PairKey pair(LabelledSet labelled) {
            return new PairKey(id(labelled, a), id(labelled, b));
        }

        private static RecordId id(LabelledSet labelled, String name) {
            return labelled.names().entrySet().stream()
                    .filter(e -> e.getValue().equals(name))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no record " + name));
        }
    }

    /** The set with its disputed labels put right. */
    private static LabelledSet corrected(LabelledSet set, List<Dispute> disputes) {
        List<Set<RecordId>> truth = new ArrayList<>();
        set.truth().forEach(g -> truth.add(new HashSet<>(g)));
        for (Dispute d : disputes) {
            PairKey pair = d.pair(set);
            RecordId leaving = Dispute.id(set, d.b());
            Set<RecordId> x = groupOf(truth, pair.a());
            Set<RecordId> y = groupOf(truth, pair.b());
            if (d.same() && x != y) {
                Set<RecordId> both = new HashSet<>(x);
                both.addAll(y);
                truth.removeIf(g -> g == x || g == y);
                truth.add(both);
            } else if (!d.same() && x == y) {
                x.remove(leaving);
            }
        }
        truth.removeIf(g -> g.size() < 2);
        return new LabelledSet(set.records(), set.names(), truth);
    }

    private static Set<RecordId> groupOf(List<Set<RecordId>> truth, RecordId id) {
        for (Set<RecordId> group : truth) {
            if (group.contains(id)) {
                return group;
            }
        }
        return new HashSet<>(Set.of(id));
    }
}
