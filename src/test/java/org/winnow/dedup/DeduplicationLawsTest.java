package org.winnow.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.KeeperClaim;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/** Laws of the matcher, on small worlds in which records resemble one another more than they do outside. */
class DeduplicationLawsTest {
    private final Deduplication deduplication = new Deduplication(new LearnedMatcher());

    @Property(tries = 200)
    void theOrderOfTheRecordsDoesNotMatter(@ForAll("worlds") List<BibRecord> world, @ForAll Random random) {
        List<Candidate> records = candidates(world);
        List<Candidate> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);

        Set<PairKey> no = noes(world.size(), random);
        assertThat(deduplication.find(shuffled::forEach, List.of(), no, Progress.NONE))
                .isEqualTo(deduplication.find(records::forEach, List.of(), no, Progress.NONE));
    }

    @Property(tries = 300)
    void theAnswerIsTheSameFromBothSides(@ForAll("records") BibRecord one, @ForAll("records") BibRecord other) {
        Preparation preparation = new Preparation();
        Prepared a = preparation.prepare(Candidate.of(new RecordId(1), one));
        Prepared b = preparation.prepare(Candidate.of(new RecordId(2), other));

        assertThat(new LearnedMatcher().judge(a, b)).isEqualTo(new LearnedMatcher().judge(b, a));
    }

    @Property(tries = 200)
    void whatAPersonRuledOutIsNeitherMergedNorListed(@ForAll("worlds") List<BibRecord> world, @ForAll Random random) {
        Set<PairKey> no = noes(world.size(), random);

        Result result = deduplication.find(candidates(world)::forEach, List.of(), no, Progress.NONE);

        Set<PairKey> together = new HashSet<>();
        for (Group group : result.groups()) {
            List<RecordId> all = new ArrayList<>(group.duplicates());
            all.add(group.keeper());
            for (RecordId x : all) {
                all.stream().filter(y -> !y.equals(x)).forEach(y -> together.add(new PairKey(x, y)));
            }
        }
        result.toReview().forEach(pair -> together.add(pair.key()));
        together.retainAll(no);
        assertThat(together).isEmpty();
    }

    @Property(tries = 200)
    void everyRecordIsInOneGroupAtMostAndScoresAreProbabilities(@ForAll("worlds") List<BibRecord> world) {
        Result result = deduplication.find(candidates(world), Progress.NONE);

        List<RecordId> placed = new ArrayList<>();
        for (Group group : result.groups()) {
            placed.add(group.keeper());
            placed.addAll(group.duplicates());
            assertThat(group.why().keySet()).containsExactlyInAnyOrderElementsOf(group.duplicates());
        }
        assertThat(placed).doesNotHaveDuplicates();
        assertThat(result.toReview()).allMatch(p -> p.answer() == Answer.ASK && p.score() >= 0 && p.score() <= 1);
    }

    @Property(tries = 100)
    void aDoiIsTheSameHoweverItIsWritten(@ForAll("records") BibRecord record, @ForAll("writtenDois") String written) {
        BibRecord one = record.toBuilder().doi(new Doi("10.1000/abc.123")).build();
        BibRecord other = record.toBuilder().doi(Doi.find(written).orElse(null)).build();

        Result result = deduplication.find(candidates(List.of(one, other)), Progress.NONE);

        assertThat(result.groups()).hasSize(1);
    }

    @Provide
    Arbitrary<String> writtenDois() {
        return Arbitraries.of(
                "10.1000/ABC.123",
                "https://doi.org/10.1000/abc.123",
                "http://dx.doi.org/10.1000/Abc.123",
                "doi: 10.1000/abc.123.",
                "https://doi.org/10.1000%2Fabc.123");
    }

    @Provide
    Arbitrary<List<BibRecord>> worlds() {
        return records().list().ofMinSize(2).ofMaxSize(14);
    }

    @Provide
    Arbitrary<BibRecord> records() {
        Arbitrary<String> titles = Arbitraries.of(
                "Early walking after stroke in older adults",
                "Early walking after stroke in older adults: a trial",
                "EARLY WALKING AFTER STROKE IN OLDER ADULTS.",
                "Early walking after stroke in older adults. Part 2",
                "Erratum: Early walking after stroke in older adults",
                "Editorial");
        Arbitrary<String> authors = Arbitraries.of("Berg, Anna", "Berg, A.", "A. Berg", "Lund, P.", "");
        Arbitrary<Integer> years = Arbitraries.of(2014, 2015, 2018);
        Arbitrary<String> volumes = Arbitraries.of("12", "13", "");
        Arbitrary<String> pages = Arbitraries.of("345-52", "345", "501-9", "");
        Arbitrary<String> dois = Arbitraries.of("", "", "10.1000/a", "10.1000/b");
        return Combinators.combine(titles, authors, years, volumes, pages, dois)
                .as((title, author, year, volume, page, doi) -> {
                    BibRecord.Builder b = BibRecord.builder()
                            .title(title)
                            .year(year)
                            .journal("Stroke Care")
                            .volume(volume)
                            .pages(page)
                            .doi(doi.isEmpty() ? null : new Doi(doi));
                    return (author.isEmpty() ? b : b.author(Author.of(author))).build();
                });
    }

    private static List<Candidate> candidates(List<BibRecord> world) {
        List<Candidate> records = new ArrayList<>();
        for (BibRecord record : world) {
            int rank = records.size() % 3 == 0 ? KeeperClaim.OTHER_METHOD : KeeperClaim.DATABASE;
            records.add(new Candidate(new RecordId(records.size() + 1), record, rank, false));
        }
        return records;
    }

    private static Set<PairKey> noes(int size, Random random) {
        Set<PairKey> no = new HashSet<>();
        for (int i = 0; i < size / 2; i++) {
            int a = 1 + random.nextInt(size);
            int b = 1 + random.nextInt(size);
            if (a != b) {
                no.add(new PairKey(new RecordId(a), new RecordId(b)));
            }
        }
        return no;
    }
}
