package org.winnow.prisma;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.winnow.model.UserException;

/** Writes a file under a temporary name and renames it: whole, or not at all. */
final class WholeFile {
    private WholeFile() {}

    /** @param what begins the sentence where it cannot be written: "The flow diagram" */
    static void write(String what, Path target, byte[] bytes) {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.write(part, bytes);
            replace(part, target);
        } catch (IOException e) {
            discard(part, e);
            throw new UserException(
                    what + " cannot be saved as " + target
                            + ". Check that the folder exists, may be written to and has room.",
                    e);
        }
    }

    private static void replace(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path part, IOException cause) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
