package org.winnow.sample;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.winnow.dedup.DuplicateSearch;
import org.winnow.dedup.Result;
import org.winnow.exchange.ImportReport;
import org.winnow.exchange.ImportRequest;
import org.winnow.exchange.Importing;
import org.winnow.formats.ReadOptions;
import org.winnow.model.Reviewer;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.screening.Batch;
import org.winnow.screening.DecisionsFile;
import org.winnow.store.Criteria;
import org.winnow.store.Keywords;
import org.winnow.store.Keywords.Keyword;
import org.winnow.store.Keywords.Leaning;
import org.winnow.store.NewReview;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/** Builds the sample review: imports its exports, removes duplicates and replays its decisions. */
public final class Sample {
    /** The sample's {@code review.json}. */
    record Description(
            String title,
            List<String> reasons,
            KeywordLists keywords,
            List<String> reviewers,
            int screenersPerRecord,
            List<SearchedSource> sources) {}

    record KeywordLists(List<String> include, List<String> exclude) {}

    record SearchedSource(
            String file,
            String name,
            String kind,
            String searchDate,
            String query,
            @Nullable Integer hits) {}

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path folder;
    private final Clock clock;
    private final Consumer<String> tell;
    private final Description description;

    /**
     * @param folder where the exports and the review go; made if need be
     * @param tell hears of each step, a sentence each
     */
    public Sample(Path folder, Clock clock, Consumer<String> tell) {
        this.folder = folder;
        this.clock = clock;
        this.tell = tell;
        try (InputStream in = open("review.json")) {
            this.description = JSON.readValue(in, Description.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the review lies, or will lie. */
    public Path file() {
        return folder.resolve("sample.winnow");
    }

    /** Builds the review anew, in place of an earlier sample in the same folder. */
    public Path build() {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UserException(
                    "Cannot write to " + folder + ": " + e.getMessage() + ". Choose another folder.", e);
        }
        NewReview spec = new NewReview(description.title(), description.reviewers(), description.screenersPerRecord());
        try (Review review = Review.create(file(), spec, clock)) {
            rules(review);
            imports(review);
            Result duplicates = new DuplicateSearch(review).run(Progress.NONE);
            tell.accept("Merged " + review.duplicates().count() + " duplicates, "
                    + duplicates.toReview().size() + " doubtful pairs left to look at.");
            decisions(review, Stage.TITLE_ABSTRACT);
            decisions(review, Stage.FULL_TEXT);
        }
        return file();
    }

    private void rules(Review review) {
        description.reasons().forEach(reason -> review.write(Criteria.ensure(reason)));
        description.keywords().include().forEach(k -> review.write(Keywords.add(new Keyword(k, Leaning.INCLUDE))));
        description.keywords().exclude().forEach(k -> review.write(Keywords.add(new Keyword(k, Leaning.EXCLUDE))));
    }

    private void imports(Review review) {
        Importing importing = new Importing(review);
        for (SearchedSource source : description.sources()) {
            ImportReport report = importing.run(
                    new ImportRequest(
                            copied(source.file()),
                            source.name(),
                            SourceKind.of(source.kind()).orElse(SourceKind.OTHER),
                            source.searchDate(),
                            source.query(),
                            source.hits(),
                            ReadOptions.AUTO),
                    Progress.NONE);
            tell.accept("Imported " + report.imported() + " of " + report.read() + " records from " + source.name()
                    + " (" + source.file() + ").");
            report.problems().forEach(p -> tell.accept("  line " + p.line() + ": " + p.reason()));
        }
    }

    private Path copied(String name) {
        Path target = folder.resolve("exports").resolve(name);
        try (InputStream in = open(name)) {
            Files.createDirectories(target.getParent());
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            return target;
        } catch (IOException e) {
            throw new UserException("Cannot write " + target + ": " + e.getMessage() + ". Choose another folder.", e);
        }
    }

    private void decisions(Review review, Stage stage) {
        List<Reviewer> reviewers = review.reviewers().all();
        for (Reviewer reviewer : reviewers) {
            replay(review, stage, reviewer, reviewer.name().toLowerCase(Locale.ROOT), false);
        }
        replay(review, stage, reviewers.get(0), "resolutions", true);
    }

    private void replay(Review review, Stage stage, Reviewer reviewer, String who, boolean resolution) {
        String name = stage.key() + "-" + who + ".csv";
        try (InputStream in = open(name)) {
            Batch.Result result =
                    new Batch(review, stage, reviewer.id(), resolution).apply(DecisionsFile.read(in, name));
            tell.accept("Replayed " + result.applied() + " decisions of " + name + ".");
            result.rejected().forEach(r -> tell.accept("  line " + r.line() + ": " + r.reason()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = Sample.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("the program lacks its sample file " + name);
        }
        return in;
    }
}
