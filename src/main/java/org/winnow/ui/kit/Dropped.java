package org.winnow.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What was dropped on the window, as far as a glance tells. */
public final class Dropped {
    private static final int DEEPEST = 4;
    /** Nobody waits for a glance into a folder of a hundred thousand. */
    private static final int MOST = 2_000;

    private Dropped() {}

    /** Whether it is full texts: PDFs, and folders with more of them than of anything else. */
    public static boolean arePdfs(List<Path> dropped) {
        return !dropped.isEmpty()
                && dropped.stream().allMatch(path -> Files.isDirectory(path) ? mostlyPdfs(path) : isPdf(path));
    }

    private static boolean isPdf(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    private static boolean mostlyPdfs(Path folder) {
        try (Stream<Path> inside = Files.walk(folder, DEEPEST)) {
            List<Path> files = inside.filter(Files::isRegularFile).limit(MOST).toList();
            return files.stream().filter(Dropped::isPdf).count() * 2 > files.size();
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }
}
