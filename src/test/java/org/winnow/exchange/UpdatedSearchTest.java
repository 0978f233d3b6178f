package org.winnow.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** The search of a living review, run again: only what is new comes in, and nothing is counted twice. */
class UpdatedSearchTest {
    @TempDir
    Path folder;

    private Review review;
    private Importing importing;

    @BeforeEach
    void openAReview() {
        review = TestReview.create(folder, "Ada");
        importing = new Importing(review);
    }

    @AfterEach
    void close() {
        review.close();
    }

    @Test
    void anUpdatedExportIsKnownByItsRecordsAndBringsOnlyTheNewOnes() throws IOException {
        importing.run(ImportRequest.of(pubMed("first.ris", 0, 812)), Progress.NONE);
        ImportRequest updated = ImportRequest.of(pubMed("second.ris", 0, 830));

        Overlap overlap = importing.overlap(updated, Progress.NONE);
        assertThat(overlap).isEqualTo(new Overlap("PubMed", 830, 812));
        assertThat(overlap.fresh()).isEqualTo(18);
        assertThat(overlap.mostlyKnown()).isTrue();

        ImportReport report = importing.run(updated.withOnlyNew(true), Progress.NONE);
        assertThat(report)
                .extracting(ImportReport::read, ImportReport::imported, ImportReport::known, ImportReport::rejected)
                .containsExactly(830L, 18L, 812L, 0L);
        assertThat(review.records().count(RecordQuery.everything())).isEqualTo(830);
        assertThat(review.sources().counts()).singleElement().satisfies(c -> assertThat(c.records())
                .isEqualTo(830));
        assertThat(review.standing().flowRows().stream()
                        .mapToLong(r -> r.records())
                        .sum())
                .isEqualTo(830);
    }

    @Test
    void anExportWithNothingNewLeavesTheReviewAsItWas() throws IOException {
        Path file = pubMed("first.ris", 0, 20);
        importing.run(ImportRequest.of(file), Progress.NONE);

        ImportReport report = importing.run(ImportRequest.of(file).withOnlyNew(true), Progress.NONE);

        assertThat(report.failed()).isFalse();
        assertThat(report.known()).isEqualTo(20);
        assertThat(review.imports().all()).hasSize(1);
    }

    @Test
    void anotherSourceGivesItsOwnRecordsWhateverThereIsAlready() throws IOException {
        importing.run(ImportRequest.of(pubMed("first.ris", 0, 20)), Progress.NONE);
        Path embase = Files.writeString(
                folder.resolve("embase.ris"),
                Files.readString(folder.resolve("first.ris")).replace("PubMed", "Embase"));

        assertThat(importing.overlap(ImportRequest.of(embase), Progress.NONE).known())
                .isZero();
        assertThat(importing
                        .run(ImportRequest.of(embase).withOnlyNew(true), Progress.NONE)
                        .imported())
                .isEqualTo(20);
    }

    @Test
    void whatAnUndoneImportGaveIsNotKnown() throws IOException {
        Path file = pubMed("first.ris", 0, 20);
        importing.run(ImportRequest.of(file), Progress.NONE);
        review.undo();

        assertThat(importing
                        .run(ImportRequest.of(file).withOnlyNew(true), Progress.NONE)
                        .imported())
                .isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TI  - Sleep and naps#DO  - 10.1000/a     | TI  - Sleep & Naps.#DO  - 10.1000/A       | false
            TI  - Sleep and naps#DO  - 10.1000/a     | TI  - SLEEP AND NAPS.#DO  - 10.1000/A     | true
            TI  - Abstract one#DO  - 10.1000/a       | TI  - Abstract two#DO  - 10.1000/a        | false
            TI  - Sleep and naps#AN  - L200          | TI  - Sleep and naps#AN  - L200           | true
            TI  - Sleep and naps#AN  - L200          | TI  - Sleep and naps#AN  - L201           | false
            TI  - Sleep and naps#PY  - 2001#AU  - A, B | TI  - Sleep and naps#PY  - 2001#AU  - A, C | true
            TI  - Sleep and naps#PY  - 2001          | TI  - Sleep and naps#PY  - 2002           | false
            TI  - Sleep and naps#PY  - 2001          | TI  - Sleep and naps#PY  - 2001#DO  - 10.1000/a | true
            TI  - Editorial#PY  - 2001               | TI  - Editorial#PY  - 2001#AU  - Other, C | false
            """)
    void aRecordIsKnownByWhatNamesItAloneAndNotByALikeness(String before, String now, boolean known)
            throws IOException {
        importing.run(ImportRequest.of(one("before.ris", before)), Progress.NONE);
        assertThat(importing
                        .overlap(ImportRequest.of(one("now.ris", now)), Progress.NONE)
                        .known())
                .isEqualTo(known ? 1 : 0);
    }

    private Path one(String name, String lines) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "TY  - JOUR\nDB  - Embase\n" + lines.strip().replace('#', '\n') + "\nER  - \n");
    }

    private Path pubMed(String name, int from, int to) throws IOException {
        StringBuilder text = new StringBuilder();
        IntStream.range(from, to).forEach(i -> text.append("TY  - JOUR\nDB  - PubMed\nTI  - Title ")
                .append(i)
                .append("\nAN  - ")
                .append(30_000_000 + i)
                .append("\nER  - \n\n"));
        return Files.writeString(folder.resolve(name), text);
    }
}
