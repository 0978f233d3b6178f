package org.winnow.fulltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Doi;
import org.winnow.work.Progress;

class ArticleReaderTest {
    private static final String[] FIRST = {
        "Sleep is a state that most animals",
        "share. It is not well under-",
        "stood why they need so much of it,",
        "and what a self-report of it means.",
        "We asked people who work at night",
        "and those who do not, over one year,",
        "how long they had slept at home."
    };
    private static final String[] SECOND = {
        "Night workers slept one hour less",
        "than the others on days of work, and",
        "one hour more on days without work.",
        "The self-",
        "report agreed with what the actigraph",
        "had measured in two of three nights,",
        "and was longer in the third of them."
    };

    @TempDir
    Path folder;

    private Path twoColumns() {
        PaperFixture paper = PaperFixture.paper();
        for (int page = 1; page <= 4; page++) {
            paper.line(60, 40, 8, false, "Journal of Sleep 12 (2021) 1-4")
                    .line(290, 810, 8, false, String.valueOf(page));
            if (page == 1) {
                paper.line(60, 90, 18, true, "Sleep of people who work at night:")
                        .line(60, 112, 18, true, "a cohort study in four hospitals")
                        .line(60, 140, 11, false, "Ada Byron, Ben Carter and Cleo van Dijk")
                        .line(60, 156, 8, false, "doi: 10.1234/sleep.2021.77")
                        .line(60, 190, 12, true, "Abstract")
                        .line(
                                60,
                                208,
                                10,
                                false,
                                "Background. We compared the sleep of night workers with that of day workers in four hospitals.")
                        .line(
                                60,
                                220,
                                10,
                                false,
                                "Results. Those who worked at night slept less on days of work, which they made up for later on.");
            }
            float top = page == 1 ? 260 : 90;
            String number = page + ". ";
            paper.line(
                    60,
                    top,
                    12,
                    true,
                    page == 4
                            ? "References"
                            : number
                                    + List.of("Introduction", "Methods", "Results")
                                            .get(page - 1));
            if (page == 4) {
                paper.left(top + 20, "[1] Doe J. A study of naps that many", "people took. J Sleep 2001;1:2-9.")
                        .left(
                                top + 44,
                                "[2] Roe R. On the length of nights. Sleep",
                                "Lett 2003;4:5-6. doi:10.9999/other.1")
                        .left(top + 68, "[3] Poe E. Dreams within dreams. 1849.");
            } else {
                paper.left(top + 20, FIRST).right(top + 20, SECOND);
            }
            if (page == 2) {
                paper.line(60, top + 160, 8, false, "Table 1. People who took part, by hospital and by age");
            }
            if (page < 4) {
                paper.nextPage();
            }
        }
        return paper.save(folder.resolve("anything.pdf"));
    }

    private static Article read(Path file) {
        return ArticleReader.USUAL.read(file, "", Progress.NONE);
    }

    @Test
    void everyPartOfASectionKnowsWhereItStands() {
        Article article = ArticleReader.USUAL.read(twoColumns(), "", Progress.NONE);

        assertThat(article.sections()).hasSizeGreaterThan(2);
        PlacesLaw.check(article);
    }

    @Test
    void titleAuthorsAndTheArticlesOwnDoiAreReadFromTheFirstPage() {
        Article article = read(twoColumns());

        assertThat(article.title()).isEqualTo("Sleep of people who work at night: a cohort study in four hospitals");
        assertThat(article.authors()).containsExactly("Ada Byron", "Ben Carter", "Cleo van Dijk");
        assertThat(article.doi()).isEqualTo(new Doi("10.1234/sleep.2021.77"));
        assertThat(article.abstractText()).startsWith("Background. We compared").endsWith("later on.");
        assertThat(article.pages()).isEqualTo(4);
        assertThat(article.scanned()).isFalse();
    }

    @Test
    void columnsAreReadOneAfterTheOtherAndDividedWordsAreMended() {
        Section methods = read(twoColumns()).sections().stream()
                .filter(s -> s.heading().equals("Methods"))
                .findFirst()
                .orElseThrow();

        assertThat(methods.number()).isEqualTo("2.");
        assertThat(methods.page()).isEqualTo(2);
        assertThat(methods.text())
                .startsWith("Sleep is a state that most animals share. It is not well understood why")
                .contains("slept at home. Night workers slept one hour less than the others")
                // The hyphen that the word has elsewhere stays.
                .contains("The self-report agreed with");
    }

    @Test
    void sectionsCaptionsAndReferencesStandApartAndRunningHeadsAreGone() {
        Article article = read(twoColumns());

        assertThat(article.sections().stream().map(Section::heading))
                .containsSubsequence("Abstract", "Introduction", "Methods", "Results");
        assertThat(article.captions())
                .containsExactly(new Caption("Table 1", "People who took part, by hospital and by age", 2));
        assertThat(article.references())
                .hasSize(3)
                .first()
                .isEqualTo("[1] Doe J. A study of naps that many people took. J Sleep 2001;1:2-9.");
        assertThat(article.sections().toString()).doesNotContain("Journal of Sleep 12");
    }

