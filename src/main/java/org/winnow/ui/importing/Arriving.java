package org.winnow.ui.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.Opened;
import org.winnow.formats.UnreadableFile;
import org.winnow.formats.decision.RayyanLog;
import org.winnow.work.Progress;

/** What was dropped or chosen: files, what is in folders, what is in archives. */
final class Arriving {
    /**
     * One file of them.
     *
     * @param archive what has to be kept until it is imported, or null
     * @param trouble why it cannot be opened, in words; empty where it can
     */
    record Arrived(PendingFile file, @Nullable Opened archive, String trouble) {}

    private Arriving() {}

    static List<Arrived> of(List<Path> chosen, Progress progress) {
        List<Arrived> all = new ArrayList<>();
        for (Path path : flat(chosen)) {
            progress.check();
            open(path, all, progress);
        }
        return all;
    }

    private static void open(Path path, List<Arrived> all, Progress progress) {
        try {
            Opened opened = Opened.of(path, progress);
            opened.parts()
                    .forEach(part -> all.add(new Arrived(
                            new PendingFile(path, part, opened.log()), opened.archive() ? opened : null, "")));
        } catch (UnreadableFile e) {
            PendingFile none = new PendingFile(path, new Opened.Part(path, path.toString()), RayyanLog.NONE);
            all.add(new Arrived(none, null, String.valueOf(e.getMessage())));
        }
    }

    /** Files as they are, and those in folders, but for what the system keeps there and Rayyan's log. */
    private static List<Path> flat(List<Path> chosen) {
        List<Path> found = new ArrayList<>();
        for (Path path : chosen) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.walk(path)) {
                    inside.filter(Files::isRegularFile)
                            .filter(Arriving::ofPeople)
                            .sorted()
                            .forEach(found::add);
                } catch (IOException | UncheckedIOException e) {
                    throw new UnreadableFile("Cannot look into the folder " + path + ": " + e.getMessage()
                            + ". Check that you may open it and all folders in it.");
                }
            } else {
                found.add(path);
            }
        }
        return found;
    }

    private static boolean ofPeople(Path file) {
        String name = String.valueOf(file.getFileName());
        return !name.startsWith(".")
                && !name.equalsIgnoreCase("thumbs.db")
                && !name.equalsIgnoreCase("desktop.ini")
                && !name.equals(RayyanLog.NAME);
    }
}
