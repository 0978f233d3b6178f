package org.winnow.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Answer;
import org.winnow.dfllm.ask.Answer.Said;
import org.winnow.dfllm.ask.AnswerTable;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.Cell;
import org.winnow.dfllm.ask.SharedPapers;
import org.winnow.dfllm.ask.Writing;
import org.winnow.dfllm.card.SharedFolder;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Table;
import org.winnow.document.Sheets;
import org.winnow.embedding.Embedding;
import org.winnow.llm.Consent;
import org.winnow.llm.Keys;
import org.winnow.llm.LanguageModel;
import org.winnow.llm.Patience;
import org.winnow.llm.Request;
import org.winnow.llm.Sending;
import org.winnow.model.RecordId;
import org.winnow.model.UserException;
import org.winnow.papers.AnswerMarks;
import org.winnow.papers.GivenNetwork;
import org.winnow.papers.Shelves;
import org.winnow.store.Review;
import org.winnow.work.Progress;
import org.winnow.work.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "ask",
        description =
                "Ask the included papers: their best sentences with report, page and quote, or that it is not in the"
                        + " papers. Everything stays on this computer, unless --model names a language model that the"
                        + " review lets be asked (models allow). In the place of the review stands a folder or ZIP file"
                        + " that card --ask made, too.",
        mixinStandardHelpOptions = true)
