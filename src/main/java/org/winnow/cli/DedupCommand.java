package org.winnow.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.dedup.DuplicateSearch;
import org.winnow.dedup.Pair;
import org.winnow.dedup.Result;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "dedup",
        description = "Find duplicates: merge the certain ones, list the doubtful ones.",
        mixinStandardHelpOptions = true)
final class DedupCommand extends ReviewCommand {
    @Option(names = "--dry-run", description = "only say what would be merged")
    private boolean dryRun;

    DedupCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return dryRun
                ? reading(review -> tell(new DuplicateSearch(review).look(console.progress("Comparing"))))
                : writing(review -> tell(run(review)));
    }

    private Result run(Review review) {
        return new DuplicateSearch(review).run(console.progress("Comparing"));
    }

    private int tell(Result result) {
        long duplicates =
                result.groups().stream().mapToLong(g -> g.duplicates().size()).sum();
        if (json) {
            List<Map<String, Object>> pairs = new ArrayList<>();
            for (Pair p : result.toReview()) {
                Map<String, Object> pair = new LinkedHashMap<>();
                pair.put("a", p.a().value());
                pair.put("b", p.b().value());
                pair.put("score", p.score());
                pair.put("why", p.why());
                pairs.add(pair);
            }
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("clusters", result.groups().size());
            document.put("duplicates", duplicates);
            document.put("toReview", pairs);
            console.json(document);
        } else {
            console.say(duplicates + " duplicates in " + result.groups().size() + " groups"
                    + (dryRun ? " would be merged, " : " merged, ")
                    + result.toReview().size()
                    + " doubtful pairs to look at.");
            result.toReview().forEach(p -> console.say("  " + p.a() + " and " + p.b() + ": " + p.why()));
        }
        return Failure.DONE;
    }
}
