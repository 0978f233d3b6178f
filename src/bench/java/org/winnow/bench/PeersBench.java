package org.winnow.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.winnow.formats.Formats;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.RecordSink;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.work.Progress;

/**
 * The same RIS file read by us and by the readers of other programs, one after another. Where they are, the environment
 * says: {@code WINNOW_RISPY} is a folder with the Python package {@code rispy}, {@code WINNOW_CITATION_JS} one with
 * {@code node_modules/@citation-js/core} and {@code plugin-ris}. Those that are not there are left out, and that is said.
 */
final class PeersBench {
    private static final int RECORDS = 20_000;

    /** Runs before ours count: Java compiles what it has run often, the others need one run to be warm. */
    private static final int WARMING = 15;

    /** The best one counts: on a shared machine the others tell what else it was doing. */
    private static final int RUNS = 9;

    private static final String RISPY = """
            import sys, time
            sys.path.insert(0, sys.argv[1])
            import rispy
            for run in range(int(sys.argv[3])):
                begin = time.perf_counter()
                with open(sys.argv[2], encoding='utf-8') as file:
                    records = len(rispy.load(file))
                print(records, time.perf_counter() - begin, flush=True)
            """;

    private static final String CITATION_JS = """
            const { createRequire } = require('node:module');
            const inside = createRequire(process.argv[2] + '/package.json');
            const { plugins } = inside('@citation-js/core');
            inside('@citation-js/plugin-ris');
            for (let run = 0; run < Number(process.argv[4]); run++) {
              const begin = performance.now();
              const text = require('node:fs').readFileSync(process.argv[3], 'utf8');
              const records = plugins.input.chain(text, { forceType: '@ris/file', generateGraph: false }).length;
              console.log(records + ' ' + (performance.now() - begin) / 1000);
            }
            """;

    private PeersBench() {}

    public static void main(String[] args) throws Exception {
        Workplace workplace = new Workplace(Path.of(args[0]));
        Path file = workplace.ris(RECORDS);
        Samples ours = new Samples();
        for (int run = 0; run < WARMING + RUNS; run++) {
            double millis = Samples.millis(() -> read(file));
            if (run >= WARMING) {
                ours.add(RECORDS / millis * 1000);
            }
        }
        Figure figure = Figure.of("parse RIS, the best of %d runs".formatted(RUNS), ours.quantile(1), "records/s");
        Path folder = workplace.folder();
        compare(workplace, figure, "rispy", "WINNOW_RISPY", file, "python3", script(folder, "rispy.py", RISPY));
        compare(
                workplace,
                figure,
                "citation.js",
                "WINNOW_CITATION_JS",
                file,
                "node",
                script(folder, "citation.cjs", CITATION_JS));
    }

    private static void compare(
            Workplace workplace, Figure ours, String peer, String variable, Path file, String program, Path script)
            throws IOException, InterruptedException {
        String where = System.getenv(variable);
        if (where == null) {
            System.err.println(peer + " is not compared: " + variable + " does not say where it is");
            return;
        }
        Process process = new ProcessBuilder(
                        program, script.toString(), where, file.toString(), Integer.toString(RUNS + 1))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Samples theirs = new Samples();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            // The first run warms up, theirs as ours.
            out.lines().skip(1).forEach(line -> theirs.add(perSecond(line.split(" "))));
        }
        if (process.waitFor() != 0 || theirs.count() != RUNS) {
            throw new IllegalStateException(peer + " did not read the file");
        }
        workplace.report().add(ours.against(peer, theirs.quantile(1)));
    }

    private static double perSecond(String[] recordsAndSeconds) {
        if (Integer.parseInt(recordsAndSeconds[0]) != RECORDS) {
            throw new IllegalStateException(recordsAndSeconds[0] + " records instead of " + RECORDS);
        }
        return RECORDS / Double.parseDouble(recordsAndSeconds[1]);
    }

    private static Path script(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void read(Path file) throws IOException {
        long[] records = {0};
        RecordSink counting = new RecordSink() {
            @Override
            public void record(BibRecord record, long line) {
                records[0]++;
            }

            @Override
            public void problem(Problem problem) {
                throw new IllegalStateException(problem.toString());
            }
        };
        Formats.read(file, ReadOptions.AUTO, counting, Progress.NONE);
        if (records[0] != RECORDS) {
            throw new IllegalStateException(records[0] + " records instead of " + RECORDS);
        }
    }
}
