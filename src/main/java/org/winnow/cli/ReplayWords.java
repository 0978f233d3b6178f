package org.winnow.cli;

import org.winnow.ranking.Metrics;
import org.winnow.ranking.Replay;
import org.winnow.ranking.Screening;

/** One simulated screening as a line for people. */
final class ReplayWords {
    private ReplayWords() {}

    static String line(Replay run) {
        Screening s = run.screening();
        StringBuilder line = new StringBuilder("seed " + run.seed() + ": loss " + Numbers.rounded(Metrics.loss(s), 4)
                + ", WSS@95 " + Numbers.percent(Metrics.wss(s, 0.95)) + ", WSS@100 "
                + Numbers.percent(Metrics.wss(s, 1)) + ", RRF@10 " + Numbers.percent(Metrics.rrf10(s)) + ", ATD "
                + Numbers.percent(Metrics.atd(s)) + ", " + run.refits() + " trainings in "
                + Numbers.rounded(run.seconds(), 1) + " s");
        Replay.Stopped stopped = run.stopped();
        if (stopped != null) {
            line.append("; ")
                    .append(stopped.rule())
                    .append(" stops after ")
                    .append(stopped.read())
                    .append(" records (")
                    .append(Numbers.percent(stopped.share()))
                    .append(") with ")
                    .append(Numbers.percent(stopped.recall()))
                    .append(" of the relevant found");
        }
        return line.toString();
    }
}
