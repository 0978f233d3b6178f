package org.winnow.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Sha256;

/** SHA-256 over values, each with its kind and length before it, so that different values never give the same bytes. */
final class RowDigest {
    private final MessageDigest sha256 = Sha256.digest();
    private byte[] buffer = new byte[1 << 12];
    private int length;

    /** @param value a text, a number as SQLite keeps them, or null */
    RowDigest add(@Nullable Object value) {
        switch (value) {
            case null -> put((byte) 'n', 0);
            case String text -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                put((byte) 't', bytes.length);
                room(bytes.length);
                System.arraycopy(bytes, 0, buffer, length, bytes.length);
                length += bytes.length;
            }
            case Double real -> put((byte) 'r', Double.doubleToLongBits(real));
            case Number number -> put((byte) 'i', number.longValue());
            default -> throw new IllegalArgumentException("no value of a review: " + value.getClass());
        }
        return this;
    }

    private void put(byte kind, long number) {
        room(1 + Long.BYTES);
        buffer[length++] = kind;
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[length++] = (byte) (number >>> shift);
        }
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            flush();
            if (more > buffer.length) {
                buffer = Arrays.copyOf(buffer, more * 2);
            }
        }
    }

    private void flush() {
        sha256.update(buffer, 0, length);
        length = 0;
    }

    /** The digest in hexadecimal; the next value begins a new one. */
    String hex() {
        flush();
        return Sha256.hex(sha256);
    }
}
