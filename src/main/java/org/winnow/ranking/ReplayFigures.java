package org.winnow.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What is told of a replay: its figures by their names, and all of it as one document. */
public final class ReplayFigures {
    /** The figures by their names. */
    public static final Map<String, ToDoubleFunction<Replay>> METRICS = metrics();

    private static final int[] EFFORTS = {1, 2, 5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100};

    private ReplayFigures() {}

    private static Map<String, ToDoubleFunction<Replay>> metrics() {
        Map<String, ToDoubleFunction<Replay>> all = new LinkedHashMap<>();
        all.put("loss", r -> Metrics.loss(r.screening()));
        all.put("wss95", r -> Metrics.wss(r.screening(), 0.95));
        all.put("wss100", r -> Metrics.wss(r.screening(), 1));
        all.put("rrf10", r -> Metrics.rrf10(r.screening()));
        all.put("atd", r -> Metrics.atd(r.screening()));
        return all;
    }

    /** Everything that another tool needs of a replay. */
    public static Map<String, Object> of(Replay run) {
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
}