final class AskCommand extends ReviewCommand {
    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "QUESTION",
            description = "in quotation marks, one or more")
    private List<String> questions = new ArrayList<>();

    @Option(names = "--per-paper", description = "an answer of every paper by itself")
    private boolean perPaper;

    @Option(
            names = "--out",
            paramLabel = "FILE.csv",
            description = "write the answers of every paper as a table, a row a paper; implies --per-paper")
    private @Nullable Path out;

    @Option(names = "--wide", description = "in that table a column a question, with page and quote beside it")
    private boolean wide;

    @Option(
            names = "--model",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "NAME",
            description =
                    "have a language model write the answers from the passages found, every sentence checked against"
                            + " the words that it cites; the one that the review lets be asked, or the one of that name")
    private @Nullable String model;

    @Option(
            names = "--annotate",
            split = ",",
            paramLabel = "RECORD",
            description = "accept the answers of these records, by number: the words that each rests on are kept as an"
                    + " annotation with the question; implies --per-paper, and needs --reviewer, who accepts them")
    private List<Long> annotate = new ArrayList<>();

    @Mixin
    private SeenBy seenBy = new SeenBy();

    @Option(names = "--show", description = "print what would be sent to a language model, word for word; send nothing")
    private boolean show;

    @Option(
            names = "--most",
            defaultValue = "3",
            paramLabel = "N",
            description = "sentences of an answer at most (${DEFAULT-VALUE})")
    private int most;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "support from which on a sentence is an answer, 0 to 1 (" + Asking.THRESHOLD
                    + "; evaluate finds what suits a set of questions)")
    private double threshold = Asking.THRESHOLD;

    AskCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        if (most < 1 || !(threshold >= 0 && threshold <= 1)) {
            throw new UserException("--most is 1 or more, and --threshold from 0 to 1.");
        }
        if (!annotate.isEmpty()) {
            if (seenBy.name() == null) {
                throw new UserException("--annotate needs --reviewer NAME: a person accepts answers.");
            }
            perPaper = true;
        }
        if (SharedFolder.isOne(file)) {
            return shared();
        }
        try (Review whole = opened(file, model != null && !show || !annotate.isEmpty());
                Review review = seen(whole);
                Asking asking = Shelves.of(review, cache(), console.progress("Reading full texts"))) {
            Map<RecordId, String> titles = Shelves.included(review);
            if (show) {
                return shown(asking, titles);
            }
            String name = model;
            return name == null ? sentences(review, asking, titles) : written(review, asking, titles, name);
        }
    }

    private Review seen(Review whole) {
        String name = seenBy.name();
        if (!annotate.isEmpty() && name != null) {
            reviewer(whole, name);
        }
        return seenBy.of(whole, console);
    }

    /** What somebody gave away: there is no review that could let a language model be asked. */
    private int shared() {
        if (model != null || show || !annotate.isEmpty()) {
            throw new UserException(
                    file + " is a shared package: only a review can let a language model be asked, or be"
                            + " annotated. Leave --model, --show and --annotate out.");
        }
        SharedPapers papers =
                SharedPapers.read(SharedFolder.read(file, List.of(SharedPapers.PAPERS, SharedPapers.PASSAGES)), file);
        if (threshold == Asking.THRESHOLD) {
            threshold = papers.threshold();
        }
        try (Asking asking = Shelves.of(papers, tuned(papers), cache(), console.progress("Reading passages"))) {
            return sentences(null, asking, papers.titles());
        }
    }

    /** The network that came along with the papers, or null. */
    private @Nullable Embedding tuned(SharedPapers papers) {
        SharedPapers.Tuned tuned = papers.tuned();
        if (tuned == null) {
            return null;
        }
        if (!tuned.files().stream().allMatch(GivenNetwork::isOne)) {
            throw new UserException(
                    file + " names files that no network has: " + tuned.files() + ". Ask for the package again.");
        }
        Map<String, byte[]> read = SharedFolder.read(
                file, tuned.files().stream().map(f -> GivenNetwork.FOLDER + f).toList());
        Map<String, byte[]> files = new LinkedHashMap<>();
        read.forEach((name, bytes) -> files.put(name.substring(GivenNetwork.FOLDER.length()), bytes));
        return new GivenNetwork(tuned.hash(), files).unpacked(cache());
    }

    /** @param review to keep accepted answers in, or null for none */
    private int sentences(@Nullable Review review, Asking asking, Map<RecordId, String> titles) {
        List<Asked> asked = questions.stream().map(q -> asked(asking, q)).toList();
        if (review != null) {
            accept(review, AnswerTable.of(titles, cells(asked)));
        }
        if (out != null) {
            write(wide ? AnswerTable.of(titles, cells(asked)).wide() : table(asking, asked, titles));
        }
        tell(asking, asked, titles);
        return asked.stream().anyMatch(Asked::answered) ? Failure.DONE : Failure.FOUND;
    }

    private int shown(Asking asking, Map<RecordId, String> titles) {
        List<String> sent = questions.stream()
                .flatMap(q -> Writing.request(asking, titles, q).stream())
                .map(Request::messages)
                .toList();
        if (json) {
            console.json(Map.of("would_be_sent", sent));
        } else {
            sent.forEach(console::say);
            console.note("Nothing was sent.");
        }
        return Failure.DONE;
    }

    private int written(Review review, Asking asking, Map<RecordId, String> titles, String name) {
        Consent consent = Consent.of(review, name, Sending.PASSAGES);
        try (LanguageModel at =
                new LanguageModel(review, consent, Keys.of(consent.endpoint(), System.getenv()), Patience.USUAL)) {
            AskWritten asked = new AskWritten(asking, new Writing(asking, at, titles), titles, console);
            if (perPaper || out != null) {
                AnswerTable table = asked.table(questions);
                accept(review, table);
                if (out != null) {
                    write(table.wide());
                }
                return asked.tell(table, json);
            }
            return asked.tell(questions, json);
        }
    }

    private void accept(Review review, AnswerTable table) {
        String name = seenBy.name();
        if (annotate.isEmpty() || name == null) {
            return;
        }
        AnswerMarks marks = new AnswerMarks(review, reviewer(review, name));
        int kept = 0;
        for (AnswerTable.Row row : table.rows()) {
            for (int i = 0;
                    annotate.contains(row.report().value()) && i < row.cells().size();
                    i++) {
                kept += marks.keep(table.questions().get(i), row.cells().get(i), Progress.NONE);
            }
        }
        console.note(kept + (kept == 1 ? " annotation" : " annotations") + " made.");
    }

    private void write(Table table) {
        byte[] bytes = Sheets.csv(table);
        WholeFile.write(Objects.requireNonNull(out), bytes);
    }

    private static Map<String, Map<RecordId, Cell>> cells(List<Asked> asked) {
        Map<String, Map<RecordId, Cell>> cells = new LinkedHashMap<>();
        for (Asked one : asked) {
            Map<RecordId, Cell> each = new LinkedHashMap<>();
            one.each().forEach((report, answer) -> each.put(report, Cell.of(answer)));
            cells.put(one.question(), each);
        }
        return cells;
    }

    private Asked asked(Asking asking, String question) {
        return perPaper || out != null
                ? new Asked(question, null, asking.each(question, threshold))
                : new Asked(question, asking.all(question, threshold, most), Map.of());
    }

    /** One question with the answer of all papers, or of each. */
    private record Asked(String question, @Nullable Answer all, Map<RecordId, Answer> each) {
        boolean answered() {
            return all != null && all.found() || each.values().stream().anyMatch(Answer::found);
        }
    }

    private void tell(Asking asking, List<Asked> asked, Map<RecordId, String> titles) {
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("papers", asking.corpus().papers().size());
            document.put("passages", asking.corpus().chunks().size());
            document.put("network", asking.network());
            document.put("threshold", threshold);
            document.put(
                    "without",
                    asking.corpus().without().stream()
                            .map(m -> Map.of("report", m.report().value(), "why", m.why()))
                            .toList());
            document.put(
                    "answers", asked.stream().map(a -> json(asking, a, titles)).toList());
            console.json(document);
            return;
        }
        for (Asked one : asked) {
            console.say(one.question());
            if (one.all() != null) {
                say(one.all(), titles);
            }
            one.each().forEach((report, answer) -> {
                console.say("Record " + report + ", " + titles.getOrDefault(report, "") + ":");
                say(answer, titles);
            });
        }
        if (titles.isEmpty()) {
            console.note("No report is included yet: there is nothing to ask.");
        }
        if (asking.tuned()) {
            console.note("Passages are found by the network that was tuned to this review.");
        }
        asking.corpus()
                .without()
                .forEach(m -> console.note("Not asked: record " + m.report() + ", " + m.title() + ": " + m.why()));
    }

    private static Table table(Asking asking, List<Asked> asked, Map<RecordId, String> titles) {
        List<List<String>> rows = new ArrayList<>();
        for (Asked one : asked) {
            one.each().forEach((report, answer) -> {
                List<String> row =
                        new ArrayList<>(List.of(report.toString(), titles.getOrDefault(report, ""), one.question()));
                row.addAll(answer.sentences().stream()
                        .findFirst()
                        .map(s -> List.of(
                                s.text(),
                                pages(s),
                                String.format(Locale.ROOT, "%.3f", s.support()),
                                AnswerJson.file(asking, s)))
                        .orElse(List.of("", "", "", "")));
                rows.add(row);
            });
        }
        return Table.plain(
                "",
                Stream.of("record", "title", "question", "answer", "page", "support", "file")
                        .map(name -> new Column(name, 1))
                        .toList(),
                rows);
    }

    private void say(Answer answer, Map<RecordId, String> titles) {
        if (!answer.found()) {
            console.say("  Not in the papers.");
        }
        for (Said said : answer.sentences()) {
            console.say("  “" + said.text() + "”");
            console.say("    record " + said.report() + ", " + titles.getOrDefault(said.report(), "") + ", page "
                    + pages(said));
        }
    }

    private static String pages(Said said) {
        return said.quotes().stream()
                .map(q -> String.valueOf(q.span().page()))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static Map<String, Object> json(Asking asking, Asked asked, Map<RecordId, String> titles) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("question", asked.question());
        if (asked.all() != null) {
            one.putAll(AnswerJson.of(asking, asked.all(), titles));
        } else {
            List<Map<String, Object>> papers = new ArrayList<>();
            asked.each().forEach((report, answer) -> {
                Map<String, Object> paper = new LinkedHashMap<>();
                paper.put("report", report.value());
                paper.put("title", titles.getOrDefault(report, ""));
                paper.putAll(AnswerJson.of(asking, answer, titles));
                papers.add(paper);
            });
            one.put("papers", papers);
        }
        return one;
    }
}
