package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.RecordId;
import org.winnow.model.SourceKind;
import org.winnow.store.Imports.NewImport;
import org.winnow.store.ReviewException.Reason;
import org.winnow.testkit.TestReview;

@Timeout(60)
class ConcurrencyTest {
    @TempDir
    Path folder;

    @Test
    void readersSeeTheStateBeforeALongImportUntilItIsDone() throws Exception {
        try (Review review = TestReview.create(folder, "Ada");
                ExecutorService others = Executors.newCachedThreadPool()) {
            TestReview.importTitles(review, "Embase", SourceKind.DATABASE, "Before");
            CountDownLatch half = new CountDownLatch(1);
            CountDownLatch read = new CountDownLatch(1);
            Future<?> importing = others.submit(() -> review.write(Imports.importFile(
                    new NewImport(NewSource.of("PubMed", SourceKind.DATABASE), "p.ris", "h"), intake -> {
                        for (int i = 0; i < 3000; i++) {
                            intake.record(TestReview.titled("Title " + i), i);
                        }
                        half.countDown();
                        awaitQuietly(read);
                        return new Imports.Read("ris", "UTF-8", 3000, 0);
                    })));
            half.await();
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                counts.add(others.submit(() -> review.records().count(RecordQuery.everything())));
            }
            for (Future<Long> count : counts) {
                assertThat(count.get()).isEqualTo(1);
            }
            Path copy = folder.resolve("copy.winnow");
            assertThat(review.backupTo(copy)).isPositive();
            read.countDown();
            importing.get();

            assertThat(review.records().count(RecordQuery.everything())).isEqualTo(3001);
            try (Review backup = Review.open(copy, TestReview.CLOCK)) {
                assertThat(backup.records().count(RecordQuery.everything())).isEqualTo(1);
                assertThat(backup.check()).isEmpty();
            }
        }
    }

    @Test
    void aVisitorMayReadWhileManyThreadsVisit() throws Exception {
        try (Review review = TestReview.create(folder, "Ada");
                ExecutorService others = Executors.newFixedThreadPool(8)) {
            TestReview.importTitles(review, "Embase", SourceKind.DATABASE, "One", "Two", "Three");
            Callable<List<RecordId>> visit = () -> {
                List<RecordId> seen = new ArrayList<>();
                review.records().forEachBib(RecordQuery.everything(), (id, record) -> {
                    assertThat(review.records().raw(id)).isPresent();
                    seen.add(id);
                });
                return seen;
            };
            for (Future<List<RecordId>> seen : others.invokeAll(Collections.nCopies(40, visit))) {
                assertThat(seen.get()).hasSize(3);
            }
        }
    }

    @Test
    void closingWaitsForReadsUnderWayAndRefusesLaterOnes() throws Exception {
        Review review = TestReview.create(folder, "Ada");
        TestReview.importTitles(review, "Embase", SourceKind.DATABASE, "One");
        try (ExecutorService others = Executors.newFixedThreadPool(8)) {
            AtomicBoolean closed = new AtomicBoolean();
            CountDownLatch reading = new CountDownLatch(8);
            List<Future<Reason>> readers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                readers.add(others.submit(() -> {
                    while (true) {
                        boolean wasClosed = closed.get();
                        try {
                            assertThat(review.records().count(RecordQuery.everything()))
                                    .isEqualTo(1);
                            assertThat(wasClosed).isFalse();
                            reading.countDown();
                        } catch (ReviewException e) {
                            return e.reason();
                        }
                    }
                }));
            }
            reading.await();
            review.close();
            closed.set(true);
            for (Future<Reason> reader : readers) {
                assertThat(reader.get()).isEqualTo(Reason.CLOSED);
            }
        }
        try (Review again = Review.open(review.file(), TestReview.CLOCK)) {
            assertThat(again.records().count(RecordQuery.everything())).isEqualTo(1);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
