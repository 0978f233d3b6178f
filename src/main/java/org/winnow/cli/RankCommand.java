package org.winnow.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.TunedNetwork;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.ranking.LiveRanking;
import org.winnow.ranking.Models;
import org.winnow.ranking.Plan;
import org.winnow.ranking.Ranked;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rank",
        description = "Order what is left to screen, the most likely relevant first, and keep the order in the review.",
        mixinStandardHelpOptions = true)
final class RankCommand extends ReviewCommand {
    private static final int SHOWN = 20;

    @Option(names = "--model", paramLabel = "NAME", description = "see winnow models; otherwise as set in the review")
    private @Nullable String model;

    @Option(names = "--stage", paramLabel = "STAGE", defaultValue = "title-abstract", description = "title-abstract")
    private String stage;

    @Option(
            names = "--reviewer",
            paramLabel = "NAME",
            description =
                    "learn from this person's verdicts, and order what they have not decided; otherwise from what is"
                            + " settled")
    private @Nullable String reviewer;

    @Option(names = "--topic", paramLabel = "WORDS", description = "what is looked for, where little is decided yet")
    private @Nullable String topic;

    @Option(names = "--seed", paramLabel = "N", description = "of all that is random; otherwise as set in the review")
    private @Nullable Long seed;

    RankCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return writing(review -> {
            Plan plan = plan(Plan.of(review));
            ReviewerId who =
                    reviewer == null ? null : reviewer(review, reviewer).id();
            Review seen = SeenBy.of(review, console, who);
            Embedding network = TunedNetwork.of(seen, TunedNetwork.SCREENING, Models.network());
            Ranked ranked = new LiveRanking(seen, Words.stage(stage), who, network)
                    .ranked(plan, console.progress("Reading the records"));
            review.write(ranked.keep(ranked.unread()));
            tell(review, ranked);
            return Failure.DONE;
        });
    }

    private Plan plan(Plan set) {
        return new Plan(
                model == null ? set.model() : Words.model(model),
                seed == null ? set.seed() : seed,
                topic == null ? set.topic() : topic,
                set.settled(),
                set.randomEvery());
    }

    private void tell(Review review, Ranked ranked) {
        long[] records = ranked.records();
        double[] scores = ranked.scores();
        if (json) {
            List<Map<String, Object>> all = new ArrayList<>();
            for (int i = 0; i < ranked.unread(); i++) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("record", records[i]);
                one.put("score", scores[i]);
                all.add(one);
            }
            console.json(all);
            return;
        }
        console.say(ranked.unread() + " records to read, in the order of "
                + ranked.basis().model() + " "
                + ranked.basis().version() + " after " + ranked.basis().relevant() + " relevant and "
                + ranked.basis().irrelevant() + " irrelevant ones:");
        List<RecordId> first = IntStream.range(0, Math.min(SHOWN, ranked.unread()))
                .mapToObj(i -> new RecordId(records[i]))
                .toList();
        Map<RecordId, String> titles = review.records().titles(first);
        first.forEach(id -> console.say(id + "\t" + titles.getOrDefault(id, "")));
        if (ranked.unread() > SHOWN) {
            console.say("… and " + (ranked.unread() - SHOWN) + " more; --json lists all.");
        }
    }
}
