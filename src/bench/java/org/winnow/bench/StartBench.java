package org.winnow.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long it takes from the start of the process to the first frame of the window: the installed program through its
 * launcher, with and without its start-up cache, beside a bare JavaFX window without and with a cache of its own.
 */
final class StartBench {
    private static final int RUNS = 5;
    private static final Pattern TOLD = Pattern.compile("first window after (\\d+) ms");
    private static final List<String> HEADLESS = List.of(
            "-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true", "-Dwinnow.startup=true");

    private final Path home;
    private final Path folder;

    private StartBench(Workplace workplace) throws IOException {
        this.home = workplace.target().resolve("winnow");
        this.folder = workplace.folder();
    }

    public static void main(String[] args) throws Exception {
        Workplace workplace = new Workplace(Path.of(args[0]));
        new StartBench(workplace).measure(workplace.report());
    }

    private void measure(Report report) throws Exception {
        Path jar = bareJar();
        Path cache = folder.resolve("bare.aot");
        Files.deleteIfExists(cache);
        bare(jar, "-XX:AOTCacheOutput=" + cache, "-Xlog:aot=off");
        Samples bare = new Samples();
        Samples bareCached = new Samples();
        Samples ours = new Samples();
        Samples oursCached = new Samples();
        for (int run = 0; run < RUNS; run++) {
            bare.add(bare(jar));
            oursCached.add(winnow());
            bareCached.add(bare(jar, "-XX:AOTCache=" + cache));
            ours.add(winnow("-XX:AOTMode=off"));
        }
        boolean trained = Files.exists(home.resolve("lib/winnow.aot"));
        report.add(Figure.of("start to first window, as installed" + (trained ? "" : " (no cache)"), oursCached, "ms")
                .against("bare JavaFX window", bare.median())
                .withGoal("ratio at most 1.5"));
        report.add(Figure.of("start to first window without the start-up cache", ours, "ms")
                .against("bare JavaFX window", bare.median()));
        report.add(Figure.of("start to first window, both with a start-up cache", oursCached, "ms")
                .against("bare JavaFX window with a cache of its own", bareCached.median()));
    }

    /** The bare window needs a jar: classes in a folder cannot be cached. */
    private Path bareJar() throws IOException, InterruptedException {
        Path jar = folder.resolve("bare.jar");
        Path classes = home.resolveSibling("test-classes");
        String tool = Path.of(Bench.java()).resolveSibling("jar").toString();
        told(List.of(tool, "-cf", jar.toString(), "-C", classes.toString(), "org/winnow/bench"), List.of());
        return jar;
    }

    private double bare(Path jar, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Bench.java()));
        command.addAll(List.of(options));
        command.addAll(HEADLESS);
        command.addAll(List.of("--module-path", home.resolve("lib/javafx").toString()));
        command.addAll(List.of("--add-modules", "javafx.controls"));
        command.add("--enable-native-access=ALL-UNNAMED,javafx.graphics");
        command.addAll(List.of("-cp", jar.toString(), BareWindow.class.getName()));
        return millis(told(command, List.of()));
    }

    private double winnow(String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(HEADLESS);
        all.addAll(List.of(options));
        String script = File.separatorChar == '\\' ? "bin\\winnow.bat" : "bin/winnow";
        return millis(told(List.of(home.resolve(script).toString()), all));
    }

    private String told(List<String> command, List<String> options) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("WINNOW_HOME", folder.resolve("home").toString());
        environment.put("WINNOW_OPTS", String.join(" ", options));
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed: " + text);
        }
        return text;
    }

    private static double millis(String text) {
        Matcher told = TOLD.matcher(text);
        if (!told.find()) {
            throw new IllegalStateException("no time told: " + text);
        }
        return Double.parseDouble(told.group(1));
    }
}
