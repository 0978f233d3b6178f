package org.winnow.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.Evaluation;
import org.winnow.dfllm.ask.Evaluation.Retrieval;
import org.winnow.dfllm.ask.Question;
import org.winnow.dfllm.ask.Share;
import org.winnow.model.UserException;
import org.winnow.papers.Shelves;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "evaluate",
        description =
                "How well questions with known answers find them in the included papers: recall among five passages"
                        + " and mean reciprocal rank by each way of searching, and the threshold of \"not in the papers\".",
        mixinStandardHelpOptions = true)
final class EvaluateCommand extends ReviewCommand {
    @Option(
            names = "--questions",
            required = true,
            paramLabel = "FILE.jsonl",
            description =
                    "a JSON object a line: question, report (a record's number), quote (words of the sentence that"
                            + " answers it)")
    private Path questions = Path.of("");

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "of \"not in the papers\", 0 to 1 (" + Asking.THRESHOLD + ")")
    private double threshold = Asking.THRESHOLD;

    EvaluateCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        List<Question> set = Question.read(questions);
        if (set.isEmpty()) {
            throw new UserException(questions + " has no questions. Put one JSON object on each line.");
        }
        return reading(review -> {
            try (Asking asking = Shelves.of(review, cache(), console.progress("Reading full texts"))) {
                Evaluation evaluation = Evaluation.of(asking, set, threshold, console.progress("Asking"));
                if (json) {
                    console.json(json(asking, evaluation));
                } else {
                    say(evaluation);
                }
                return evaluation.outside().size() == set.size() ? Failure.FOUND : Failure.DONE;
            }
        });
    }

    private void say(Evaluation evaluation) {
        evaluation
                .retrieval()
                .forEach((method, r) ->
                        console.say("Passages by " + method.name().toLowerCase(Locale.ROOT)
                                + ": among the first five " + words(r.amongFive()) + ", mean reciprocal rank "
                                + decimal(r.reciprocalRank())));
        console.say("Answered at threshold " + decimal(evaluation.threshold()) + ": " + words(evaluation.answered())
                + "; first sentence the right one: " + words(evaluation.right()));
        console.say("Told not to be in the papers, their paper taken away: " + words(evaluation.silent()));
        console.say("The threshold that parts them best here: " + decimal(evaluation.bestThreshold()));
        evaluation
                .outside()
                .forEach(q -> console.note(
                        "Not counted, its quote stands in no passage of record " + q.report() + ": " + q.text()));
    }

    private static String words(Share share) {
        return share.of() + " of " + share.all() + " (" + decimal(share.value()) + ", 95 % interval "
                + decimal(share.low()) + " to " + decimal(share.high()) + ")";
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    private static Map<String, Object> json(Asking asking, Evaluation evaluation) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("papers", asking.corpus().papers().size());
        document.put("passages", asking.corpus().chunks().size());
        document.put("network", asking.network());
        Map<String, Object> retrieval = new LinkedHashMap<>();
        evaluation
                .retrieval()
                .forEach((method, r) -> retrieval.put(method.name().toLowerCase(Locale.ROOT), json(r)));
        document.put("retrieval", retrieval);
        document.put("threshold", evaluation.threshold());
        document.put("answered", json(evaluation.answered()));
        document.put("right_sentence_first", json(evaluation.right()));
        document.put("told_not_in_the_papers", json(evaluation.silent()));
        document.put("best_threshold", evaluation.bestThreshold());
        document.put(
                "not_counted", evaluation.outside().stream().map(Question::text).toList());
        return document;
    }

    private static Map<String, Object> json(Retrieval retrieval) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("recall_at_5", json(retrieval.amongFive()));
        one.put("mrr", retrieval.reciprocalRank());
        return one;
    }

    private static Map<String, Object> json(Share share) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("of", share.of());
        one.put("all", share.all());
        one.put("value", share.value());
        one.put("low", share.low());
        one.put("high", share.high());
        return one;
    }
}
