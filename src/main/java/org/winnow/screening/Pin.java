package org.winnow.screening;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * A person's PIN as a review keeps it: salt and Argon2id (RFC 9106) in hexadecimal. It keeps people from deciding under
 * another's name by mistake. It is no protection against somebody who means to: a short PIN is found by trying all of
 * them, and the review itself is not encrypted.
 */
public final class Pin {
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private Pin() {}

    /** The form in which the PIN is kept. */
    public static String kept(String pin) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(hash(pin, salt));
    }

    /** Whether somebody typed the PIN that is kept; where none is kept, everything is right. */
    public static boolean matches(@Nullable String kept, String typed) {
        if (kept == null) {
            return true;
        }
        int colon = kept.indexOf(':');
        if (!kept.matches("[0-9a-f]{" + 2 * SALT + "}:[0-9a-f]{" + 2 * HASH + "}")) {
            return false;
        }
        byte[] salt = HexFormat.of().parseHex(kept.substring(0, colon));
        return MessageDigest.isEqual(HexFormat.of().parseHex(kept.substring(colon + 1)), hash(typed, salt));
    }

    private static byte[] hash(String pin, byte[] salt) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .build());
        byte[] hash = new byte[HASH];
        argon.generateBytes(pin.strip().getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
