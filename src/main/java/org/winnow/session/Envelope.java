package org.winnow.session;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A session under a password: AES-256-GCM in blocks, the key drawn from the password by Argon2id (RFC 9106). The blocks
 * are numbered and the last one is marked, so that none can be left out, put elsewhere or cut off (STREAM: Hoang,
 * Reyhanitabar, Rogaway and Vizár 2015, Online Authenticated-Encryption, CRYPTO).
 */
final class Envelope {
    private static final byte[] MAGIC = "WNWSEC01".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    private static final int PREFIX = 7;
    private static final int HEADER = MAGIC.length + SALT + 3 * Integer.BYTES + PREFIX;
    private static final int BLOCK = 1 << 16;
    private static final int TAG = 16;

    /** RFC 9106, section 4, second recommended option: 64 MiB, three passes, four lanes. */
    private static final int MEMORY_KIB = 1 << 16;

    private static final int PASSES = 3;
    private static final int LANES = 4;

    private Envelope() {}

    static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    static void lock(Path plain, Path locked, char[] password) throws IOException {
        byte[] salt = random(SALT);
        byte[] prefix = random(PREFIX);
        byte[] header = ByteBuffer.allocate(HEADER)
                .put(MAGIC)
                .put(salt)
                .putInt(MEMORY_KIB)
                .putInt(PASSES)
                .putInt(LANES)
                .put(prefix)
                .array();
        try (InputStream in = Files.newInputStream(plain);
                OutputStream out = Files.newOutputStream(locked)) {
            out.write(header);
            blocks(in, out, Cipher.ENCRYPT_MODE, key(password, salt), header, prefix, BLOCK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws UnreadableSession when the password is not the one, or the file was changed */
    static void unlock(Path locked, Path plain, char[] password) throws IOException {
        try (InputStream in = Files.newInputStream(locked);
                OutputStream out = Files.newOutputStream(plain)) {
            byte[] header = in.readNBytes(HEADER);
            if (header.length < HEADER) {
                throw new EOFException("the file ends too early");
            }
            ByteBuffer fields = ByteBuffer.wrap(header, MAGIC.length, HEADER - MAGIC.length);
            byte[] salt = new byte[SALT];
            fields.get(salt);
            if (fields.getInt() != MEMORY_KIB || fields.getInt() != PASSES || fields.getInt() != LANES) {
                throw new UnreadableSession(
                        locked + " is damaged, or was locked by a newer Winnow. Ask for the file again.");
            }
            byte[] prefix = new byte[PREFIX];
            fields.get(prefix);
            blocks(in, out, Cipher.DECRYPT_MODE, key(password, salt), header, prefix, BLOCK + TAG);
        } catch (GeneralSecurityException e) {
            throw new UnreadableSession(
                    locked
                            + " does not open with this password, or it is damaged. Type the password again; if it is the"
                            + " right one, ask for the file again.",
                    e);
        }
    }

    private static void blocks(
            InputStream in, OutputStream out, int mode, SecretKeySpec key, byte[] header, byte[] prefix, int size)
            throws IOException, GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] block = in.readNBytes(size);
        for (int number = 0; ; number++) {
            byte[] next = block.length < size ? new byte[0] : in.readNBytes(size);
            boolean last = next.length == 0;
            byte[] nonce = ByteBuffer.allocate(PREFIX + Integer.BYTES + 1)
                    .put(prefix)
                    .putInt(number)
                    .put((byte) (last ? 1 : 0))
                    .array();
            cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            cipher.updateAAD(header);
            out.write(cipher.doFinal(block));
            if (last) {
                return;
            }
            block = next;
        }
    }

    private static SecretKeySpec key(char[] password, byte[] salt) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(LANES)
                .build());
        byte[] key = new byte[32];
        argon.generateBytes(password, key);
        return new SecretKeySpec(key, "AES");
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
