package org.winnow.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.LabelledRecords;
import org.winnow.model.UserException;
import org.winnow.ranking.Document;
import org.winnow.ranking.Metrics;
import org.winnow.ranking.Model;
import org.winnow.ranking.Models;
import org.winnow.ranking.Replay;
import org.winnow.ranking.ReplayFigures;
import org.winnow.ranking.RunFile;
import org.winnow.ranking.StoppingRule;
import org.winnow.work.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "simulate",
        description = "Replay the screening of a labelled set: how soon would a model have found what is relevant?",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "a table with title, abstract and label_included, or a RIS file with ASReview's notes;"
                    + " - is standard input")
    private Path file;

    @Option(names = "--model", paramLabel = "NAME", defaultValue = "default", description = "see winnow models")
    private String model;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of all that is random (default 1)")
    private long seed;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description = "how many runs, each with a seed of its own, counting on from --seed")
    private int seeds;

    @Option(
            names = "--prior",
            paramLabel = "N",
            defaultValue = "1",
            description = "relevant records known at the start, and as many irrelevant ones, at random (default 1)")
    private int prior;

    @Option(
            names = "--stop",
            paramLabel = "RULE",
            description =
                    "excludes:50, recall:0.95:0.95 (target and confidence), share:0.5, knee or budget: say where the"
                            + " rule would have stopped")
    private @Nullable String stop;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "write the recall curves as well: .csv, .json or .svg, as the name ends")
    private @Nullable Path out;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    private final Console console;

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Model chosen = Words.model(model);
        StoppingRule rule = stop == null ? null : Words.stoppingRule(stop);
        if (seeds < 1 || prior < 0) {
            throw new UserException("--seeds must be 1 or more, --prior 0 or more.");
        }
        LabelledRecords.File set =
                StandardInput.read(console, file, f -> LabelledRecords.read(f, console.progress("Reading " + file)));
        if (set.unlabelled() + set.rejected() > 0) {
            console.note(file + ": " + set.unlabelled() + " records without a label and " + set.rejected()
                    + " that cannot be read were left out.");
        }
        List<Document> documents = new ArrayList<>();
        boolean[] truth = new boolean[set.records().size()];
        for (int i = 0; i < truth.length; i++) {
            documents.add(new Document(
                    set.records().get(i).record().title(),
                    set.records().get(i).record().abstractText()));
            truth[i] = set.records().get(i).relevant();
        }
        long began = System.nanoTime();
        Model.Prepared features = chosen.prepare(documents, Models.network(), console.progress("Reading the records"));
        double preparing = (System.nanoTime() - began) / 1e9;
        List<Replay> runs = runs(features, preparing, rule, truth);
        if (out != null) {
            write(out, chosen, runs);
        }
        tell(chosen, runs, truth);
        return Failure.DONE;
    }

    private List<Replay> runs(Model.Prepared features, double preparing, @Nullable StoppingRule rule, boolean[] truth)
            throws Exception {
        List<Callable<Replay>> work = LongStream.range(seed, seed + seeds)
                .<Callable<Replay>>mapToObj(s -> () -> {
                    Replay run = Replay.of(features, truth, prior, s, rule, console.progress("Screening"))
                            .after(preparing);
                    if (seeds > 1) {
                        console.note("Seed " + s + ": loss " + Numbers.rounded(Metrics.loss(run.screening()), 4));
                    }
                    return run;
                })
                .toList();
        return Workers.all(work, Runtime.getRuntime().availableProcessors());
    }

    private void write(Path target, Model chosen, List<Replay> runs) throws IOException {
        RunFile all = new RunFile(
                String.valueOf(file.getFileName()),
                runs.stream().map(r -> new RunFile.Run(chosen, r)).toList());
        byte[] content = all.content(RunFile.Kind.of(target.toString())).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(target, content);
    }

    private void tell(Model chosen, List<Replay> runs, boolean[] truth) {
        int included = 0;
        for (boolean t : truth) {
            included += t ? 1 : 0;
        }
        if (!json) {
            console.say(file + ": " + truth.length + " records, " + included + " relevant; " + chosen.name() + " "
                    + chosen.version());
            runs.forEach(run -> console.say(ReplayWords.line(run)));
            return;
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", file.toString());
        document.put("model", chosen.name());
        document.put("version", chosen.version());
        document.put("n", truth.length);
        document.put("included", included);
        document.put("prior", prior);
        if (runs.size() == 1) {
            document.putAll(ReplayFigures.of(runs.getFirst()));
        } else {
            for (Map.Entry<String, ToDoubleFunction<Replay>> metric : ReplayFigures.METRICS.entrySet()) {
                document.put(
                        metric.getKey(),
                        runs.stream().mapToDouble(metric.getValue()).average().orElseThrow());
            }
            document.put("runs", runs.stream().map(ReplayFigures::of).toList());
        }
        console.json(document);
    }
}
