package org.winnow.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.winnow.store.ReviewException.Reason;

/**
 * Who has the review open for writing. The operating system holds the lock on a small file beside the review and lets
 * it go when the process ends, however it ends; the text inside only tells people who it is.
 */
final class FileLock implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private FileLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static FileLock take(Path review) {
        Path path = review.resolveSibling("." + review.getFileName() + ".lock");
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            // The byte that is locked lies far behind the text, which Windows would otherwise refuse to show to others.
            if (tryLock(channel) == null) {
                String owner = owner(path);
                channel.close();
                throw new ReviewException(
                        Reason.LOCKED,
                        review + " is already open" + owner + ". Close it there first, then open it here.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    ("process " + ProcessHandle.current().pid() + ", user " + System.getProperty("user.name"))
                            .getBytes(StandardCharsets.UTF_8)));
            return new FileLock(path, channel);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new ReviewException(
                    Reason.NOT_WRITABLE,
                    "Cannot write beside " + review + ": " + e.getMessage()
                            + ". Copy the review to a folder in which you may write.",
                    e);
        }
    }

    private static java.nio.channels.@Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(1L << 40, 1, false);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String owner(Path path) {
        try {
            String text = Files.readString(path).strip();
            return text.isEmpty() ? " in another window" : " in another window (" + text + ")";
        } catch (IOException unreadable) {
            return " in another window";
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException alreadyReported) {
            // The failure that led here is the one to tell.
        }
    }

    @Override
    public void close() {
        try {
            // Deleted while still held: whoever waits for it then locks a new file.
            Files.deleteIfExists(path);
            channel.close();
        } catch (IOException leftBehind) {
            // A lock file that stays behind is empty of meaning: the lock itself ended with the process.
        }
    }
}
