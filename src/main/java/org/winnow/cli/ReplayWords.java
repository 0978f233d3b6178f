package org.winnow.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.winnow.ranking.Metrics;
import org.winnow.ranking.Replay;
import org.winnow.ranking.Screening;

/** One simulated screening as JSON and as a line for people. */
final class ReplayWords {
    /** The figures by their names. */
    static final Map<String, ToDoubleFunction<Replay>> METRICS = metrics();

    private static final int[] EFFORTS = {1, 2, 5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100};

    private ReplayWords() {}

    private static Map<String, ToDoubleFunction<Replay>> metrics() {
        Map<String, ToDoubleFunction<Replay>> all = new LinkedHashMap<>();
        all.put("loss", r -> Metrics.loss(r.screening()));
        all.put("wss95", r -> Metrics.wss(r.screening(), 0.95));
        all.put("wss100", r -> Metrics.wss(r.screening(), 1));
        all.put("rrf10", r -> Metrics.rrf10(r.screening()));
        all.put("atd", r -> Metrics.atd(r.screening()));
        return all;
    }

    static Map<String, Object> json(Replay run) {
        Map<String, Object> document = new LinkedHashMap<>();
        Screening s = run.screening();
        document.put("seed", run.seed());
        document.put("priors", positions(run.priors()));
        document.put("read", s.read());
        METRICS.forEach((name, metric) -> document.put(name, metric.applyAsDouble(run)));
        Map<String, Double> recall = new LinkedHashMap<>();
        for (int effort : EFFORTS) {
            recall.put(String.valueOf(effort), Metrics.recallAt(s, effort / 100.0));
        }
        document.put("recallAt", recall);
        List<Integer> curve = new ArrayList<>();
        for (int k = 1, found = 0; k <= s.read(); k++) {
            found += s.hits().get(k - 1) ? 1 : 0;
            curve.add(found);
        }
        document.put("curve", curve);
        document.put("order", positions(run.order()));
        document.put("refits", run.refits());
        document.put("seconds", run.seconds());
        document.put("stoppedAt", stopped(run.stopped()));
        return document;
    }

    private static @Nullable Map<String, Object> stopped(Replay.@Nullable Stopped stopped) {
        if (stopped == null) {
            return null;
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rule", stopped.rule());
        document.put("read", stopped.read());
        document.put("found", stopped.found());
        document.put("recall", stopped.recall());
        document.put("share", stopped.share());
        return document;
    }

    /** Places in the file, from 1. */
    private static List<Integer> positions(int[] records) {
        List<Integer> all = new ArrayList<>();
        for (int r : records) {
            all.add(r + 1);
        }
        return all;
    }

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
