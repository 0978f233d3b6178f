package org.winnow.cli;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.model.Verdict;
import org.winnow.store.LookAgain;
import org.winnow.store.LookAgain.About;
import org.winnow.store.LookAgain.Rule;
import org.winnow.store.RecordQuery;
import org.winnow.store.RecordQuery.Mine;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "look-again",
        description = "Which decisions are to be looked at again since the criteria have changed; without --verdict it"
                + " lists them.",
        mixinStandardHelpOptions = true)
final class LookAgainCommand extends ReviewCommand {
    @Option(names = "--stage", defaultValue = "title-abstract", description = "title-abstract or full-text")
    private String stage;

    @Option(
            names = "--verdict",
            paramLabel = "V",
            split = ",",
            description = "include, exclude, maybe: those given until now")
    private List<String> verdicts = List.of();

    @Option(names = "--reason", defaultValue = "", description = "only exclusions for this reason")
    private String reason;

    @Option(names = "--why", paramLabel = "TEXT", description = "what has changed")
    private @Nullable String why;

    @Option(names = "--enough", description = "nobody needs to look at these again")
    private boolean enough;

    @Mixin
    private SeenBy seenBy;

    LookAgainCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        About about = verdicts.isEmpty() ? null : about();
        try (Review review = opened(file, about != null)) {
            if (about != null) {
                review.write(enough ? LookAgain.enough(List.of(about)) : LookAgain.ask(List.of(about), words()));
            }
            tell(seenBy.of(review, console));
        }
        return Failure.DONE;
    }

    private About about() {
        Set<Verdict> chosen = EnumSet.noneOf(Verdict.class);
        for (String key : verdicts) {
            chosen.add(Verdict.of(key.strip())
                    .orElseThrow(() ->
                            new UserException("There is no verdict " + key + ". Say include, exclude or maybe.")));
        }
        Stage at = Stage.of(stage)
                .orElseThrow(
                        () -> new UserException("There is no stage " + stage + ". Say title-abstract or full-text."));
        return new About(at, chosen, reason.strip());
    }

    private String words() {
        String given = why;
        if (given == null || given.isBlank()) {
            throw new UserException("Say with --why what has changed, so that everybody knows what to look for.");
        }
        return given.strip();
    }

    private void tell(Review review) {
        List<Rule> rules = review.criteria().lookAgain().rules();
        Map<String, Long> left = new LinkedHashMap<>();
        for (Reviewer one : review.reviewers().all()) {
            long n = 0;
            for (Stage at : Stage.values()) {
                n += review.records().count(RecordQuery.at(at).withMine(one.id(), Mine.AGAIN));
            }
            left.put(one.name(), n);
        }
        if (json) {
            console.json(
                    Map.of("rules", rules.stream().map(LookAgainCommand::json).toList(), "left", left));
        } else {
            rules.forEach(r -> console.say(String.join("\t", json(r).values())));
            left.forEach((name, n) -> console.say(name + ": " + n + " to look at again."));
        }
    }

    private static Map<String, String> json(Rule rule) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("stage", rule.about().stage().key());
        map.put(
                "verdicts",
                String.join(
                        " ",
                        rule.about().verdicts().stream()
                                .map(Verdict::key)
                                .sorted()
                                .toList()));
        map.put("reason", rule.about().reason());
        map.put("why", rule.why());
        map.put("since", rule.since().toString());
        return map;
    }
}
