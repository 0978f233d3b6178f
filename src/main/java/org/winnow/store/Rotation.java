package org.winnow.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.winnow.store.ReviewException.Reason;

/** Backups that nobody has to think of: in a folder beside the review, one a day at most, the newest ten are kept. */
public final class Rotation {
    /** A backup of a review, and when it was made by the clock of this computer. */
    public record Kept(Path file, LocalDateTime at) {}

    private static final int KEPT = 10;
    private static final Duration A_DAY = Duration.ofHours(20);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path review;
    private final Clock clock;

    public Rotation(Path review, Clock clock) {
        this.review = review.toAbsolutePath();
        this.clock = clock;
    }

    /** The folder of the backups, {@code NAME.backups}, whether it is there or not. */
    public Path folder() {
        return review.resolveSibling(stem() + ".backups");
    }

    private String stem() {
        String name = String.valueOf(review.getFileName());
        return name.endsWith(".winnow") ? name.substring(0, name.length() - ".winnow".length()) : name;
    }

    /** The backups that there are, the newest first. */
    public List<Kept> all() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.flatMap(file -> kept(file).stream())
                    .sorted(Comparator.comparing(Kept::at).reversed())
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private Optional<Kept> kept(Path file) {
        String name = String.valueOf(file.getFileName());
        String start = stem() + "-";
        if (!name.startsWith(start) || !name.endsWith(".winnow")) {
            return Optional.empty();
        }
        try {
            String time = name.substring(start.length(), name.length() - ".winnow".length());
            return Optional.of(new Kept(file, LocalDateTime.parse(time, TIME)));
        } catch (DateTimeException noBackup) {
            return Optional.empty();
        }
    }

    /** Makes a backup unless there is one of today already; the oldest of more than ten goes. */
    public Optional<Path> keep(Review open) {
        LocalDateTime now = now();
        List<Kept> before = all();
        if (!before.isEmpty() && Duration.between(before.get(0).at(), now).abs().compareTo(A_DAY) < 0) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(folder());
            Path target = folder().resolve(stem() + "-" + TIME.format(now) + ".winnow");
            open.backupTo(target);
            for (Kept old : before.stream().skip(KEPT - 1).toList()) {
                Files.deleteIfExists(old.file());
            }
            return Optional.of(target);
        } catch (IOException e) {
            throw new ReviewException(
                    Reason.NOT_WRITABLE,
                    "Cannot keep a backup in " + folder() + ": " + e.getMessage()
                            + ". Free some room there, or make a backup elsewhere with File › Back up.",
                    e);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    /**
     * Puts a backup in the place of the review, which nobody may have open. What was there stays beside it.
     *
     * @return where the review went that was there before; empty where there was none
     */
    public Optional<Path> restore(Path backup) {
        FileHeader.read(backup);
        FileLock lock = FileLock.take(review);
        try {
            Path part = review.resolveSibling(review.getFileName() + ".part");
            Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
            Optional<Path> aside = Optional.empty();
            if (Files.exists(review)) {
                Path old =
                        review.resolveSibling(review.getFileName() + ".before-restore-" + TIME.format(now()) + ".bak");
                // The log goes along: what it holds is part of the file that it belongs to, and of no other.
                for (String suffix : List.of("-wal", "-shm", "")) {
                    Path from = review.resolveSibling(review.getFileName() + suffix);
                    if (Files.exists(from)) {
                        Files.move(from, old.resolveSibling(old.getFileName() + suffix));
                    }
                }
                aside = Optional.of(old);
            }
            Files.move(part, review);
            return aside;
        } catch (IOException e) {
            throw new ReviewException(
                    Reason.NOT_WRITABLE,
                    "Cannot put the backup " + backup + " in the place of " + review + ": " + e.getMessage()
                            + ". Nothing is lost; copy the backup by hand.",
                    e);
        } finally {
            lock.close();
        }
    }
}