    @Test
    void whatAWordProcessorCalledTheTitleIsNotBelieved() {
        Path file = PaperFixture.paper()
                .titled("Microsoft Word - final_v7.docx")
                .line(60, 90, 18, true, "Naps in the afternoon and what they do")
                .left(140, FIRST)
                .save(folder.resolve("x.pdf"));

        assertThat(read(file).title()).isEqualTo("Naps in the afternoon and what they do");
    }

    @Test
    void aPdfWithAPasswordAsksForItAndOpensWithIt() throws IOException {
        Path file = PaperFixture.paper()
                .line(60, 90, 18, true, "A secret that everybody knows")
                .saveWithPassword(folder.resolve("locked.pdf"), "sesame");

        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        UnreadablePdf.class, e -> assertThat(e.passwordNeeded()).isTrue())
                .hasMessageContaining("locked.pdf")
                .hasMessageContaining("password");
        assertThat(ArticleReader.USUAL.read(file, "sesame", Progress.NONE).title())
                .isEqualTo("A secret that everybody knows");
    }

    @Test
    void whatIsNoPdfIsNamedWithItsRemedy() throws IOException {
        Path text = Files.writeString(folder.resolve("page.pdf"), "<html>Log in</html>");
        Path empty = Files.createFile(folder.resolve("empty.pdf"));

        byte[] whole = Files.readAllBytes(twoColumns());
        Path cut = Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(whole, 900));

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadablePdf.class)
                .hasMessage(
                        text + " is a web page and no PDF: the site may have asked to log in. Download the PDF again.");
        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(UnreadablePdf.class)
                .hasMessage(cut + " ends in the middle: the download broke off. Download it again.");
        assertThatThrownBy(() -> read(empty)).isInstanceOf(UnreadablePdf.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> read(folder)).isInstanceOf(UnreadablePdf.class).hasMessageContaining("folder");
        assertThatThrownBy(() -> read(folder.resolve("gone.pdf")))
                .isInstanceOf(UnreadablePdf.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void readingEndsWhenItsTimeIsUp() {
        Path file = twoColumns();

        assertThatThrownBy(() -> new ArticleReader(10, Duration.ZERO).read(file, "", Progress.NONE))
                .isInstanceOf(UnreadablePdf.class)
                .hasMessageContaining("takes longer");
    }

    @Test
    void aLongDocumentIsReadUpToItsBound() {
        PaperFixture paper = PaperFixture.paper();
        IntStream.rangeClosed(1, 30).forEach(i -> paper.left(100, "This is page " + i + " of a long book")
                .nextPage());
        Path file = paper.save(folder.resolve("book.pdf"));

        Article article = new ArticleReader(5, Duration.ofMinutes(1)).read(file, "", Progress.NONE);

        assertThat(article.pages()).isEqualTo(31);
        assertThat(article.text()).hasSize(5);
    }

    /** As Elsevier sets its first pages: the history of the article beside the abstract, and two columns below. */
    private Path box() {
        String[] history = {"Article history:", "Received 27 May 2014", "Accepted 19 August 2014", "Available online"};
        PaperFixture paper = PaperFixture.paper()
                .line(60, 60, 16, false, "Pain that nobody measures in rats and mice")
                .line(60, 90, 11, false, "Ada Byron, Ben Carter, Cleo van Dijk and Ernst")
                .line(60, 104, 11, false, "Fuchs, Gina Hall")
                .line(60, 140, 9, false, "a r t i c l e i n f o")
                .line(150, 140, 9, false, "a b s t r a c t");
        for (int i = 0; i < 8; i++) {
            paper.line(150, 160 + 11 * i, 8, false, ABSTRACT[i % 2]);
        }
        for (int i = 0; i < history.length; i++) {
            paper.line(60, 161 + 13 * i, 7, false, history[i]);
        }
        return paper.line(60, 270, 10, true, "1. Introduction")
                .left(290, FIRST)
                .italic(60, 386, "1.1. Setting of the study and")
                .italic(60, 398, "people who took part in it")
                .left(410, SECOND)
                .right(270, FIRST)
                .italic(320, 366, "Ethics")
                .right(378, SECOND)
                .save(folder.resolve("box.pdf"));
    }

    private static final String[] ABSTRACT = {
        "Nociceptors of rats answer to what nobody has measured before, and we asked them once more about it.",
        "We found that most of them say nothing at all, while the others are of many minds about their pain."
    };

    @Test
    void anAbstractBesideTheHistoryOfItsArticleIsReadByItselfAndTheColumnsBelowByThemselves() {
        Article article = read(box());

        assertThat(article.authors())
                .containsExactly("Ada Byron", "Ben Carter", "Cleo van Dijk", "Ernst Fuchs", "Gina Hall");
        assertThat(article.abstractText())
                .isEqualTo(String.join(" ", ABSTRACT).concat(" ").repeat(4).strip());
        assertThat(article.sections().stream().map(s -> s.number() + s.heading()))
                .containsSequence(
                        "article info",
                        "abstract",
                        "1.Introduction",
                        "1.1.Setting of the study and people who took part in it",
                        "Ethics");
        assertThat(article.sections().get(4).text())
                .startsWith("Night workers slept")
                .contains("The self-report");
    }

    @Test
    void theNameOfAJournalIsNoTitleAndADoiAtTheEndIsFound() {
        Path file = PaperFixture.paper()
                .line(60, 60, 24, true, "Critical Care")
                .line(60, 100, 16, true, "Adrenal hormones of people who are very ill")
                .line(60, 130, 11, false, "Ada Byron, Ben Carter")
                .line(60, 146, 8, false, "© 2014 Byron and Carter; licensee BioMed Central, 10.50 Euro")
                .left(180, FIRST)
                .nextPage()
                .nextPage()
                .left(100, "doi:10.1186/s13054-014-0721-8", "Cite this article as: Byron, Carter: Adrenal hormones.")
                .save(folder.resolve("bmc.pdf"));

        Article article = read(file);

        assertThat(article.title()).isEqualTo("Adrenal hormones of people who are very ill");
        assertThat(article.doi()).isEqualTo(new Doi("10.1186/s13054-014-0721-8"));
        assertThat(article.year()).isEqualTo(2014);
    }

    @Test
    void aMastheadNotesBesideTheTitleAndMarksBetweenNamesAreTold() {
        Path file = PaperFixture.paper()
                .line(150, 50, 22, true, "Journal of Night Work and Sleep")
                .line(60, 110, 8, false, "Received: 7 May 2020")
                .line(160, 112, 18, true, "Caffeine for nurses who work at night")
                .line(60, 126, 8, false, "Accepted: 9 June 2020")
                .line(160, 134, 18, true, "in small hospitals of the north")
                .line(160, 160, 11, false, "Ada Byron | Ben Carter |")
                .line(160, 174, 11, false, "Cleo van Dijk and Gina Hall")
                .line(160, 190, 8, false, "DOI: 10.1234/jnws.20 https://doi.org/10.1234/jnws.2020.7")
                .line(700, 60, 10, false, "Running head: never seen beside the page")
                .line(160, 220, 9, true, ABSTRACT[0])
                .line(160, 230, 9, true, ABSTRACT[1])
                .line(160, 240, 9, true, ABSTRACT[0])
                .left(270, FIRST)
                .line(60, 400, 10, true, "1 | M E T H O D S")
                .line(60, 416, 10, true, "Setting.")
                .line(100, 416, 10, false, "We asked nurses of three wards, who")
                .left(428, "slept by day. They drank what they liked.")
                .save(folder.resolve("masthead.pdf"));

        Article article = read(file);

        assertThat(article.title()).isEqualTo("Caffeine for nurses who work at night in small hospitals of the north");
        assertThat(article.authors()).containsExactly("Ada Byron", "Ben Carter", "Cleo van Dijk", "Gina Hall");
        assertThat(article.doi()).isEqualTo(new Doi("10.1234/jnws.2020.7"));
        assertThat(article.abstractText()).isEqualTo(String.join(" ", ABSTRACT[0], ABSTRACT[1], ABSTRACT[0]));
        assertThat(article.text().getFirst().text()).doesNotContain("never seen");
        assertThat(article.sections().stream().map(s -> s.number() + s.heading()))
                .containsExactly("", "1METHODS", "Setting");
        assertThat(article.sections().getLast().text()).startsWith("We asked nurses of three wards, who slept by day.");
    }

    @Test
    void bothColumnsOfTheTextAreReadBeforeTheReferencesInSmallPrintBelowThem() {
        PaperFixture paper =
                PaperFixture.paper().line(60, 60, 18, true, "A trial of coffee for people who work at night");
        paper.left(100, FIRST)
                .right(100, FIRST)
                .line(320, 190, 12, true, "Conclusion")
                .right(204, FIRST);
        paper.line(60, 300, 12, true, "REFERENCES");
        for (int i = 0; i < 8; i++) {
            paper.line(i < 4 ? 60 : 318, 320 + 10 * (i % 4), 7.5f, false, (i + 1) + ".");
            paper.line(
                    i < 4 ? 72 : 330,
                    320 + 10 * (i % 4),
                    7.5f,
                    false,
                    "Doe J. Sleep of nurses, part " + (i + 1) + ". J Sleep. 2001.");
        }
        Article article = read(paper.save(folder.resolve("small.pdf")));

        assertThat(article.sections().getLast().heading()).isEqualTo("Conclusion");
        assertThat(article.sections().getLast().text()).doesNotContain("Doe");
        assertThat(article.references()).hasSize(8).allMatch(entry -> entry.matches("\\d\\. Doe J\\..*2001\\."));
    }

    @Test
    void linesThatAreBegunAndShownInOneStepAreRead() throws IOException {
        Path file = RawPdf.page("/Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1"
                        + " /BaseFont /Helvetica >> >> >>")
                .stream("", "BT /F 12 Tf 14 TL 50 700 Td (The first line) Tj (and the next) ' ET")
                .save(folder.resolve("lines.pdf"));

        assertThat(ArticleReader.USUAL
                        .read(file, "", Progress.NONE)
                        .text()
                        .getFirst()
                        .text())
                .isEqualTo("The first line\nand the next");
    }
}
