package org.winnow.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.winnow.model.UserException;
import org.winnow.store.Review;

/**
 * Other files of a review that lie beside it. Services that synchronise folders keep both versions when two people wrote
 * at the same time, under names of their own: {@code review (Ben's conflicted copy 2026-01-02).winnow} (Dropbox),
 * {@code review-LAPTOP.winnow} (OneDrive), {@code review (1).winnow} (Google Drive), {@code review 2.winnow} (iCloud),
 * {@code review.sync-conflict-20260102-030405-ABCDEFG.winnow} (Syncthing). All begin with the review's name, and the file
 * itself says whether it is the same review.
 */
public final class Copies {
    private static final String ENDING = ".winnow";

    private Copies() {}

    /** The files beside the review that are the same review, in the order of their names. */
    public static List<Path> beside(Review review) {
        Path file = review.file().toAbsolutePath();
        String stem = stem(file);
        UUID id = review.setup().info().uuid();
        List<Path> copies = new ArrayList<>();
        try (Stream<Path> files = Files.list(file.resolveSibling("."))) {
            files.map(Path::normalize)
                    .filter(p -> !p.equals(file.normalize()))
                    .filter(p -> p.getFileName().toString().endsWith(ENDING) && stem(p).startsWith(stem))
                    .filter(p -> isSameReview(p, id))
                    .sorted()
                    .forEach(copies::add);
        } catch (IOException unreadable) {
            return List.of();
        }
        return copies;
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /** What cannot be opened, because it is damaged, newer or no review at all, is no copy to be merged. */
    private static boolean isSameReview(Path file, UUID id) {
        try (Review copy = Review.openReadOnly(file)) {
            return copy.setup().info().uuid().equals(id);
        } catch (UserException other) {
            return false;
        }
    }
}
