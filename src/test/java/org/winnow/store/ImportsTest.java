package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.Problem;
import org.winnow.model.RecordId;
import org.winnow.model.ReferenceType;
import org.winnow.model.Source;
import org.winnow.model.SourceId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.store.Imports.Feed;
import org.winnow.store.Imports.FileProblem;
import org.winnow.store.Imports.ImportedFile;
import org.winnow.store.Imports.NewImport;
import org.winnow.testkit.TestReview;
import org.winnow.work.Cancelled;

class ImportsTest {
    private static final BibRecord FULL = new BibRecord(
            ReferenceType.CHAPTER,
            "Title with \"quotes\" and \u0000 nothing",
            List.of(new Author("Doe", "Jane, Jr"), new Author("WHO Group", "")),
            2020,
            "2020/01/02",
            "Journal",
            "J",
            "1",
            "2",
            "3-4",
            new Doi("10.1000/full"),
            "123",
            "Abstract\nof two lines \uD83D\uDE34",
            List.of("a", "b"),
            "eng",
            "1234-5678",
            "978",
            "Publisher",
            "https://example.org",
            "ACC",
            List.of("note\nwith lines", "second"),
            Map.of("ZZ", List.of("1", "2")),
            "");

    @TempDir
    Path folder;

    private Review review;

    @BeforeEach
    void create() {
        review = TestReview.create(folder, "Ada");
    }

    @AfterEach
    void close() {
        review.close();
    }

    @Test
    void everyFieldComesBackAsItWentIn() {
        TestReview.importRecords(review, "PubMed", SourceKind.DATABASE, List.of(FULL));

        assertThat(review.records().bib(new RecordId(1))).contains(FULL);
    }

    @ParameterizedTest
    @EnumSource(ReferenceType.class)
    void everyTypeComesBack(ReferenceType type) {
        BibRecord record = BibRecord.builder().type(type).title("T").build();
        TestReview.importRecords(review, "PubMed", SourceKind.DATABASE, List.of(record));

        assertThat(review.records().bib(new RecordId(1))).contains(record);
    }

    @Test
    void anImportKeepsItsProblemsAndItsNumbers() {
        Problem problem = new Problem(Problem.Severity.REJECTED, 7, 2, "No title. It was left out.", "ER  -");
        ImportedFile file = review.write(Imports.importFile(newImport("PubMed"), intake -> {
            intake.record(FULL, 1);
            intake.problem(problem);
            return new Imports.Read("ris", "windows-1252", 2, 1);
        }));

        assertThat(review.imports().all()).containsExactly(file);
        FileProblem kept = new FileProblem(1, "PubMed.ris", Problem.Severity.REJECTED, 7, 2, problem.reason());
        assertThat(review.imports().everyProblem()).containsExactly(kept);
        assertThat(review.imports().source(kept)).isEqualTo("ER  -");
        assertThat(file)
                .extracting(ImportedFile::read, ImportedFile::imported, ImportedFile::rejected, ImportedFile::encoding)
                .containsExactly(2L, 1L, 1L, "windows-1252");
        assertThat(review.imports().sameContent("hash of PubMed")).contains(file);
    }

    @Test
    void anImportCancelledMidwayLeavesNothing() {
        assertNothingIsLeftBy(
                intake -> {
                    for (int i = 0; i < 2500; i++) {
                        intake.record(TestReview.titled("Title " + i), i);
                    }
                    throw new Cancelled();
                },
                Cancelled.class);
    }

    @Test
    void anImportWhoseFileCannotBeReadToItsEndLeavesNothing() {
        assertNothingIsLeftBy(
                intake -> {
                    intake.record(FULL, 1);
                    throw new IOException("the stick was pulled out");
                },
                IOException.class);
    }

    @Test
    void anImportThatCannotBeWrittenStopsTheReadingAndSaysWhy() {
        AtomicLong read = new AtomicLong();
        assertNothingIsLeftBy(
                intake -> {
                    intake.record(FULL, 1);
                    while (true) {
                        // The database refuses a problem that says nothing.
                        intake.problem(new Problem(Problem.Severity.MENDED, read.incrementAndGet(), 1, null, ""));
                    }
                },
                RuntimeException.class);
        assertThat(read.get()).isLessThan(1_000_000);
    }

    @Test
    void recordsAndProblemsArriveInTheOrderOfTheFile() throws IOException {
        int many = 3000;
        ImportedFile file = review.imports().take(newImport("PubMed"), intake -> {
            for (int i = 0; i < many; i++) {
                intake.problem(new Problem(Problem.Severity.MENDED, i, i, "Problem " + i, ""));
                intake.record(TestReview.titled("Title " + i), i);
            }
            return new Imports.Read("ris", "UTF-8", many, 0);
        });

        assertThat(review.records().titles(List.of(new RecordId(1), new RecordId(many))))
                .containsOnly(
                        Map.entry(new RecordId(1), "Title 0"), Map.entry(new RecordId(many), "Title " + (many - 1)));
        assertThat(review.imports().everyProblem())
                .extracting(FileProblem::reason)
                .isEqualTo(
                        IntStream.range(0, many).mapToObj(i -> "Problem " + i).toList());
        assertThat(review.imports().all()).containsExactly(file);
    }

