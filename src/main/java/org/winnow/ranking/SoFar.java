package org.winnow.ranking;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.winnow.model.Stage;
import org.winnow.store.Rankings;
import org.winnow.store.Rankings.Read;
import org.winnow.store.Rankings.Use;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;

/**
 * The screening of a stage as it stands, for the rules that say when to stop.
 *
 * @param screening the records of the stage, in the order in which somebody first decided on them; one counts as relevant
 *     that passed, or that somebody included before it is settled
 * @param atRandom how many decisions were on records that had been drawn at random
 * @param models the names of the models that brought records up
 */
public record SoFar(Screening screening, int atRandom, Set<String> models) {
    /** Excludes in a row after which SAFE and many guidelines take a ranking to be exhausted. */
    public static final int IN_A_ROW = 50;

    private static final double SHARE_READ = 0.1;
    private static final double SHARE_AT_RANDOM = 0.01;

    /** Reads the review. */
    public static SoFar of(Review review, Stage stage) {
        Rankings rankings = review.rankings();
        Set<Long> records = Arrays.stream(review.records().ids(RecordQuery.at(stage)))
                .boxed()
                .collect(Collectors.toSet());
        List<Read> read = rankings.read(stage).stream()
                .filter(r -> records.contains(r.record().value()))
                .toList();
        BitSet hits = new BitSet();
        for (int i = 0; i < read.size(); i++) {
            hits.set(i, read.get(i).relevant());
        }
        List<Use> uses =
                rankings.uses().stream().filter(u -> u.stage() == stage).toList();
        // How many are relevant is what nobody knows; the rules look at what was found alone.
        return new SoFar(
                new Screening(records.size(), hits.cardinality(), read.size(), hits),
                uses.stream().mapToInt(Use::atRandom).sum(),
                uses.stream().map(Use::model).collect(Collectors.toSet()));
    }

    public int found() {
        return screening.relevant();
    }

    public int unread() {
        return screening.records() - screening.read();
    }

    /** The recall that is reached at least, with that confidence. */
    public double recallAtLeast(double confidence) {
        return RecallTest.lowerBound(screening, confidence);
    }

    /** The recall of which it is as likely that it is more as that it is less. */
    public double recallLikely() {
        return recallAtLeast(0.5);
    }

    /** {@link RecallTest#p}. */
    public double p(double target) {
        return RecallTest.p(screening, target);
    }

    // SAFE (Boetje and van de Schoot 2024): a random start, a tenth read, fifty in a row, another model.

    /** Whether records enough were read at random to know how rare relevant ones are. */
    public boolean randomStart() {
        return atRandom >= Math.max(1, SHARE_AT_RANDOM * screening.records());
    }

    public boolean tenthRead() {
        return screening.records() > 0 && screening.read() >= SHARE_READ * screening.records();
    }

    public boolean fiftyInARow() {
        return screening.irrelevantInARow() >= IN_A_ROW;
    }

    public boolean anotherModel() {
        return models.size() > 1;
    }
}
