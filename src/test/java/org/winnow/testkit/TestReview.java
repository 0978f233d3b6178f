package org.winnow.testkit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.winnow.model.BibRecord;
import org.winnow.model.RecordId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.store.Advices;
import org.winnow.store.Imports;
import org.winnow.store.Imports.ImportedFile;
import org.winnow.store.ModelCalls;
import org.winnow.store.NewReview;
import org.winnow.store.NewSource;
import org.winnow.store.Review;

/** Makes review files for tests. */
public final class TestReview {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private TestReview() {}

    public static Review create(Path folder, String... reviewers) {
        return Review.create(
                folder.resolve("test.winnow"),
                new NewReview("A test review", List.of(reviewers), Math.max(1, reviewers.length)),
                CLOCK);
    }

    /** Imports one record a title from a source of that name and kind. */
    public static ImportedFile importTitles(Review review, String source, SourceKind kind, String... titles) {
        return importRecords(
                review,
                source,
                kind,
                Arrays.stream(titles).map(TestReview::titled).toList());
    }

    public static ImportedFile importRecords(Review review, String source, SourceKind kind, List<BibRecord> records) {
        return review.write(Imports.importFile(
                new Imports.NewImport(NewSource.of(source, kind), source + ".ris", "hash of " + source), intake -> {
                    long line = 1;
                    for (BibRecord record : records) {
                        intake.record(record, line++);
                    }
                    return new Imports.Read("ris", "UTF-8", records.size(), 0);
                }));
    }

    public static BibRecord titled(String title) {
        return BibRecord.builder().title(title).raw("TI  - " + title + "\n").build();
    }

    /** A language model is asked of a record and says of every reason that it applies; gives the question's UUID. */
    public static String ask(Review review, RecordId record) {
        return ask(review, record, "Ada", "small", CLOCK.instant());
    }

    /** @param person whose leave it is asked by */
    public static String ask(Review review, RecordId record, String person, String model, Instant at) {
        String call = review.write(ModelCalls.keep(new ModelCalls.Call(
                null,
                "suggest",
                record,
                Stage.TITLE_ABSTRACT,
                person,
                "Winnow",
                "http://localhost",
                model,
                "",
                "[]",
                "{}",
                "hash",
                "{}",
                "",
                10,
                2,
                0.25,
                7,
                at)));
        List<Advices.Advice> said = review.criteria().all().stream()
                .map(c -> new Advices.Advice(c, "yes", "words", true, 0.5))
                .toList();
        review.write(Advices.keep(call, record, Stage.TITLE_ABSTRACT, said));
        return call;
    }
}