    @Test
    void aLargeImportLeavesListsSortedWhetherItIsTakenBackOrKept() throws IOException {
        int many = 6000;
        List<String> indexes = indexes();
        Feed feed = intake -> {
            for (int i = 0; i < many; i++) {
                intake.record(TestReview.titled("Title " + (many - i)), i);
            }
            return new Imports.Read("ris", "UTF-8", many, 0);
        };
        assertThatThrownBy(() -> review.imports().take(newImport("PubMed"), intake -> {
                    feed.into(intake);
                    throw new Cancelled();
                }))
                .isInstanceOf(Cancelled.class);
        assertThat(indexes()).isEqualTo(indexes);

        review.imports().take(newImport("PubMed"), feed);

        assertThat(indexes()).isEqualTo(indexes);
        for (RecordQuery.Order order : RecordQuery.Order.values()) {
            assertThat(review.records().ids(RecordQuery.everything().withOrder(order)))
                    .hasSize(many);
        }
        assertThat(review.records().ids(RecordQuery.everything().withOrder(RecordQuery.Order.TITLE)))
                .startsWith(many, many - 9, many - 99, many - 999);
        assertThat(review.check()).isEmpty();
    }

    private List<String> indexes() {
        return review.read(handle -> handle.createQuery(
                        "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'record' ORDER BY name")
                .mapTo(String.class)
                .list());
    }

    private void assertNothingIsLeftBy(Feed feed, Class<? extends Exception> thrown) {
        TestReview.importTitles(review, "Embase", SourceKind.DATABASE, "Before");

        assertThatThrownBy(() -> review.imports().take(newImport("PubMed"), feed))
                .isInstanceOf(thrown);
        Class<? extends Exception> asOperation = thrown == IOException.class ? UncheckedIOException.class : thrown;
        assertThatThrownBy(() -> review.write(Imports.importFile(newImport("PubMed"), feed)))
                .isInstanceOf(asOperation);

        assertThat(review.records().count(RecordQuery.everything())).isEqualTo(1);
        assertThat(review.sources().all()).extracting(Source::name).containsExactly("Embase");
        assertThat(review.imports().all()).hasSize(1);
        assertThat(review.records().count(RecordQuery.everything().withText("title")))
                .isZero();
        assertThat(review.undoName()).contains("import");
        TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "After");
        assertThat(review.records().ids(RecordQuery.everything())).containsExactly(1, 2);
        assertThat(review.check()).isEmpty();
    }

    @Test
    void undoHidesALargeImportEverywhereAndRedoBringsItBack() {
        TestReview.importTitles(review, "Embase", SourceKind.DATABASE, "Before");
        int many = 20_000;
        ImportedFile file = review.write(Imports.importFile(newImport("PubMed"), intake -> {
            IntStream.range(0, many).forEach(i -> intake.record(TestReview.titled("Sleep " + i), i));
            return new Imports.Read("ris", "UTF-8", many, 0);
        }));
        Object before = everythingVisible();

        review.undo();
        assertThat(review.records().ids(RecordQuery.everything())).containsExactly(1);
        assertThat(review.records().count(RecordQuery.everything().withText("sleep")))
                .isZero();
        assertThat(review.records().find("2")).isEmpty();
        assertThat(review.records().rows(List.of(new RecordId(2)), null, Stage.FULL_TEXT))
                .isEmpty();
        assertThat(review.sources().counts()).hasSize(1);
        assertThat(review.imports().sameContent(file.sha256())).isEmpty();
        assertThat(review.standing().flowRows()).singleElement().satisfies(r -> assertThat(r.records())
                .isEqualTo(1));

        review.redo();
        assertThat(everythingVisible()).isEqualTo(before);
        assertThat(review.check()).isEmpty();
    }

    @Test
    void aSourceThatCameWithAnUndoneImportIsMadeAnewByTheNext() {
        review.write(Imports.importFile(
                new NewImport(new NewSource("Trials", SourceKind.WEBSITE, "2020", "old query", 5), "a", "1"),
                intake -> new Imports.Read("ris", "UTF-8", 0, 0)));
        review.undo();

        TestReview.importTitles(review, "trials", SourceKind.REGISTER, "One");

        assertThat(review.sources().all())
                .containsExactly(new Source(new SourceId(1), "Trials", SourceKind.REGISTER, "", "", null));
    }

    private Object everythingVisible() {
        return List.of(
                review.imports().all(),
                review.sources().counts(),
                review.standing().flowRows(),
                review.records().count(RecordQuery.everything()),
                review.records().count(RecordQuery.everything().withText("sleep")));
    }

    private static NewImport newImport(String source) {
        return new NewImport(NewSource.of(source, SourceKind.DATABASE), source + ".ris", "hash of " + source);
    }
}
