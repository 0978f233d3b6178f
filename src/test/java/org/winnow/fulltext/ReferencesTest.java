package org.winnow.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.work.Progress;

/** A list of references ends where another thing begins, whether a heading says so or not. */
class ReferencesTest {
    @TempDir
    Path folder;

    private final PaperFixture paper = PaperFixture.paper()
            .line(60, 60, 18, true, "A trial of coffee for people who work at night")
            .line(60, 100, 10, false, "We asked the nurses of three wards, who all slept by day, to take part in it.")
            .line(60, 130, 12, true, "References");

    private int y = 136;

    /** Entries of two lines, the second of them indented. */
    private void entries(boolean numbered, int count) {
        for (int i = 1; i <= count; i++) {
            String name = (char) ('A' + i) + "doe J, Roe R (200" + i + ") Sleep of nurses who work at night,";
            line(60, numbered ? i + ". " + name : name);
            line(72, "part " + i + ". J Sleep 12:1-9");
        }
    }

    private void line(float x, String text) {
        y += 12;
        paper.line(x, y, 9, false, text);
    }

    private List<String> references() {
        return new ArticleReader(20, Duration.ofSeconds(30))
                .read(paper.save(folder.resolve("paper.pdf")), "", Progress.NONE)
                .references();
    }

    @Test
    void addressesThatAreNumberedBehindThePublishersNoteAreNoReferences() {
        entries(false, 7);
        line(60, "Publisher's Note The publisher remains neutral with regard to claims in maps.");
        for (int i = 1; i <= 6; i++) {
            line(60, i + " University of a town with a long name, Country");
        }

        assertThat(references()).hasSize(7).last().asString().endsWith("J Sleep 12:1-9");
    }

    @Test
    void numberedAddressesRightBehindAListWithoutNumbersAreNotItsNumbers() {
        entries(false, 7);
        for (int i = 1; i <= 6; i++) {
            line(60, i + " University of a town with a long name, Country");
        }

        assertThat(references())
                .hasSizeGreaterThanOrEqualTo(7)
                .first()
                .asString()
                .startsWith("Bdoe J");
    }

    @Test
    void theLivesOfTheAuthorsBehindTheLastEntryAreNotPartOfIt() {
        entries(true, 6);
        y += 30;
        line(60, "Jane Doe is a professor of nursing, who has published more than seventy papers.");
        line(60, "She received a degree in medicine from the University of a town.");

        assertThat(references()).hasSize(6).last().asString().endsWith("J Sleep 12:1-9");
    }

    @Test
    void anAppendixEndsAListWithoutNumbers() {
        entries(false, 6);
        paper.line(60, y + 30, 14, true, "A. Partitioned and other trials");
        y += 40;
        for (int i = 0; i < 10; i++) {
            line(i % 2 == 0 ? 60 : 72, "What we show here is how the simple trial can be made.");
        }

        assertThat(references()).hasSize(6);
    }
}
