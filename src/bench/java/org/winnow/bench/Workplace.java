package org.winnow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.winnow.exchange.ImportRequest;
import org.winnow.exchange.Importing;
import org.winnow.store.NewReview;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/** The folder in which benchmarks find the program, keep their material and write their report. */
public final class Workplace {
    /** How many records the large review has. */
    public static final int MANY = 100_000;

    private final Path target;

    /** @param target the build's own folder */
    public Workplace(Path target) {
        this.target = target.toAbsolutePath();
    }

    public Report report() {
        return new Report(target.resolve("bench.json").toFile());
    }

    /** The build's own folder. */
    public Path target() {
        return target;
    }

    /** A folder for the material, there when this returns. */
    public Path folder() throws IOException {
        return Files.createDirectories(target.resolve("bench"));
    }

    /** A RIS file of so many generated records, made once. */
    Path ris(int records) throws IOException {
        Path file = folder().resolve("records-" + records + ".ris");
        if (!Files.exists(file)) {
            new Corpus().write(file, records);
        }
        return file;
    }

    /** A review of the {@link #MANY} generated records, made once. */
    public Path largeReview() throws IOException {
        Path file = folder().resolve("large.winnow");
        if (!Files.exists(file)) {
            try (Review review = create(file)) {
                new Importing(review).run(ImportRequest.of(ris(MANY)), Progress.NONE);
            }
        }
        return file;
    }

    /** The large review under another name, free to be changed. */
    public Path copyOfLargeReview(String name) throws IOException {
        Path copy = folder().resolve(name);
        remove(copy);
        return Files.copy(largeReview(), copy);
    }

    /** Words to search the large review for, from frequent to rare. */
    public List<String> searchWords() {
        return new Corpus().searchWords(50);
    }

    Review create(Path file) throws IOException {
        remove(file);
        return Review.create(file, new NewReview("A large review", List.of("Ada"), 1), Clock.systemUTC());
    }

    /** Removes a review with its log: a log beside another file would be taken for that file's. */
    private static void remove(Path review) throws IOException {
        for (String end : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(review.resolveSibling(review.getFileName() + end));
        }
    }
}
