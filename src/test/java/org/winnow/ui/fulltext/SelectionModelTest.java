package org.winnow.ui.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.fulltext.PaperFixture;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.TextLayer;
import org.winnow.ui.fulltext.SelectionModel.Step;
import org.winnow.work.Progress;

/** Selecting with keys, on a paper of our own of two pages. */
class SelectionModelTest {
    @TempDir
    Path folder;

    private OpenPdf pdf;
    private SelectionModel selection;

    @BeforeEach
    void openAPaper() {
        pdf = OpenPdf.open(
                PaperFixture.paper()
                        .line(60, 100, 10, false, "Patients were drawn by lot.")
                        .line(60, 112, 10, false, "None was lost.")
                        .nextPage()
                        .line(60, 100, 10, false, "All were asked.")
                        .save(folder.resolve("paper.pdf")),
                "");
        selection = new SelectionModel(page -> page >= 1 && page <= pdf.pages() ? pdf.text(page, Progress.NONE) : null);
    }

    @AfterEach
    void close() {
        pdf.close();
    }

    @Test
    void keysSelectByLettersWordsAndLinesAndBackAgain() {
        selection.move(Step.LETTER, true, 1);
        assertThat(selected()).isEqualTo("P");
        selection.move(Step.WORD, true, 1);
        selection.move(Step.WORD, true, 1);
        assertThat(selected()).isEqualTo("Patients were");
        selection.move(Step.WORD, false, 1);
        assertThat(selected()).isEqualTo("Patients ");
        selection.move(Step.LINE_END, true, 1);
        assertThat(selected()).isEqualTo("Patients were drawn by lot.");
        selection.move(Step.LINE_END, false, 1);
        assertThat(selection.stretchProperty().get()).isNull();
    }

    @Test
    void aSelectionGoesOnOverTheEndOfThePageAndStopsAtTheEndOfTheFile() {
        selection.begin(new Spot(1, 28));
        selection.move(Step.PAGE, true, 1);
        assertThat(selected()).isEqualTo("None was lost.");
        selection.move(Step.LETTER, true, 1);
        selection.move(Step.WORD, true, 1);
        Stretch over = selection.stretchProperty().get();
        assertThat(over).isEqualTo(new Stretch(new Spot(1, 28), new Spot(2, 3)));
        selection.move(Step.PAGE, true, 1);
        selection.move(Step.PAGE, true, 1);
        assertThat(selection.stretchProperty().get().to()).isEqualTo(new Spot(2, 15));
    }

    @Test
    void aDoubleClickTakesTheWordAndATripleOneTheLine() {
        selection.word(new Spot(1, 30));
        assertThat(selected()).isEqualTo("None");
        selection.line(new Spot(1, 30));
        assertThat(selected()).isEqualTo("None was lost.");
        selection.clear();
        assertThat(selection.stretchProperty().get()).isNull();
    }

    private String selected() {
        Stretch stretch = selection.stretchProperty().get();
        TextLayer layer = pdf.text(1, Progress.NONE);
        return layer.text().substring(stretch.start(1), stretch.end(1, layer.text()));
    }
}
