package org.winnow.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.winnow.model.Estimate;
import org.winnow.model.Outcome;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.screening.Agreement;
import org.winnow.screening.AgreementOverTime;
import org.winnow.screening.TeamAgreement;
import org.winnow.store.Review;
import org.winnow.store.StageProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "Progress by stage and reviewer, conflicts, agreement.",
        mixinStandardHelpOptions = true)
final class StatusCommand extends ReviewCommand {
    private record Pair(Reviewer a, Reviewer b, Agreement agreement, List<AgreementOverTime.Block> overTime) {}

    @Mixin
    private SeenBy seenBy;

    StatusCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return reading(whole -> {
            Review review = seenBy.of(whole, console);
            Map<String, Object> stages = new LinkedHashMap<>();
            for (Stage stage : Stage.values()) {
                StageProgress progress = review.standing().at(stage);
                List<Pair> pairs = pairs(review, stage);
                TeamAgreement team = TeamAgreement.of(review.standing().verdictCounts(stage));
                stages.put(stage.key(), json(progress, pairs, team));
                if (!json) {
                    tell(progress, pairs);
                }
            }
            if (json) {
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("title", review.setup().info().title());
                document.put("duplicates", review.duplicates().count());
                document.put("stages", stages);
                document.put("leftOut", seenBy.leftOut(whole));
                console.json(document);
            }
            return Failure.DONE;
        });
    }

    private static List<Pair> pairs(Review review, Stage stage) {
        List<Reviewer> people = review.reviewers().all();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                Reviewer a = people.get(i);
                Reviewer b = people.get(j);
                Agreement agreement = Agreement.of(review.standing().verdictPairs(stage, a.id(), b.id()));
                if (agreement.records() > 0) {
                    pairs.add(new Pair(
                            a,
                            b,
                            agreement,
                            AgreementOverTime.of(review.standing().decidedTwice(stage, a.id(), b.id()))));
                }
            }
        }
        return pairs;
    }

    private static Map<String, Object> json(StageProgress p, List<Pair> pairs, TeamAgreement team) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("total", p.total());
        map.put("undecided", p.of(Outcome.UNDECIDED));
        map.put("awaiting", p.of(Outcome.AWAITING));
        map.put("included", p.of(Outcome.INCLUDE));
        map.put("excluded", p.of(Outcome.EXCLUDE));
        map.put("maybe", p.of(Outcome.MAYBE));
        map.put("conflicts", p.of(Outcome.CONFLICT));
        // With two reviewers the one kappa; with more there is one for each pair, below.
        map.put(
                "kappa",
                pairs.size() == 1
                        ? pairs.get(0).agreement().kappa().map(Estimate::value).orElse(null)
                        : null);
        Map<String, Long> decided = new LinkedHashMap<>();
        p.decidedBy().forEach((reviewer, n) -> decided.put(reviewer.name(), n));
        map.put("decidedBy", decided);
        map.put("agreement", pairs.stream().map(StatusCommand::json).toList());
        Map<String, Object> everybody = new LinkedHashMap<>();
        everybody.put("records", team.records());
        everybody.put("observed", team.observed().orElse(null));
        put(everybody, "fleissKappa", team.fleiss());
        put(everybody, "ac1", team.ac1());
        map.put("everybody", everybody);
        return map;
    }

    private static Map<String, Object> json(Pair pair) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("reviewers", List.of(pair.a().name(), pair.b().name()));
        map.put("records", pair.agreement().records());
        figures(map, pair.agreement());
        map.put(
                "overTime",
                pair.overTime().stream()
                        .map(block -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("until", block.until().toString());
                            one.put("records", block.agreement().records());
                            figures(one, block.agreement());
                            return one;
                        })
                        .toList());
        return map;
    }

    private static void figures(Map<String, Object> map, Agreement agreement) {
        put(map, "observed", agreement.observed());
        put(map, "kappa", agreement.kappa());
        put(map, "pabak", agreement.pabak());
        put(map, "ac1", agreement.ac1());
    }

    /** The figure under its name, its 95 % interval beside it. */
    private static void put(Map<String, Object> map, String name, Optional<Estimate> estimate) {
        map.put(name, estimate.map(Estimate::value).orElse(null));
        map.put(name + "95", estimate.map(e -> List.of(e.low(), e.high())).orElse(null));
    }

    private void tell(StageProgress p, List<Pair> pairs) {
        console.say(p.stage().key() + ": " + p.total() + " records, " + p.of(Outcome.UNDECIDED) + " undecided, "
                + p.of(Outcome.AWAITING) + " awaiting a second screener, " + p.of(Outcome.INCLUDE) + " included, "
                + p.of(Outcome.EXCLUDE) + " excluded, " + p.of(Outcome.MAYBE) + " maybe, " + p.of(Outcome.CONFLICT)
                + " conflicts");
        p.decidedBy().forEach((reviewer, n) -> console.say("  " + reviewer.name() + ": " + n + " decided"));
        for (Pair pair : pairs) {
            console.say(String.format(
                    Locale.ROOT,
                    "  %s and %s agree on %.1f %% of %d records, kappa %s, PABAK %s, AC1 %s",
                    pair.a().name(),
                    pair.b().name(),
                    100 * pair.agreement().observed().map(Estimate::value).orElse(0.0),
                    pair.agreement().records(),
                    words(pair.agreement().kappa()),
                    words(pair.agreement().pabak()),
                    words(pair.agreement().ac1())));
        }
    }

    private static String words(Optional<Estimate> estimate) {
        return estimate.map(e -> String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", e.value(), e.low(), e.high()))
                .orElse("not defined");
    }
}
