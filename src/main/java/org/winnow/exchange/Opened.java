package org.winnow.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.UnreadableFile;
import org.winnow.formats.archive.Archive;
import org.winnow.formats.archive.Limits;
import org.winnow.formats.decision.RayyanLog;
import org.winnow.work.Progress;

/**
 * A file as a person names it: itself, or each of the files inside where it is a zip or gzip archive. What had to be
 * unpacked for that is deleted on {@link #close}; until then the parts can be read as often as needed.
 */
public final class Opened implements AutoCloseable {
    /**
     * One file to read.
     *
     * @param file where its bytes are
     * @param name what people call it: the path they gave, or {@code archive.zip/inner.ris}
     */
    public record Part(Path file, String name) {}

    private final List<Part> parts;
    private final RayyanLog log;
    private final @Nullable Path unpacked;

    private Opened(List<Part> parts, RayyanLog log, @Nullable Path unpacked) {
        this.parts = List.copyOf(parts);
        this.log = log;
        this.unpacked = unpacked;
    }

    /**
     * Opens a file, unpacking it where it is an archive.
     *
     * @throws UnreadableFile when there is no such file, when it is a folder or a device, when it may not be read, or
     *     when it is an archive that is damaged or grows beyond all bounds
     */
    public static Opened of(Path file, Progress progress) {
        refuseAllButFiles(file);
        try {
            return Archive.is(file)
                    ? unpacked(file, progress)
                    : new Opened(List.of(new Part(file, file.toString())), logBeside(file), null);
        } catch (IOException e) {
            throw Importing.unreadable(file, e);
        }
    }

    /** The log of an export that somebody has unpacked lies in the same folder. */
    private static RayyanLog logBeside(Path file) throws IOException {
        if (RayyanLog.is(file)) {
            throw new UnreadableFile(file + " is Rayyan's log of decisions, not a list of records. Import the file of"
                    + " articles that came with it; the log is read along.");
        }
        Path log = file.resolveSibling(RayyanLog.NAME);
        return Files.isRegularFile(log) && RayyanLog.is(log) ? RayyanLog.read(log) : RayyanLog.NONE;
    }

    private static Opened unpacked(Path file, Progress progress) throws IOException {
        Path folder = Files.createTempDirectory("winnow-archive-");
        boolean whole = false;
        try {
            List<Part> parts = new ArrayList<>();
            RayyanLog log = RayyanLog.NONE;
            String name = String.valueOf(file.getFileName());
            for (Archive.Entry entry : Archive.unpack(file, name, folder, Limits.USUAL, progress)) {
                if (RayyanLog.is(entry.file())) {
                    log = RayyanLog.read(entry.file());
                } else {
                    parts.add(new Part(entry.file(), entry.name()));
                }
            }
            if (parts.isEmpty()) {
                throw new UnreadableFile(
                        name + " holds Rayyan's log of decisions and no records. Export the articles with it.");
            }
            whole = true;
            return new Opened(parts, log, folder);
        } finally {
            if (!whole) {
                delete(folder);
            }
        }
    }

    /** What can be read: the file itself, or what is inside, in the order of the archive. */
    public List<Part> parts() {
        return parts;
    }

    /** What Rayyan says of the records beside them; {@link RayyanLog#NONE} where it has put no log there. */
    public RayyanLog log() {
        return log;
    }

    /** Whether it was an archive. */
    public boolean archive() {
        return unpacked != null;
    }

    /** Says what is no file before anything waits for it: a device may never end, a pipe can be read only once. */
    static void refuseAllButFiles(Path file) {
        if (!Files.exists(file)) {
            throw new UnreadableFile(
                    "Cannot read " + file + ": there is no such file. Check the name and whether you may read it.");
        }
        if (Files.isDirectory(file)) {
            throw new UnreadableFile(file + " is a folder. Name the files inside it, for example " + file.resolve("*")
                    + ", or drop the folder on the import screen.");
        }
        if (!Files.isRegularFile(file)) {
            throw new UnreadableFile(file + " is a device or a pipe, not a file. Save what it gives as a file first,"
                    + " or hand it over as standard input.");
        }
        if (!Files.isReadable(file)) {
            throw new UnreadableFile(
                    "Cannot read " + file + ": you may not read it. Change its permissions, or copy it elsewhere.");
        }
    }

    @Override
    public void close() {
        if (unpacked != null) {
            delete(unpacked);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            // The system empties its own folder for such files; nothing depends on it.
        }
    }
}
