package org.winnow.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.winnow.store.ReviewException.Reason;

/**
 * What the first hundred bytes of a file say, read without SQLite so that a file which is no review, or one that we
 * cannot understand, is never touched. Offsets: SQLite file format, section 1.3.
 */
record FileHeader(int schemaVersion, int applicationId) {
    /** "WNNW" in ASCII: marks our files for {@code file(1)} and for ourselves. */
    static final int APPLICATION_ID = 0x574E4E57;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ReviewException(
                    Reason.MISSING,
                    "There is no review file " + file + ". Check the name, or make one with New review.");
        }
    }

    static FileHeader read(Path file) {
        ByteBuffer head = ByteBuffer.allocate(100);
        long size;
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            size = channel.size();
            while (head.hasRemaining() && channel.read(head) >= 0) {
                continue;
            }
        } catch (IOException e) {
            throw new ReviewException(
                    Reason.MISSING, "Cannot read " + file + " (" + e + "). Check its permissions.", e);
        }
        return checked(file, head, size);
    }

    private static FileHeader checked(Path file, ByteBuffer head, long size) {
        if (head.hasRemaining()) {
            throw notAReview(file);
        }
        FileHeader header = new FileHeader(head.getInt(60), head.getInt(68));
        if (header.applicationId != APPLICATION_ID) {
            throw notAReview(file);
        }
        if (!startsWithMagic(head)) {
            throw damaged(file, "its first bytes are not those of an SQLite file");
        }
        if (header.schemaVersion > Schema.VERSION) {
            throw newer(file, header.schemaVersion);
        }
        int pageSize = Short.toUnsignedInt(head.getShort(16));
        long promised = (pageSize == 1 ? 65536L : pageSize) * Integer.toUnsignedLong(head.getInt(28));
        if (size < promised && !Files.exists(wal(file))) {
            throw damaged(file, "it should have " + promised + " bytes and has " + size);
        }
        return header;
    }

    private static boolean startsWithMagic(ByteBuffer head) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (head.get(i) != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    private static Path wal(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    static ReviewException newer(Path file, int version) {
        return new ReviewException(
                Reason.NEWER,
                file + " was written by a newer Winnow (file version " + version + ", this program reads "
                        + Schema.VERSION + "). Install the newer program; the file has not been touched.");
    }

    private static ReviewException notAReview(Path file) {
        return new ReviewException(
                Reason.NOT_A_REVIEW,
                file + " is not a Winnow review. To bring references in, open a review and import this file there.");
    }

    static ReviewException damaged(Path file, String what) {
        return new ReviewException(
                Reason.DAMAGED,
                file + " is damaged: " + what
                        + ". It has not been touched. Open the newest backup beside it, or run: winnow check \"" + file
                        + "\"");
    }
}
