package org.winnow.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.UnreadableFile;
import org.winnow.formats.archive.Archive;
import org.winnow.formats.archive.Limits;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** Archives are opened within limits, and what is no file is said to be none. */
class OpenedTest {
    private static final byte[] RIS = "TY  - JOUR\nTI  - Sleep\nER  - \n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CSV = "title,year\nNaps,2001\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void everyFileInAZipIsAFileOfItsOwn() throws IOException {
        Path zip = zip("rayyan.zip", "articles.csv", CSV, "more/sleep.ris", RIS);
        try (var review = TestReview.create(folder, "Ada");
                Opened opened = Opened.of(zip, Progress.NONE)) {
            List<ImportReport> reports = new ArrayList<>();
            for (Opened.Part part : opened.parts()) {
                reports.add(
                        new Importing(review).run(ImportRequest.of(part.file()).called(part.name()), Progress.NONE));
            }
            assertThat(reports).extracting(ImportReport::imported).containsExactly(1L, 1L);
            assertThat(reports).extracting(ImportReport::source).containsExactly("articles", "sleep");
            assertThat(review.imports().all())
                    .extracting(f -> f.fileName())
                    .containsExactly("rayyan.zip/articles.csv", "rayyan.zip/more/sleep.ris");
        }
    }

    @Test
    void whatWasUnpackedIsGoneAfterwards() throws IOException {
        Path inside;
        try (Opened opened = Opened.of(zip("a.zip", "a.ris", RIS), Progress.NONE)) {
            inside = opened.parts().getFirst().file();
            assertThat(inside).hasBinaryContent(RIS);
        }
        assertThat(inside.getParent()).doesNotExist();
    }

    @Test
    void aCompressedFileIsTheFileInside() throws IOException {
        Path file = Files.write(folder.resolve("export.ris.gz"), gzip(RIS));
        assertThat(names(file)).containsExactly("export.ris.gz/export.ris");
        assertThat(converted(file)).extracting(BibRecord::title).containsExactly("Sleep");
    }

    @Test
    void anArchiveInAnArchiveIsOpenedOnceAndNoFurther() throws IOException {
        byte[] inner = Files.readAllBytes(zip("inner.zip", "a.ris", RIS));
        Path outer = zip("outer.zip", "inner.zip", inner, "b.csv.gz", gzip(CSV));
        assertThat(names(outer)).containsExactly("outer.zip/inner.zip/a.ris", "outer.zip/b.csv.gz/b.csv");
        Path outermost = zip("outermost.zip", "outer.zip", Files.readAllBytes(outer));
        assertThatThrownBy(() -> converted(outermost))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("outermost.zip/outer.zip/")
                .hasMessageContaining("Unpack it");
    }

    @Test
    void aForeignFileInAnArchiveIsNamedAndTheRestIsRead() throws IOException {
        Path zip = zip("a.zip", "paper.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "a.ris", RIS);
        List<Problem> problems = new ArrayList<>();
        List<BibRecord> records = new ArrayList<>();
        Converting.read(zip, (part, archive) -> ReadOptions.AUTO, records, problems, Progress.NONE);
        assertThat(records).extracting(BibRecord::title).containsExactly("Sleep");
        assertThat(problems).singleElement().satisfies(p -> assertThat(p.reason())
                .startsWith("a.zip/paper.pdf is a PDF"));
    }

    @Test
    void aNameThatClimbsOutIsOnlyShown() throws IOException {
        Path zip = zip("evil.zip", "../../../climbed.ris", RIS, "/etc/climbed.ris", RIS, "C:\\climbed.ris", RIS);
        try (Opened opened = Opened.of(zip, Progress.NONE)) {
            assertThat(opened.parts()).hasSize(3).allSatisfy(part -> {
                assertThat(part.file().getFileName().toString()).matches("\\d+");
                assertThat(part.file().getParent())
                        .isEqualTo(opened.parts().getFirst().file().getParent());
            });
        }
        assertThat(folder.resolve("../../../climbed.ris")).doesNotExist();
    }

    @Test
    void namesAreReadInUtf8AndInTheOldCodePage() throws IOException {
        assertThat(names(zip("new.zip", "Müller.ris", RIS))).containsExactly("new.zip/Müller.ris");
        Path old = folder.resolve("old.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(old), Charset.forName("IBM437"))) {
            put(out, "Müller.ris", RIS);
        }
        assertThat(names(old)).containsExactly("old.zip/Müller.ris");
    }

    @Test
    void whatSystemsAddIsPassedOver() throws IOException {
        assertThat(names(zip("mac.zip", "__MACOSX/._a.ris", RIS, ".DS_Store", RIS, "a.ris", RIS)))
                .containsExactly("mac.zip/a.ris");
    }

    @Test
    void aBombIsRefusedLongBeforeItIsLarge() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("zeros.ris"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> Opened.of(bomb, Progress.NONE))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("bomb.zip/zeros.ris")
                .hasMessageContaining("more than 200 times");
    }

    @Test
    void tooManyFilesAndTooManyBytesAreRefused() throws IOException {
        Path zip = zip("many.zip", "1", RIS, "2", RIS, "3", RIS);
        Path inside = Files.createDirectory(folder.resolve("inside"));
        assertThatThrownBy(() -> Archive.unpack(zip, "many.zip", inside, new Limits(2, 1000, 9, 9), Progress.NONE))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("more than 2 files");
        assertThatThrownBy(() -> Archive.unpack(zip, "many.zip", inside, new Limits(9, 40, 9, 99), Progress.NONE))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("many.zip unpacks to more than");
    }

    @Test
    void aDamagedArchiveIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(zip("a.zip", "a.ris", RIS));
        Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        byte[] packed = gzip(RIS);
        Path cutGzip = Files.write(folder.resolve("cut.gz"), java.util.Arrays.copyOf(packed, packed.length - 12));
        for (Path file : List.of(cut, cutGzip)) {
            assertThatThrownBy(() -> Opened.of(file, Progress.NONE))
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessageContaining("damaged archive")
                    .hasMessageContaining(file.getFileName().toString());
        }
    }

    @Test
    void aWorkbookIsNoArchive() throws IOException {
        assertThat(Archive.is(zip("a.xlsx", "[Content_Types].xml", RIS, "xl/workbook.xml", RIS)))
                .isFalse();
        assertThat(Archive.is(zip("b.zip", "a.ris", RIS))).isTrue();
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> Opened.of(folder, Progress.NONE))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> Importing.preview(ImportRequest.of(folder), 3)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDeviceThatNeverEndsIsRefusedAtOnce() {
        assertThatThrownBy(() -> Opened.of(Path.of("/dev/zero"), Progress.NONE))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("is a device or a pipe");
    }

    private static List<String> names(Path file) {
        try (Opened opened = Opened.of(file, Progress.NONE)) {
            return opened.parts().stream().map(Opened.Part::name).toList();
        }
    }

    private static List<BibRecord> converted(Path file) {
        List<BibRecord> records = new ArrayList<>();
        Converting.read(file, (part, archive) -> ReadOptions.AUTO, records, new ArrayList<>(), Progress.NONE);
        return records;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /** @param entries names and contents in turn */
    private Path zip(String name, Object... entries) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < entries.length; i += 2) {
                put(out, (String) entries[i], (byte[]) entries[i + 1]);
            }
        }
        return file;
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
