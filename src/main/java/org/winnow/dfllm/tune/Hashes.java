package org.winnow.dfllm.tune;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what tuning rests on. */
final class Hashes {
    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** Adds a text in pieces of words, and where it ends. */
    static void add(MessageDigest digest, long[] pieces) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * (pieces.length + 1));
        bytes.asLongBuffer().put(pieces).put(-1);
        digest.update(bytes);
    }
}
