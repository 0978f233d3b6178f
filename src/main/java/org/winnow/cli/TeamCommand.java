package org.winnow.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Assignment;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.model.Role;
import org.winnow.model.Stage;
import org.winnow.model.StagePolicy;
import org.winnow.model.UserException;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Team;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "team",
        description =
                "Show or make the team's rules: screeners for each record, blinding, who settles conflicts, roles.",
        mixinStandardHelpOptions = true)
final class TeamCommand extends ReviewCommand {
    @Option(names = "--stage", paramLabel = "STAGE", description = "of which stage the rules are; both without it")
    private @Nullable String stage;

    @Option(names = "--screeners", paramLabel = "N", description = "how many people decide on each record, 1 to 9")
    private @Nullable Integer screeners;

    @Option(
            names = "--share",
            paramLabel = "PERCENT",
            description = "so many people only for this part of the records, drawn at random; one for the others")
    private @Nullable Integer share;

    @Option(names = "--seed", paramLabel = "N", description = "from which it follows which records these are")
    private @Nullable Long seed;

    @Option(
            names = "--blinded",
            paramLabel = "yes|no",
            description = "whether nobody is shown what others decided before they have decided themselves")
    private @Nullable String blinded;

    @Option(names = "--settle", paramLabel = "anybody|settlers", description = "who may settle conflicts")
    private @Nullable String settle;

    @Option(
            names = "--role",
            paramLabel = "NAME=ROLE",
            description = "screener, settler or lead; may be repeated. Settlers and leads settle conflicts; where there"
                    + " is a lead, only leads make rules")
    private Map<String, String> roles = new LinkedHashMap<>();

    @Mixin
    private Actor by;

    TeamCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        if (changes() || !roles.isEmpty()) {
            writing(review -> {
                change(review);
                return Failure.DONE;
            });
        }
        return reading(review -> {
            tell(review);
            return Failure.DONE;
        });
    }

    private boolean changes() {
        return screeners != null || share != null || seed != null || blinded != null || settle != null;
    }

    private List<Stage> stages() {
        return stage == null ? List.of(Stage.values()) : List.of(Words.stage(stage));
    }

    private void change(Review review) {
        ReviewerId who = by.in(review);
        List<Op<Void>> ops = new ArrayList<>();
        Map<Stage, StagePolicy> wanted = new LinkedHashMap<>();
        stages().forEach(s -> wanted.put(s, wanted(review.team().policy(s))));
        if (changes()) {
            wanted.forEach((s, now) -> ops.add(Team.policy(s, now, review.team().policy(s), who)));
            if (blinded != null) {
                wanted.forEach((s, now) -> ops.add(Team.blinding(s, now.blinded(), who)));
            }
        }
        // Roles last: who makes somebody else the lead may still make the rules that were asked for with it.
        roles.forEach((name, role) -> ops.add(Team.role(
                reviewer(review, name),
                Role.of(role)
                        .orElseThrow(() ->
                                new UserException("\"" + role + "\" is no role: write screener, settler or lead.")),
                who)));
        review.write(Op.together(ops.size() == 1 ? ops.get(0).name() : "team-rules", ops));
    }

    private StagePolicy wanted(StagePolicy before) {
        try {
            return new StagePolicy(
                    screeners == null ? before.screeners() : screeners,
                    share == null ? before.share() : share,
                    seed == null ? before.seed() : seed,
                    choice("--blinded", blinded, "yes", "no", before.blinded()),
                    choice("--settle", settle, "settlers", "anybody", before.settlersOnly()));
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    "That is no rule: write 1 to 9 screeners, a share from 0 to 100 and a seed from 0 to "
                            + StagePolicy.MOST_SEED + ".");
        }
    }

    private static boolean choice(String option, @Nullable String word, String yes, String no, boolean before) {
        if (word != null && !word.equals(yes) && !word.equals(no)) {
            throw new UserException(
                    "\"" + word + "\" is no answer to " + option + ": write " + yes + " or " + no + ".");
        }
        return word == null ? before : word.equals(yes);
    }

    private void tell(Review review) {
        Map<Reviewer, Role> known = review.team().roles();
        Map<String, Object> stages = new LinkedHashMap<>();
        for (Stage s : stages()) {
            StagePolicy policy = review.team().policy(s);
            Assignment assignment = review.team().assignment(s);
            stages.put(s.key(), json(policy, assignment));
            if (!json) {
                console.say(s.key() + ": " + words(policy));
                console.say("  " + AssignCommand.words(assignment, review.team().inCalibration(s)));
            }
        }
        Map<String, String> people = new LinkedHashMap<>();
        review.reviewers()
                .all()
                .forEach(p ->
                        people.put(p.name(), known.containsKey(p) ? known.get(p).key() : ""));
        if (json) {
            console.json(Map.of("stages", stages, "roles", people));
        } else {
            people.forEach((name, role) -> console.say(name + ": " + (role.isEmpty() ? "no role yet" : role)));
        }
    }

    private static String words(StagePolicy p) {
        return (p.share() < StagePolicy.HUNDRED && p.screeners() > 1
                        ? p.screeners() + " screeners for " + p.share() + " % of the records (seed " + p.seed()
                                + "), one for the others"
                        : p.screeners() + (p.screeners() == 1 ? " screener" : " screeners") + " for each record")
                + (p.blinded() ? ", blinded" : ", not blinded")
                + (p.settlersOnly() ? ", settlers and leads settle conflicts" : ", anybody settles conflicts");
    }

    private static Map<String, Object> json(StagePolicy p, Assignment a) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("screeners", p.screeners());
        map.put("share", p.share());
        map.put("seed", p.seed());
        map.put("blinded", p.blinded());
        map.put("settle", p.settlersOnly() ? "settlers" : "anybody");
        map.put("assignment", a);
        return map;
    }
}
