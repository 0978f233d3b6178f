package org.winnow.dfllm.tune;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** What tuning rests on, as it goes into a digest. */
final class Hashes {
    private Hashes() {}

    /** Adds a text in pieces of words, and where it ends. */
    static void add(MessageDigest digest, long[] pieces) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * (pieces.length + 1));
        bytes.asLongBuffer().put(pieces).put(-1);
        digest.update(bytes);
    }
}
