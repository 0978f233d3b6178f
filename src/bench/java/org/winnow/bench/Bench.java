package org.winnow.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs every benchmark in a process of its own, so that none finds the heap or the compiled code of another, and
 * gathers their figures in {@code bench.json}.
 */
public final class Bench {
    private static final List<String> HEADLESS = List.of(
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Djava.awt.headless=true",
            "-Duser.language=en",
            "--enable-native-access=ALL-UNNAMED");
    private static final String LARGE_FILES = "org.winnow.bench.LargeFilesBench";
    private static final List<String> ALL = List.of(
            "org.winnow.bench.StartBench",
            "org.winnow.bench.ImportBench",
            "org.winnow.bench.PeersBench",
            LARGE_FILES,
            "org.winnow.bench.OpenBench",
            "org.winnow.bench.SearchBench",
            "org.winnow.bench.FlowBench",
            "org.winnow.app.WindowBench",
            "org.winnow.bench.DedupBench",
            "org.winnow.bench.RankBench",
            "org.winnow.bench.MeaningBench",
            "org.winnow.dfllm.tune.TuneBench",
            "org.winnow.bench.ReaderBench",
            "org.winnow.app.ScrollBench");

    private Bench() {}

    /** @param args the build's own folder; then the names of benchmarks, where not all are wanted */
    public static void main(String[] args) throws IOException, InterruptedException {
        Workplace workplace = new Workplace(Path.of(args[0]));
        Files.createDirectories(workplace.folder());
        workplace.report().begin();
        boolean well = true;
        for (String benchmark : ALL) {
            if (args.length == 1 || List.of(args).contains(benchmark.substring(benchmark.lastIndexOf('.') + 1))) {
                well &= run(benchmark, workplace);
            }
        }
        System.exit(well ? 0 : 1);
    }

    private static boolean run(String benchmark, Workplace workplace) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), benchmark.equals(LARGE_FILES) ? "-Xmx512m" : "-Xmx2g"));
        command.addAll(HEADLESS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), benchmark));
        command.add(workplace.target().toString());
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment()
                .put("WINNOW_HOME", workplace.folder().resolve("home").toString());
        int code = builder.start().waitFor();
        if (code != 0) {
            System.err.println(benchmark + " ended with " + code);
        }
        return code == 0;
    }

    /** The program that runs this very code. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java" + (File.separatorChar == '\\' ? ".exe" : ""))
                .toString();
    }
}
