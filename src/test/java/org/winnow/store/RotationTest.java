package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.SourceKind;
import org.winnow.testkit.TestReview;

class RotationTest {
    @TempDir
    Path folder;

    private Rotation onDay(Path review, int day) {
        return new Rotation(review, Clock.offset(TestReview.CLOCK, Duration.ofDays(day)));
    }

    @Test
    void oneADayIsMadeAndTheNewestTenAreKept() {
        try (Review review = TestReview.create(folder, "Ada")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One");
            for (int day = 0; day < 13; day++) {
                assertThat(onDay(review.file(), day).keep(review)).isPresent();
                assertThat(onDay(review.file(), day).keep(review)).isEmpty();
            }

            Rotation rotation = onDay(review.file(), 13);
            assertThat(rotation.all()).hasSize(10);
            assertThat(rotation.all().get(0).at()).isAfter(rotation.all().get(9).at());
            assertThat(rotation.all().get(0).file().toString()).contains("-20260114-");
        }
    }

    @Test
    void aBackupTakesThePlaceOfTheReviewWhichStaysBesideIt() throws Exception {
        Path file;
        Rotation rotation;
        try (Review review = TestReview.create(folder, "Ada")) {
            file = review.file();
            rotation = onDay(file, 0);
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One");
            rotation.keep(review);
            review.write(Setup.rename("Spoilt"));
            Path backup = rotation.all().get(0).file();
            assertThatThrownBy(() -> rotation.restore(backup)).isInstanceOf(ReviewException.class);
        }

        Path aside = rotation.restore(rotation.all().get(0).file()).orElseThrow();

        assertThat(title(file)).isEqualTo("A test review");
        assertThat(title(aside)).isEqualTo("Spoilt");
        Files.delete(file);
        assertThat(rotation.restore(rotation.all().get(0).file())).isEmpty();
        assertThat(title(file)).isEqualTo("A test review");
    }

    @Test
    void whatIsNoReviewIsNotPutInItsPlace() throws Exception {
        Path file;
        try (Review review = TestReview.create(folder, "Ada")) {
            file = review.file();
        }
        Path prose = Files.writeString(folder.resolve("prose.winnow"), "Dear all");

        assertThatThrownBy(() -> onDay(file, 0).restore(prose)).hasMessageContaining("is not a Winnow review");
        assertThat(title(file)).isEqualTo("A test review");
    }

    private static String title(Path file) {
        try (Review review = Review.openReadOnly(file)) {
            assertThat(review.check()).isEmpty();
            return review.setup().info().title();
        }
    }
}
