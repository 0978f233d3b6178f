package org.winnow.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.cli.EvaluateWritten.Asked;
import org.winnow.dfllm.ask.AnswerChanges;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.Evaluation;
import org.winnow.dfllm.ask.EvaluationFile;
import org.winnow.dfllm.ask.EvaluationFile.Kept;
import org.winnow.dfllm.ask.Question;
import org.winnow.dfllm.ask.Share;
import org.winnow.dfllm.card.Runs;
import org.winnow.dfllm.corpus.CorpusJson;
import org.winnow.dfllm.judge.GivenAnswer;
import org.winnow.dfllm.judge.Judgements;
import org.winnow.document.Documents;
import org.winnow.document.Sheets;
import org.winnow.formats.UnreadableFile;
import org.winnow.llm.Consent;
import org.winnow.llm.Sending;
import org.winnow.model.UserException;
import org.winnow.papers.Shelves;
import org.winnow.store.Review;
import org.winnow.work.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "evaluate",
        description =
                "How well questions with known answers find them in the included papers, and how statements of known"
                        + " truth are judged, with 95 %% intervals.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand extends ReviewCommand {
    @Option(
            names = "--questions",
            paramLabel = "FILE.jsonl",
            description =
                    "a JSON object a line: question, report (a record's number), quote (words of the sentence that"
                            + " answers it), and where wanted level and group; or claim and label (supported, refuted,"
                            + " not enough information)")
    private @Nullable Path questions;

    @Option(
            names = "--again",
            paramLabel = "RUN.json",
            description = "do again what --out kept, and say whether it comes to the same")
    private @Nullable Path again;

    @Option(
            names = "--since",
            paramLabel = "RUN.json",
            description = "ask the questions of that run of the papers as they are now, and say how the answers have"
                    + " changed; 1 where one that was right is not any more")
    private @Nullable Path since;

    @Option(
            names = "--changes",
            paramLabel = "FILE",
            description = "with --since: FILE.svg, a picture, or FILE.csv, .docx, .pdf, .html or .md, a table")
    private @Nullable Path changes;

    @Option(
            names = "--judged",
            paramLabel = "RUN.json",
            description =
                    "say how people have judged the answers of that run (in the window, under Language model), and"
                            + " how far they agree; nothing is asked")
    private @Nullable Path judged;

    @Option(
            names = "--tuned",
            paramLabel = "FOLDER",
            description =
                    "find passages by the network that tune --objective retrieval left there, too: where it is"
                            + " better on these questions, which it has not learnt from, this review is asked by it from now on")
    private @Nullable Path tuned;

    @Option(
            names = "--model",
            arity = "0..1",
            fallbackValue = "",
            split = ",",
            paramLabel = "NAME",
            description = "also have a language model that the review lets be asked write an answer to every question;"
                    + " several, such as a base and a tuned one, with commas between them; people judge the answers"
                    + " among the papers' own sentences")
    private List<String> models = List.of();

    @Option(
            names = "--alone",
            description = "with --model: have each answer without passages, too, of what it has learnt alone")
    private boolean alone;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "of \"not in the papers\", 0 to 1 (" + Asking.THRESHOLD + ")")
    private double threshold = Asking.THRESHOLD;

    @Option(names = "--out", paramLabel = "RUN.json", description = "keep the whole run in one file")
    private @Nullable Path out;

    @Option(names = "--record", description = "keep the run in the review, for the card and the checklist")
    private boolean record;

    @Mixin
    private SeenBy seenBy = new SeenBy();

    EvaluateCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        if (judged != null) {
            Path run = judged;
            return reading(review -> {
                new JudgedAnswers(console).tell(Judgements.of(review, GivenAnswer.read(run)), json);
                return Failure.DONE;
            });
        }
        if (tuned != null) {
            if (again != null || since != null) {
                throw new UserException("--tuned goes with --questions, not with --again or --since.");
            }
            return new TunedTrial(console, cache(), json, seenBy).call(file, tuned, set(), threshold, out);
        }
        if (again != null && since != null || changes != null && since == null) {
            throw new UserException("--again and --since exclude each other, and --changes goes with --since.");
        }
        Path run = again == null ? since : again;
        Kept kept = run == null ? null : kept(run);
        List<Question> set = kept == null ? set() : kept.questions();
        List<Asked> asked = again == null ? asked() : EvaluateWritten.asked(again);
        double at = kept == null ? threshold : kept.threshold();
        try (Review whole = opened(file, record || !asked.isEmpty());
                Review review = seen(whole);
                Asking asking = Shelves.of(review, cache(), console.progress("Reading full texts"))) {
            if (again != null && kept != null) {
                refuseOther(kept, asking);
            }
            Evaluation evaluation = Evaluation.of(asking, set, at, console.progress("Asking"));
            Map<String, Object> made = new LinkedHashMap<>(EvaluationFile.of(asking, set, evaluation));
            List<Asked> allowed = again == null ? asked : allowed(review, asked);
            EvaluateWritten written =
                    allowed.isEmpty() ? null : EvaluateWritten.of(review, asking, allowed, set, console);
            if (written != null) {
                written.into(made);
            }
            keep(review, made);
            if (kept != null && again == null) {
                return compared(AnswerChanges.since(kept, asking, evaluation));
            }
            boolean same = kept == null
                    || EvaluationFile.same(evaluation, kept)
                            && (written == null || !allowed.equals(asked) || written.same(run));
            tell(asking, evaluation, written, kept == null ? null : same);
            return same && evaluation.outside().size() < set.size() ? Failure.DONE : Failure.FOUND;
        }
    }

    private List<Asked> asked() {
        return models.stream()
                .flatMap(name -> Stream.of(new Asked(name, true), new Asked(name, false)))
                .filter(one -> alone || one.passages())
                .toList();
    }

    /** A run is done again also where its models are not to be had; then it is said that they were not asked. */
    private List<Asked> allowed(Review review, List<Asked> asked) {
        Set<String> names = Consent.all(review).stream()
                .filter(c -> c.what().contains(Sending.PASSAGES))
                .map(c -> c.endpoint().model())
                .collect(Collectors.toSet());
        asked.stream()
                .filter(one -> !names.contains(one.model()))
                .forEach(one -> console.note("Not asked again, as this review does not let it: " + one.words() + "."));
        return asked.stream().filter(one -> names.contains(one.model())).toList();
    }

    private Review seen(Review whole) {
        if (record) {
            seenBy.toRecord(whole);
        }
        return seenBy.of(whole, console);
    }

    private void refuseOther(Kept kept, Asking asking) {
        if (!kept.papers().equals(EvaluationFile.hashes(asking))
                || !kept.network().equals(asking.network())) {
            throw new UserException(again + " was made of other full texts or by another network than this review"
                    + " and program have, so that it cannot be done again here. --since compares the answers.");
        }
    }

    private int compared(AnswerChanges found) {
        Path target = changes;
        if (target != null) {
            byte[] bytes = bytes(found, target);
            WholeFile.write(target, bytes);
        }
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("new_papers", found.fresh().size());
            document.put("papers_gone", found.gone().size());
            document.put("worse", found.worse());
            document.put("better", found.better());
            document.put(
                    "changed",
                    found.changes().stream()
                            .filter(c -> !c.same())
                            .map(EvaluateCommand::change)
                            .toList());
            console.json(document);
        } else {
            console.say(found.summary());
            found.changes().stream()
                    .filter(c -> !c.same())
                    .forEach(c -> console.say("  " + c.question() + "\n    "
                            + c.before().outcome().words() + ": " + c.before().says() + "\n    "
                            + c.now().outcome().words() + ": " + c.now().says()));
        }
        return found.worse() == 0 ? Failure.DONE : Failure.FOUND;
    }

    private static Map<String, Object> change(AnswerChanges.Change change) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("question", change.question());
        one.put("before", change.before().outcome().words());
        one.put("sentence_before", change.before().says());
        one.put("now", change.now().outcome().words());
        one.put("sentence_now", change.now().says());
        return one;
    }

    private static byte[] bytes(AnswerChanges found, Path target) {
        String name = target.toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "svg" -> found.picture();
            case "csv" -> Sheets.csv(found.table());
            default ->
                Documents.bytes(found.document(), ending)
                        .orElseThrow(() -> new UserException("The changes cannot be saved as " + name
                                + ". Use a name that ends in .svg, .csv, .docx, .pdf, .html or .md."));
        };
    }

    private static Kept kept(Path run) throws IOException {
        try {
            return EvaluationFile.read(run);
        } catch (NoSuchFileException e) {
            throw new UnreadableFile("There is no file " + run + ". Check the name.");
        }
    }

    private List<Question> set() throws IOException {
        if (questions == null) {
            throw new UserException("Name the questions with --questions FILE.jsonl, or a run with --again RUN.json.");
        }
        List<Question> set = Question.read(questions);
        if (set.isEmpty()) {
            throw new UserException(questions + " has no questions. Put one JSON object on each line.");
        }
        return set;
    }

    private void keep(Review review, Map<String, Object> run) {
        if (out != null) {
            byte[] bytes = CorpusJson.file(run);
            WholeFile.write(out, bytes);
        }
        if (record) {
            review.write(Runs.record(Runs.EVALUATION, EvaluationFile.summary(run)));
        }
    }

    private void tell(Asking asking, Evaluation evaluation, @Nullable EvaluateWritten written, @Nullable Boolean same) {
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("papers", asking.corpus().papers().size());
            document.put("passages", asking.corpus().chunks().size());
            document.put("network", asking.network());
            document.putAll(EvaluationFile.results(evaluation));
            if (written != null) {
                written.into(document);
            }
            if (same != null) {
                document.put("same", same);
            }
            console.json(document);
            return;
        }
        say(evaluation);
        if (written != null) {
            written.ways().forEach(way -> way.shares()
                    .forEach((what, share) -> console.say("Written by "
                            + way.asked().words() + ", " + what.replace('_', ' ') + ": " + words(share))));
        }
        if (same != null) {
            console.say(same ? "The same as in " + again + "." : "Not the same as in " + again + ".");
        }
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
        evaluation
                .rightByLevel()
                .forEach((level, share) ->
                        console.say("First sentence the right one, level " + level + ": " + words(share)));
        console.say("Report and page cited rightly, of the answered: " + words(evaluation.cited()));
        console.say("Told not to be in the papers, their paper taken away: " + words(evaluation.silent()));
        console.say("Rewordings with the same first sentence: " + words(evaluation.consistent()));
        evaluation
                .labels()
                .forEach((label, share) ->
                        console.say("Claims that are " + label.key() + ", judged so: " + words(share)));
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
}
