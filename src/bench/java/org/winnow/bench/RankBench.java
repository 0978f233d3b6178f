package org.winnow.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.Vector;
import org.winnow.exchange.ImportRequest;
import org.winnow.exchange.Importing;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.ranking.LiveRanking;
import org.winnow.ranking.Model;
import org.winnow.ranking.Models;
import org.winnow.ranking.Plan;
import org.winnow.ranking.Ranked;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/** How long the new order takes after a decision, and the first one after opening. */
final class RankBench {
    private static final int BEFORE = 300;
    private static final int DECISIONS = 30;
    private static final int WIDTH = 384;

    private RankBench() {}

    public static void main(String[] args) throws Exception {
        Workplace workplace = new Workplace(Path.of(args[0]));
        for (int records : new int[] {10_000, Workplace.MANY}) {
            for (Model model : List.of(Models.standard(), Models.named("u4").orElseThrow())) {
                measure(workplace, records, model);
            }
        }
    }

    private static void measure(Workplace workplace, int records, Model model) throws Exception {
        Report report = workplace.report();
        String of = String.format(Locale.ROOT, ", %,d records, %s", records, model.name());
        try (Review review = workplace.create(workplace.folder().resolve("rank.winnow"))) {
            new Importing(review).run(ImportRequest.of(workplace.ris(records)), Progress.NONE);
            ReviewerId ada = review.reviewers().all().getFirst().id();
            List<NewDecision> before = new ArrayList<>();
            for (int i = 1; i <= BEFORE; i++) {
                before.add(decision(i, i % 10 == 0, ada));
            }
            review.write(Decisions.decideAll(before));
            LiveRanking ranking = new LiveRanking(review, Stage.TITLE_ABSTRACT, ada, new Drawn());
            Plan plan = new Plan(model, 1, "", false, 0);
            double first = Samples.millis(() -> ranking.ranked(plan, Progress.NONE));
            report.add(Figure.of("first order without the network" + of, first / 1000, "s"));
            Samples again = new Samples();
            Samples kept = new Samples();
            Ranked ranked = ranking.ranked(plan, Progress.NONE);
            for (int i = 0; i < DECISIONS; i++) {
                review.write(Decisions.decideAll(List.of(decision(ranked.records()[0], i % 3 == 0, ada))));
                Ranked[] now = new Ranked[1];
                again.time(() -> now[0] = ranking.ranked(plan, Progress.NONE));
                ranked = now[0];
                Ranked order = ranked;
                if (i % 10 == 0) {
                    kept.time(() -> review.write(order.keep(5_000)));
                }
            }
            report.add(Figure.of("new order after a decision" + of, again, "ms")
                    .withGoal(records > 10_000 ? "below 5,000 ms" : "below 1,000 ms"));
            report.add(Figure.of("keeping an order" + of, kept, "ms"));
        }
    }

    private static NewDecision decision(long record, boolean include, ReviewerId who) {
        return new NewDecision(
                new RecordId(record),
                Stage.TITLE_ABSTRACT,
                who,
                include ? Verdict.INCLUDE : Verdict.EXCLUDE,
                null,
                false);
    }

    /** Vectors drawn by the text: what the network would take minutes for is not what is measured here. */
    private static final class Drawn implements Embedding {
        @Override
        public String name() {
            return "drawn";
        }

        @Override
        public List<Vector> of(List<String> texts, Progress progress) {
            List<Vector> vectors = new ArrayList<>();
            for (String text : texts) {
                SplittableRandom random = new SplittableRandom(text.hashCode());
                float[] components = new float[WIDTH];
                for (int d = 0; d < WIDTH; d++) {
                    components[d] = (float) random.nextDouble(-1, 1);
                }
                vectors.add(Vector.of(components));
            }
            return vectors;
        }
    }
}
