package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.winnow.formats.table.TableField;
import org.winnow.model.Problem.Severity;
import org.winnow.model.RecordId;
import org.winnow.model.Source;
import org.winnow.store.Imports.ImportedFile;

/** Files come into the real window, are asked about, go in with one button, and tell what was wrong with them. */
class ImportRoomTest extends ImportRoom {
    @Test
    void aFolderOfFilesIsLookedThroughAndOneButtonImportsWhatCanBeRead() throws IOException {
        write("good.ris", RIS);
        write("bad.ris", "%PDF-1.7\n%binary\n");
        write(".hidden", "TY  - JOUR\nTI  - No\nER  - \n");
        add(exports);

        assertThat(files()).containsExactly("bad.ris. Cannot be read", "good.ris. RIS · 3 records · good. 2 problems");
        select("bad.ris");
        assertThat(fixture.text("#file-trouble")).contains("is a PDF");
        select("good.ris");
        assertThat(fixture.text("#file-facts"))
                .isEqualTo("RIS, UTF-8, 1 KB. 3 records, one of them unusable, 2 problems.");
        assertThat(fixture.text("#import-all")).isEqualTo("Import one file");
        fixture.picture("import-search");
        tab("detail-records");
        fixture.picture("import-records");
        assertThat(area("preview-read")).contains("Authors: Meyer, Anna; Okafor, Chidi");
        assertThat(area("preview-raw")).startsWith("TY  - JOUR");

        tab("detail-search");
        field("source", "PubMed");
        field("search-date", "2026-01-31");
        field("hits", "3");
        field("query", "sleep AND memory");
        fixture.robot().clickOn("#import-all");
        fixture.settle();

        assertThat(fixture.text("#import-outcome")).isEqualTo("2 records imported from one file.");
        assertThat(fixture.text("#file-result")).isEqualTo("2 of 3 records imported from PubMed.");
        assertThat(fixture.review().sources().all())
                .extracting(Source::name, Source::searchDate, Source::query, Source::hits)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("PubMed", "2026-01-31", "sleep AND memory", 3));
        fixture.picture("import-done");
        click("#import-clear");
        assertThat(fixture.shows("#sources")).isTrue();
    }

    @Test
    void whatIsWrittenWrongIsSaidBeforeAnythingGoesIn() throws IOException {
        write("a.ris", RIS);
        write("b.ris", RIS.replace("Sleep", "Dreams"));
        add(exports);
        select("b.ris");
        field("search-date", "last week");
        select("a.ris");
        click("#import-all");

        assertThat(count()).isZero();
        assertThat(fixture.text("#import-files .list-cell:selected .file-name")).isEqualTo("b.ris");
        assertThat(fixture.texts()).contains("Write the date as 2026-01-31, 2026-01 or 2026, or leave it empty.");
        fixture.picture("import-wrong");
        field("search-date", "2026");
        click("#import-all");
        assertThat(count()).isEqualTo(4);
    }

    @Test
    void theSameExportIsAskedAboutAndOnlyWhatIsNewComesIn() throws IOException {
        write("first.ris", records(0, 20));
        add(exports.resolve("first.ris"));
        click("#import-all");
        click("#import-clear");
        Files.copy(exports.resolve("first.ris"), exports.resolve("copy.ris"));
        write("updated.ris", records(0, 23));
        add(exports.resolve("copy.ris"), exports.resolve("updated.ris"));
        select("updated.ris");
        field("source", "first");
        fixture.settle();
        WindowFixture.waitFor(() -> fixture.texts().stream().anyMatch(t -> t.startsWith("20 of the 23")));

        click("#import-all");
        assertThat(count()).isEqualTo(20);
        assertThat(files()).allMatch(f -> f.endsWith("Was here before: say what to do"));
        assertThat(fixture.texts())
                .anyMatch(t -> t.startsWith("first.ris, with the very same content, was imported on"))
                .contains("Say what is to happen with it.");
        fixture.picture("import-asks");
        fixture.fire("theme-dark");
        fixture.picture("import-asks-dark");
        fixture.fire("theme-light");
        choose("again-skip");
        select("updated.ris");
        choose("again-only-new");
        click("#import-all");

        assertThat(count()).isEqualTo(23);
        assertThat(files())
                .containsExactly(
                        "copy.ris. RIS · 20 records · copy. Stays out",
                        "updated.ris. RIS · 23 records · first. 3 records imported");
        assertThat(fixture.texts()).anyMatch(t -> t.contains("20 were known from this source already."));
    }

    @Test
    void oneAnswerHoldsForAllThatWereHereBefore() throws IOException {
        write("a.ris", records(0, 3));
        write("b.ris", records(3, 6));
        add(exports);
        click("#import-all");
        click("#import-clear");
        add(exports);
        choose("again-all");
        click("#again-all-files");
        click("#import-all");
        assertThat(count()).isEqualTo(12);
    }

    @Test
    void columnsAreShownChangedAndRememberedForTablesLikeIt() throws IOException {
        write("mine.csv", "Paper name,Who,When it was\nSleep and memory,Anna Meyer,2019\nNaps,Chidi Okafor,2020\n");
        add(exports);
        assertThat(files()).containsExactly("mine.csv. Say what its columns hold");
        fixture.picture("import-columns-unknown");
        column(1, TableField.TITLE);
        column(2, TableField.AUTHORS);
        column(3, TableField.YEAR);
        assertThat(files()).containsExactly("mine.csv. CSV · 2 records · mine. No problem");
        fixture.picture("import-columns");
        click("#import-all");
        assertThat(fixture.review().records().bib(new RecordId(1)).orElseThrow())
                .satisfies(r -> assertThat(r.title() + " " + r.year()).isEqualTo("Sleep and memory 2019"));

        click("#import-clear");
        write("later.csv", "Paper name,Who,When it was\nDreams,Anna Meyer,2021\n");
        add(exports.resolve("later.csv"));
        assertThat(files()).containsExactly("later.csv. CSV · one record · later. No problem");
    }

    @Test
    void garbledTextIsPutRightWhereThePersonSaysSo() throws IOException {
        write("garbled.ris", "TY  - JOUR\nTI  - MÃ©moire et sommeil chez les Ã©tudiants\nER  - \n");
        add(exports);
        assertThat(fixture.texts()).anyMatch(t -> t.contains("“Ã©” stands for “é”."));
        fixture.picture("import-garbled");
        fixture.robot().interact(() -> check("repair").fire());
        fixture.settle();
        click("#import-all");
        assertThat(fixture.review().records().bib(new RecordId(1)).orElseThrow().title())
                .isEqualTo("Mémoire et sommeil chez les étudiants");
    }

    @Test
    void decisionsInAnArchiveOfRayyansBecomeThoseOfWhomThePersonNames() throws IOException {
        add(rayyan());
        assertThat(files()).containsExactly("rayyan.zip/articles.ris. RIS · one record · articles. No problem");
        fixture.robot().interact(() -> check("take-decisions").fire());
        fixture.robot()
                .interact(
                        () -> ((ComboBox<?>) node("decisions-of-0")).getEditor().setText(""));
        click("#import-all");
        assertThat(fixture.texts()).contains("Name a reviewer, or choose Leave out.");
        fixture.robot()
                .interact(
                        () -> ((ComboBox<?>) node("decisions-of-0")).getEditor().setText("Ada"));
        fixture.picture("import-decisions");
        click("#import-all");

        assertThat(fixture.review().decisions().current(new RecordId(1), org.winnow.model.Stage.TITLE_ABSTRACT))
                .extracting(d -> d.reviewer().name() + " " + d.verdict()
                        + (d.reason() == null ? "" : " " + d.reason().label()))
                .containsExactlyInAnyOrder("Ada INCLUDE", "bob@example.org EXCLUDE wrong dose");
        fixture.fire("menu-undo");
        assertThat(count()).isZero();
    }

    @Test
    void problemsAreFilteredAndTheirTextIsOneClickAwayAlsoLater() throws IOException {
        write("good.ris", RIS);
        add(exports);
        tab("detail-problems");
        fixture.picture("import-problems");
        click("#import-all");
        click("#import-clear");
        click("#import-page-problems");
        assertThat(fixture.text("#import-page-problems")).isEqualTo("Problems (2)");
        assertThat(fixture.text("#problems-count")).isEqualTo("2 of 2");
        fixture.robot().interact(() -> severity().setValue(Severity.REJECTED));
        assertThat(fixture.text("#problems-count")).isEqualTo("1 of 2");
        fixture.robot().interact(() -> table().getSelectionModel().selectFirst());
        fixture.settle();
        assertThat(area("problem-source")).startsWith("TY  - JOUR");
        assertThat(fixture.text("#problem-reason")).startsWith("Line 10, record 2: ");
        fixture.picture("import-all-problems");
        click("#problems-copy");
        assertThat(copied()).startsWith("good.ris\tLeft out\t10\t2\tThere is nothing in it");
        fixture.robot().interact(() -> {
            severity().setValue(null);
            ((TextField) node("problems-words")).setText("ENDS BEFORE");
        });
        assertThat(fixture.text("#problems-count")).isEqualTo("1 of 2");
    }

    @Test
    void cancellingLeavesNothingOfTheFile() throws IOException {
        write("large.ris", records(0, 120_000));
        add(exports);
        fixture.robot()
                .interact(() ->
                        fixture.robot().lookup("#import-all").queryButton().fire());
        WindowFixture.waitFor(() -> fixture.shows("#import-cancel"));
        fixture.picture("import-running");
        fixture.robot()
                .interact(() ->
                        fixture.robot().lookup("#import-cancel").queryButton().fire());
        fixture.settle();

        assertThat(fixture.text("#import-outcome")).isEqualTo("Cancelled. No file is in; one waits here unchanged.");
        assertThat(count()).isZero();
        assertThat(fixture.review().imports().all())
                .extracting(ImportedFile::fileName)
                .isEmpty();
        assertThat(fixture.review().sources().all()).isEmpty();
        assertThat(files()).containsExactly("large.ris. RIS · 120,000 records · large. No problem");
    }

    @Test
    void whoCancelsTheLookingThroughIsToldThatTheFileCannotGoIn() throws IOException {
        write("large.ris", records(0, 200_000));
        fixture.robot().interact(() -> fixture.window().openReviewNow().shell().drop(List.of(exports)));
        WindowFixture.waitFor(() -> fixture.texts().contains("Looking through large.ris"));
        fixture.robot()
                .interact(() ->
                        fixture.robot().lookup("#cancel-job").queryButton().fire());
        fixture.settle();
        assertThat(files()).containsExactly("large.ris. RIS · large. Cannot be read");
        assertThat(fixture.text("#file-trouble")).startsWith("Looking through this file was cancelled");
    }

    @Test
    void filesDroppedOnAnyScreenAreTakenToTheImport() throws IOException {
        write("a.ris", RIS);
        fixture.go("flow");
        assertThat(fixture.shows("#import-files")).isFalse();
        fixture.robot()
                .interact(() -> fixture.window().openReviewNow().shell().drop(List.of(exports.resolve("a.ris"))));
        fixture.settle();
        fixture.settle();
        assertThat(files()).containsExactly("a.ris. RIS · 3 records · a. 2 problems");
        assertThat(fixture.shows("#import-files")).isTrue();
    }

    @Test
    void anUndoneImportWaitsAgain() throws IOException {
        write("a.ris", RIS);
        add(exports);
        click("#import-all");
        assertThat(files()).containsExactly("a.ris. RIS · 3 records · a. 2 records imported");
        fixture.fire("menu-undo");
        fixture.settle();
        assertThat(files()).containsExactly("a.ris. RIS · 3 records · a. 2 problems");
        click("#import-all");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aSourceIsCorrectedLater() throws IOException {
        write("good.ris", RIS);
        add(exports);
        click("#import-all");
        click("#import-page-sources");
        fixture.robot().interact(() -> fixture.robot()
                .lookup("#sources")
                .queryTableView()
                .getSelectionModel()
                .selectFirst());
        Platform.runLater(
                () -> fixture.robot().lookup("#correct-source").queryButton().fire());
        WindowFixture.waitFor(() -> fixture.shows("#source-name"));
        field("source-name", "Embase (Ovid)");
        fixture.robot().clickOn("#dialog-yes");
        fixture.settle();
        assertThat(fixture.review().sources().all()).extracting(Source::name).containsExactly("Embase (Ovid)");
    }
}
