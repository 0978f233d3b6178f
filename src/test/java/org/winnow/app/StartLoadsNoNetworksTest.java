package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.embedding.TunedNetwork;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;

/** What the program has loaded when its window is there: none of the libraries by which networks and models run. */
class StartLoadsNoNetworksTest {
    private static final List<String> CLASSES = List.of(
            "ai.onnxruntime.",
            "ai.onnx.",
            "ai.djl.",
            "com.google.protobuf.",
            "de.kherud.llama.",
            "dev.langchain4j.",
            "org.winnow.embedding.SentenceNetwork",
            "org.winnow.dfllm.tune.");
    private static final List<String> LIBRARIES = List.of("onnxruntime", "torch", "djl", "llama", "tokenizers");

    @TempDir
    private Path folder;

    @Test
    void aReviewIsOpenedWithoutAnyOfThem() throws Exception {
        Path review;
        try (Review made = TestReview.create(folder, "Ada")) {
            review = made.file();
            made.write(TunedNetwork.use(TunedNetwork.SCREENING, "ab12", folder));
        }
        Path log = folder.resolve("loaded.log");
        Process program = started(log, review);
        String told = new String(program.getInputStream().readAllBytes());
        assertThat(program.waitFor()).as(told).isZero();
        assertThat(told).contains("first window after");

        List<String> loaded = Files.readAllLines(log);
        assertThat(loaded).as("what is looked for is written there").anyMatch(l -> l.contains(" org.winnow.app.Main "));
        assertThat(loaded).anyMatch(l -> l.contains("Loaded library") && l.contains("sqlite"));
        assertThat(loaded.stream().filter(StartLoadsNoNetworksTest::ofNetworks)).isEmpty();
    }

    private static boolean ofNetworks(String line) {
        String low = line.toLowerCase(Locale.ROOT);
        return low.contains("loaded library")
                ? LIBRARIES.stream().anyMatch(low.substring(low.lastIndexOf(File.separatorChar) + 1)::contains)
                : CLASSES.stream().anyMatch(name -> line.contains(" " + name));
    }

    private Process started(Path log, Path review) throws Exception {
        List<String> options = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load=info,library=info:file=" + log,
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-Dwinnow.startup=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                review.toString());
        ProcessBuilder builder = new ProcessBuilder(options).redirectErrorStream(true);
        builder.environment().put("WINNOW_HOME", folder.resolve("home").toString());
        return builder.start();
    }
}
