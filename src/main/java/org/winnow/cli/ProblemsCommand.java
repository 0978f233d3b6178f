package org.winnow.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.ProblemList;
import org.winnow.exchange.ProblemList.Entry;
import org.winnow.store.Imports.FileProblem;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "problems",
        description = "What was left out, mended or garbled in the files that were imported.",
        mixinStandardHelpOptions = true)
final class ProblemsCommand extends ReviewCommand {
    @Option(
            names = "--out",
            paramLabel = "FILE.csv",
            description = "save them as a table, each with the text it is about")
    private @Nullable Path out;

    ProblemsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return reading(review -> {
            List<FileProblem> problems = review.imports().everyProblem();
            if (out != null) {
                ProblemList.write(
                        out,
                        problems.stream()
                                .map(p -> new Entry(p, review.imports().source(p)))
                                .toList());
            }
            if (json) {
                console.json(Map.of(
                        "problems", problems.stream().map(p -> entry(review, p)).toList()));
            } else {
                problems.forEach(this::tell);
                console.say(problems.size() + " problems" + (out == null ? "." : " saved to " + out + "."));
            }
            return Failure.DONE;
        });
    }

    private void tell(FileProblem p) {
        if (out == null) {
            console.say(p.fileName() + ", line " + p.line() + ", record " + p.record() + ", " + severity(p) + ": "
                    + p.reason());
        }
    }

    private static Map<String, Object> entry(Review review, FileProblem p) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", p.fileName());
        entry.put("severity", severity(p));
        entry.put("line", p.line());
        entry.put("record", p.record());
        entry.put("reason", p.reason());
        entry.put("source", review.imports().source(p));
        return entry;
    }

    private static String severity(FileProblem p) {
        return p.severity().name().toLowerCase(Locale.ROOT);
    }
}
