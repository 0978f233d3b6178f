package org.winnow.ui.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.fulltext.PaperFixture;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.ui.fulltext.Errands.Errand;
import org.winnow.work.Progress;

class FindModelTest {
    @TempDir
    Path folder;

    private final FindModel find = new FindModel(() -> {});

    private void look() throws Exception {
        for (Errand<?> errand = find.errand(); errand != null; errand = find.errand()) {
            look(errand);
        }
    }

    private static <T> void look(Errand<T> errand) throws Exception {
        errand.then().accept(errand.work().run(Progress.NONE));
    }

    @Test
    void wordsThatAreLeftFromTheFileBeforeAreMarkedInTheNextButMoveNothingUntilOneGoesOn() throws Exception {
        Path file = PaperFixture.paper()
                .line(60, 90, 12, false, "Sleep is good for the sleep of others")
                .save(folder.resolve("sleep.pdf"));
        try (OpenPdf first = OpenPdf.open(file, "");
                OpenPdf second = OpenPdf.open(file, "")) {
            find.open(first);
            find.wordsProperty().set("sleep");
            look();
            assertThat(find.number()).isEqualTo(1);

            find.open(second);
            look();
            assertThat(find.hits()).hasSize(2);
            assertThat(find.number()).isZero();
            find.next();
            assertThat(find.number()).isEqualTo(1);
            find.previous();
            assertThat(find.number()).isEqualTo(2);
        }
    }
}
