package org.winnow.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.winnow.model.Sha256;

/**
 * The SHA-256 of everything before it, written into the comment that ends the ZIP archive (APPNOTE 6.3.10, 4.3.16): no
 * byte of the file can change unnoticed, those between the entries among them.
 */
final class Seal {
    private static final String MARK = "winnow-session sha256 ";
    private static final int DIGITS = 64;

    /** The comment while the archive is being written. */
    static final String PLACE = MARK + "0".repeat(DIGITS);

    private static final int BLOCK = 1 << 16;

    private Seal() {}

    /** Fills in the digest at the end of a finished archive. */
    static void close(Path zip) throws IOException {
        String digest = digest(zip);
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "rw")) {
            file.seek(file.length() - DIGITS);
            file.write(digest.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Whether the file ends in the digest of what stands before it. */
    static boolean holds(Path zip) throws IOException {
        int length = MARK.length() + DIGITS;
        byte[] end = new byte[length];
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
            if (file.length() < length) {
                return false;
            }
            file.seek(file.length() - length);
            file.readFully(end);
        }
        return new String(end, StandardCharsets.US_ASCII).equals(MARK + digest(zip));
    }

    private static String digest(Path zip) throws IOException {
        long left = Files.size(zip) - DIGITS;
        MessageDigest digest = Sha256.digest();
        byte[] block = new byte[BLOCK];
        try (InputStream in = new DigestInputStream(Files.newInputStream(zip), digest)) {
            while (left > 0) {
                int got = in.read(block, 0, (int) Math.min(block.length, left));
                if (got < 0) {
                    break;
                }
                left -= got;
            }
        }
        return Sha256.hex(digest);
    }
}
