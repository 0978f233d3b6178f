package org.winnow.fulltext.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.fulltext.ArticleReader;
import org.winnow.fulltext.EvilPdfs;
import org.winnow.fulltext.UnreadablePdf;
import org.winnow.work.Progress;

/** Small files that ask for gigabytes or for hours: what they have before is read and drawn, the rest is told, and nothing goes on. */
@Timeout(60)
class EvilPdfsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runs-in-flate-form | Hello | The rest of the page is left out: unpacked it has more than 64 MB.",
                "picture-of-a-picture | Hello | A picture that unpacks to more than its dots is left out.",
                "picture-of-jpeg | Hello | A picture that unpacks to more than its dots is left out.",
                "widths | Hello | ''",
                "characters | Hello | ''",
                "inline | Hello | A picture of 100000 by 100000 dots is left out.",
                "tiles | Hello | ''",
                "samples | Hello | The rest of the page is left out"
            })
    void whatComesBeforeIsReadAndTheRestIsTold(String name, String words, String remark) throws IOException {
        Path file = EvilPdfs.all().get(name).get().save(folder.resolve(name + ".pdf"));

        assertThat(ArticleReader.FIRST_PAGES
                        .read(file, "", Progress.NONE)
                        .text()
                        .getFirst()
                        .text())
                .startsWith(words);
        try (OpenPdf open = OpenPdf.open(file, "")) {
            View view = new View(1, 0.25f, 0);
            assertThat(open.draw(view, view.whole(open.sizes(1, 1).getFirst()), Progress.NONE)
                            .remark())
                    .startsWith(remark);
        }
    }

    @Test
    void aTreeOfPagesThatIsItsOwnChildIsAMessage() throws IOException {
        Path file = EvilPdfs.all().get("count").get().save(folder.resolve("count.pdf"));

        assertThatThrownBy(() -> ArticleReader.FIRST_PAGES.read(file, "", Progress.NONE))
                .isInstanceOf(UnreadablePdf.class)
                .hasMessageContaining("cannot be read as a PDF");
    }
}
