package org.winnow.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.winnow.model.BibRecord;

/**
 * Looks for files that break a reader, guided by what they reach in its code, one process a reader. What is found lies
 * in {@code fuzz/READER}; mend the reader and put the file into {@code src/test/resources/found/READER}, where
 * {@code FoundFilesTest} reads it from then on.
 */
public final class Fuzzing {
    private static final int LONGEST_INPUT = 1 << 15;

    private Fuzzing() {}

    /** @param args the build's own folder, the seconds for each reader, and the readers with commas between, or {@code all} */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]).resolve("fuzz");
        List<String> readers = args[2].equals("all") ? FuzzTarget.all() : List.of(args[2].split(","));
        List<String> broken = new ArrayList<>();
        for (String reader : readers) {
            if (run(reader, folder.resolve(reader), "-max_total_time=" + args[1])
                            .inheritIO()
                            .start()
                            .waitFor()
                    != 0) {
                broken.add(reader);
            }
        }
        System.out.println(broken.isEmpty() ? "Nothing found." : "Found something: " + broken + ", see " + folder);
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    /**
     * A process that looks.
     *
     * @param options in the words of libFuzzer, such as when it stops
     */
    static ProcessBuilder run(String reader, Path folder, String... options) throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        seed(reader, corpus);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + FuzzTarget.READER + "=" + reader,
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTarget.class.getName(),
                "--instrumentation_includes=org.winnow.formats.**:org.winnow.model.**",
                "--custom_hook_includes=org.winnow.**",
                "-artifact_prefix=" + folder + "/",
                "-max_len=" + LONGEST_INPUT,
                "-timeout=30",
                "-rss_limit_mb=4096",
                corpus.toString()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command);
    }

    private static void seed(String reader, Path corpus) throws IOException {
        int number = 0;
        for (byte[] fixture : OddFiles.fixtures()) {
            byte[] seed =
                    switch (reader) {
                        case FuzzTarget.ARCHIVE -> packed(fixture, number % 2 == 0);
                        case FuzzTarget.EACH -> chosen(fixture);
                        default -> fixture;
                    };
            Files.write(corpus.resolve("seed-" + number++), seed);
        }
        if (reader.equals(Format.XLSX.key())) {
            Files.write(corpus.resolve("seed-" + number), workbook());
        }
    }

    /** Before the bytes stands the reader that their content chooses, so that each begins with what it can read. */
    private static byte[] chosen(byte[] fixture) throws IOException {
        Path file = Files.createTempFile("fuzz", "");
        try {
            String reader = Formats.detect(Files.write(file, fixture)).format().key();
            byte[] seed = new byte[fixture.length + 1];
            seed[0] = (byte) FuzzTarget.all().indexOf(reader);
            System.arraycopy(fixture, 0, seed, 1, fixture.length);
            return seed;
        } catch (UnreadableFile none) {
            return fixture;
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] packed(byte[] bytes, boolean zip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (zip) {
            try (ZipOutputStream packing = new ZipOutputStream(out)) {
                packing.putNextEntry(new ZipEntry("folder/file.txt"));
                packing.write(bytes);
            }
        } else {
            try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
                packing.write(bytes);
            }
        }
        return out.toByteArray();
    }

    private static byte[] workbook() throws IOException {
        BibRecord record = BibRecord.builder().title("Sleep").year(2001).build();
        return WritingTest.bytes(Format.XLSX, WritingTest.screened(record));
    }
}
