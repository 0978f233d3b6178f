package org.winnow.ranking;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.winnow.model.UserException;
import org.winnow.work.Progress;

/** Replays the screening of a labelled set: always the record with the highest score, one at a time, then learn again. */
public final class Simulation {
    /**
     * What happened.
     *
     * @param order the records in the order in which they were read, without prior knowledge
     * @param screening the same as the metrics see it
     * @param refits how often the learner was trained
     */
    public record Run(int[] priors, int[] order, Screening screening, int refits) {}

    /** Asked after each record whether there is nothing more to wait for once all relevant records are found. */
    public interface Until {
        boolean enough(Screening soFar);
    }

    private Simulation() {}

    /**
     * Reads until the last relevant record is found and {@code until} has enough, or nothing is left. Until there are labels of both kinds records come in the order of the
     * set, where the learner cannot do better.
     *
     * @throws UserException where nothing is relevant, or everything
     */
    public static Run run(Ranker ranker, boolean[] truth, int[] priors, Progress progress, Until until) {
        int relevant = count(truth);
        if (relevant == 0 || relevant == truth.length) {
            throw new UserException("A simulation needs relevant and irrelevant records; of these " + truth.length
                    + ", " + relevant + " are relevant.");
        }
        Labels labels = new Labels(truth.length);
        for (int prior : priors) {
            labels.set(prior, truth[prior]);
            relevant -= truth[prior] ? 1 : 0;
        }
        int records = truth.length - priors.length;
        int[] order = new int[records];
        BitSet hits = new BitSet(records);
        int read = 0;
        int refits = 0;
        int found = 0;
        boolean enough = false;
        while (read < records && !(enough && found == relevant)) {
            progress.check();
            progress.at(found, relevant);
            boolean learnt = ranker.canRank(labels);
            int next = next(labels, learnt ? ranker.scores(labels) : null);
            refits += learnt ? 1 : 0;
            labels.set(next, truth[next]);
            order[read] = next;
            hits.set(read, truth[next]);
            found += truth[next] ? 1 : 0;
            read++;
            enough = until.enough(new Screening(records, relevant, read, hits));
        }
        return new Run(
                priors.clone(), Arrays.copyOf(order, read), new Screening(records, relevant, read, hits), refits);
    }

    /** The unread record with the highest score; the first of equals. */
    private static int next(Labels labels, double @Nullable [] scores) {
        int best = -1;
        for (int i = 0; i < labels.size(); i++) {
            if (!labels.known(i) && (best < 0 || scores != null && scores[i] > scores[best])) {
                best = i;
            }
        }
        return best;
    }

    private static int count(boolean[] truth) {
        int n = 0;
        for (boolean t : truth) {
            n += t ? 1 : 0;
        }
        return n;
    }
}
