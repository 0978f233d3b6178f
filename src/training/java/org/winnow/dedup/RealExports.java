package org.winnow.dedup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.winnow.exchange.NamedRecords;
import org.winnow.exchange.NamedRecords.Named;
import org.winnow.model.BibRecord;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/**
 * Examples from search exports that nobody has labelled: records of several databases that share a DOI or a PMID are the
 * same and are shown with and without it; the others are changed as databases change records, and set against works that
 * only look like them.
 */
final class RealExports {
    private static final long SEED = 20;
    private static final int COPIES = 3;

    private RealExports() {}

    static List<BibRecord> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(f -> f.toString().endsWith(".ris")).sorted().toList();
        }
        List<BibRecord> records = new ArrayList<>();
        for (Path file : files) {
            for (Named named : NamedRecords.read(file, null, new ArrayList<>(), Progress.NONE)) {
                BibRecord r = named.record();
                if (r != null && !r.title().isEmpty()) {
                    records.add(r);
                }
            }
        }
        return records;
    }

    /** Pairs of records from several databases, labelled by the identifiers that they share or do not share. */
    static List<Example> byIdentifier(List<BibRecord> records) {
        Preparation preparation = new Preparation();
        List<Prepared> with = new ArrayList<>();
        List<Prepared> without = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            RecordId id = new RecordId(i + 1);
            with.add(preparation.prepare(Candidate.of(id, records.get(i))));
            BibRecord bare = records.get(i).toBuilder().doi(null).pmid("").build();
            without.add(preparation.prepare(Candidate.of(id, bare)));
        }
        List<Example> examples = new ArrayList<>();
        for (long pair : new Blocking(with, 0).pairs(Progress.NONE)) {
            int i = (int) (pair >>> 32);
            int j = (int) pair;
            Evidence e = Evidence.of(with.get(i), with.get(j));
            boolean same = e.sameIdentifier() && !e.otherIdentifier();
            boolean other = !e.sameIdentifier() && (e.otherIdentifier() || e.title() == TitleRelation.DIFFERENT);
            boolean unsure = other && e.title().sameWords() || same && e.title() == TitleRelation.DIFFERENT;
            if ((same || other) && !unsure && !LearnedMatcher.another(e)) {
                examples.add(Example.of(e, same));
                examples.add(Example.of(Evidence.of(without.get(i), without.get(j)), same));
            }
        }
        return examples;
    }

    /** Pairs of records and their changed copies, and of works that only look like them. */
    static List<Example> changed(List<BibRecord> records) {
        SplittableRandom random = new SplittableRandom(SEED);
        Perturbing perturbing = new Perturbing(random);
        Preparation preparation = new Preparation();
        List<Example> examples = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (BibRecord r : records) {
            if (!seen.add(TitleText.of(r.title(), "").words())) {
                continue;
            }
            for (int n = 0; n < COPIES; n++) {
                BibRecord one = perturbing.elsewhere(r);
                add(examples, preparation, one, perturbing.elsewhere(r), true);
                BibRecord stranger = records.get(random.nextInt(records.size()));
                BibRecord another = perturbing.another(r, stranger);
                add(examples, preparation, one, n == 0 ? another : perturbing.elsewhere(another), false);
            }
        }
        return examples;
    }

    private static void add(List<Example> examples, Preparation preparation, BibRecord a, BibRecord b, boolean same) {
        Prepared x = preparation.prepare(Candidate.of(new RecordId(1), a));
        Prepared y = preparation.prepare(Candidate.of(new RecordId(2), b));
        Evidence e = Evidence.of(x, y);
        if (!LearnedMatcher.another(e)) {
            examples.add(Example.of(e, same));
        }
    }
}
