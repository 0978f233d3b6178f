package org.winnow.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.UnreadableFile;
import org.winnow.model.SourceKind;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

class ImportingTest {
    private static final int MANY = 5000;

    @TempDir
    Path folder;

    private Review review;

    @BeforeEach
    void openAReview() {
        review = TestReview.create(folder, "Ada");
    }

    @AfterEach
    void close() {
        review.close();
    }

    @Test
    void cancelledMidwayItLeavesNothing() throws IOException {
        Path file = ris("many.ris", MANY, "");
        AtomicInteger asked = new AtomicInteger();
        Progress untilHalf = new Progress() {
            @Override
            public void at(long done, long total) {
                if (done * 2 > total) {
                    asked.incrementAndGet();
                }
            }

            @Override
            public void check() {
                if (asked.get() > 0) {
                    throw new Cancelled();
                }
            }
        };

        assertThatThrownBy(() -> new Importing(review).run(ImportRequest.of(file), untilHalf))
                .isInstanceOf(Cancelled.class);

        assertUntouched();
        ImportReport again = new Importing(review).run(ImportRequest.of(file), Progress.NONE);
        assertThat(again.imported()).isEqualTo(MANY);
    }

    @Test
    void aFileOfWhichNothingCanBeUsedLeavesTheReviewAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("hollow.ris"), "TY  - JOUR\nVL  - 1\nER  - \n".repeat(3));

        ImportReport report = new Importing(review).run(ImportRequest.of(file), Progress.NONE);

        assertThat(report.failed()).isTrue();
        assertThat(report.read()).isEqualTo(3);
        assertThat(report.rejected()).isEqualTo(3);
        assertThat(report.problems()).extracting(p -> p.line()).containsExactly(1L, 4L, 7L);
        assertUntouched();
    }

    @Test
    void aSourceIsCalledWhatItIsToldElseWhatTheFileSaysElseAfterTheFile() throws IOException {
        Path told = ris("a.ris", 1, "DB  - Embase\n");
        Path silent = ris("Suche März.v2.ris", 1, "");

        assertThat(run(told, " Ovid ").source()).isEqualTo("Ovid");
        assertThat(run(told, "  ").source()).isEqualTo("Embase");
        assertThat(run(told, null).source()).isEqualTo("Embase");
        assertThat(run(silent, null).source()).isEqualTo("Suche März.v2");
        assertThat(review.sources().all())
                .extracting(s -> s.name())
                .containsExactlyInAnyOrder("Ovid", "Embase", "Suche März.v2");
    }

    @Test
    void theSameBytesAreRecognisedUnderAnotherName() throws IOException {
        Path file = ris("a.ris", 1, "");
        Path copy = Files.copy(file, folder.resolve("b.ris"));
        Importing importing = new Importing(review);
        assertThat(importing.earlier(ImportRequest.of(copy), Progress.NONE)).isEqualTo(Earlier.NOTHING);

        importing.run(ImportRequest.of(file), Progress.NONE);

        Earlier earlier = importing.earlier(ImportRequest.of(copy), Progress.NONE);
        assertThat(earlier.asks()).isTrue();
        assertThat(earlier.same().fileName()).isEqualTo("a.ris");
    }

    @Test
    void oneUndoTakesAnImportBack() throws IOException {
        run(ris("a.ris", 3, ""), null);

        review.undo();

        assertThat(count()).isZero();
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("missing.ris");

        assertThatThrownBy(() -> run(missing, null))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> Importing.preview(ImportRequest.of(missing), 3))
                .isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> new Importing(review).earlier(ImportRequest.of(missing), Progress.NONE))
                .isInstanceOf(UnreadableFile.class);
    }

    @Test
    void aPreviewShowsTheFirstRecordsOnly() throws IOException {
        Preview preview = Importing.preview(ImportRequest.of(ris("many.ris", MANY, "DB  - Embase\n")), 3);

        assertThat(preview.first()).extracting(r -> r.title()).containsExactly("Title 0", "Title 1", "Title 2");
        assertThat(preview.detection().database()).isEqualTo("Embase");
    }

    private ImportReport run(Path file, String source) {
        ImportRequest request = new ImportRequest(file, source, SourceKind.DATABASE, "", "", null, ReadOptions.AUTO);
        return new Importing(review).run(request, Progress.NONE);
    }

    private void assertUntouched() {
        assertThat(count()).isZero();
        assertThat(review.sources().all()).isEmpty();
        assertThat(review.imports().all()).isEmpty();
        assertThat(review.undoName()).isEmpty();
    }

    private long count() {
        return review.records().count(RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL));
    }

    private Path ris(String name, int records, String more) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < records; i++) {
            text.append("TY  - JOUR\nTI  - Title ")
                    .append(i)
                    .append('\n')
                    .append(more)
                    .append("ER  - \n\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }
}
