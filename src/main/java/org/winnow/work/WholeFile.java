package org.winnow.work;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.winnow.model.UserException;

/** A file that is written whole or not at all: under a temporary name first, so that a break leaves the old one. */
public final class WholeFile {
    /** Writes the content; gives how many records there were. */
    public interface Content {
        long into(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes the content and lets it take the place of what was there.
     *
     * @return what the content gave
     * @throws UserException when the folder is missing, may not be written to, or is full
     */
    public static long write(Path target, Content content) {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            if (Files.isDirectory(target)) {
                throw new IOException("it is a folder");
            }
            long written;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                written = content.into(out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (IOException e) {
            discard(part, e);
            throw new UserException(
                    "Cannot write " + target + ": " + reason(target, e)
                            + ". Choose a folder that exists, may be written to and has room.",
                    e);
        } catch (RuntimeException e) {
            discard(part, e);
            throw e;
        }
    }

    /** The same of bytes that are at hand. */
    public static void write(Path target, byte[] bytes) {
        write(target, out -> {
            out.write(bytes);
            return bytes.length;
        });
    }

    /**
     * Writes each into a folder by its name, which may name folders within; folders that are missing are made.
     *
     * @throws IOException when a folder cannot be made
     */
    public static void writeAll(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.toAbsolutePath().getParent());
            write(target, file.getValue());
        }
    }

    private static String reason(Path target, IOException e) {
        Path folder = target.toAbsolutePath().getParent();
        return folder != null && !Files.isDirectory(folder) ? "there is no folder " + folder : e.getMessage();
    }

    private static void discard(Path part, Exception cause) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
