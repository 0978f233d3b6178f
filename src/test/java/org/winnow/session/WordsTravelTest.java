package org.winnow.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.fulltext.PdfFolder;
import org.winnow.model.RecordId;
import org.winnow.model.SourceKind;
import org.winnow.store.Attachments;
import org.winnow.store.Attachments.NewDocument;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** Words that were recognised on a scan go where the scan goes. */
class WordsTravelTest {
    @TempDir
    Path folder;

    private static FullTexts fullTexts(Review review) {
        PdfFolder pdfs = new PdfFolder(review.file());
        return new FullTexts(pdfs::path, hash -> PdfFolder.words(pdfs.path(hash)), pdfs::keep);
    }

    private String attachScan(Review review) throws IOException {
        PdfFolder pdfs = new PdfFolder(review.file());
        String hash = pdfs.keep(Files.writeString(folder.resolve("scan.pdf"), "a scan"));
        Files.writeString(PdfFolder.words(pdfs.path(hash)), "its words");
        review.write(Attachments.attach(
                new RecordId(1), "scan.pdf", "by hand", new NewDocument(hash, 6, true, List.of("its words")), null));
        return hash;
    }

    private Path pack(Review review, boolean withFullTexts) {
        Path out = folder.resolve(withFullTexts + ".winnow-session");
        new Packing(review, fullTexts(review), TestReview.CLOCK)
                .pack(
                        new Packing.Request(
                                review.reviewers().named("Ada").orElseThrow(),
                                null,
                                "",
                                false,
                                withFullTexts,
                                false,
                                null,
                                null),
                        out,
                        null,
                        Progress.NONE);
        return out;
    }

    /** What lies beside the review that a session was opened as: the words, or null. */
    private String opened(Path session, String hash) throws IOException {
        Path there = Files.createTempDirectory(folder, "there").resolve("mine.winnow");
        try (Pack pack = Pack.open(session, null, Progress.NONE);
                Review review = Merging.open(pack, there, TestReview.CLOCK)) {
            new Merging(review, review, fullTexts(review), TestReview.CLOCK).keepFullTexts(pack);
            Path words = fullTexts(review).words(hash);
            return Files.exists(words) ? Files.readString(words) : null;
        }
    }

    @Test
    void theyTravelWithTheFullTextAndNotWithoutIt() throws IOException {
        try (Review review = TestReview.create(folder, "Ada")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "Coffee before sleep");
            String hash = attachScan(review);

            assertThat(opened(pack(review, true), hash)).isEqualTo("its words");
            assertThat(opened(pack(review, false), hash)).isNull();
        }
    }
}
