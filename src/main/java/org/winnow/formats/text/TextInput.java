package org.winnow.formats.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * The characters of a file. Bytes that do not fit the coding never spoil their neighbours: in a UTF-8 file each is read
 * as windows-1252, elsewhere it becomes U+FFFD, and the place is remembered so that the line can be reported.
 */
public final class TextInput {
    /** What to say of bytes that do not fit. */
    public static final String FLAW =
            "Some bytes do not fit the file's encoding; they were read as windows-1252 or replaced. Check this text.";

    private static final int BLOCK = 1 << 16;
    private static final int LOOK_BACK = 32;
    private static final int LOOK_AHEAD = 1 << 15;
    private static final int FLAWS_REMEMBERED = 10_000;
    private static final int NONE = -1;

    private final InputStream in;
    private CharsetDecoder decoder;
    private Encoding encoding;
    private boolean utf8;
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).flip();
    private final ArrayDeque<Long> flaws = new ArrayDeque<>();
    private boolean proven;
    private boolean ended;
    private long read;
    private long produced;
    private int secondHalf = NONE;

    /** Reads {@code in} from its first byte; the byte order mark that {@code encoding} knows of is skipped. */
    public TextInput(InputStream in, Encoding encoding) throws IOException {
        this.in = in;
        this.encoding = encoding;
        this.utf8 = encoding.charset().equals(StandardCharsets.UTF_8);
        this.proven = encoding.proven();
        this.decoder = strict(encoding.charset());
        in.skipNBytes(encoding.bom());
        this.read = encoding.bom();
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Reads at least one character into {@code target}; -1 at the end. */
    public int read(char[] target, int from, int room) throws IOException {
        if (secondHalf != NONE) {
            return one(target, from, (char) secondHalf, NONE);
        }
        CharBuffer out = CharBuffer.wrap(target, from, room);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError() && utf8 && !proven) {
                judge();
                continue;
            }
            if (result.isError() && out.hasRemaining()) {
                replace(utf8 ? 1 : result.length(), out, from);
                continue;
            }
            int got = out.position() - from;
            if (got > 0) {
                produced += got;
                return got;
            }
            if (result.isOverflow()) {
                CharBuffer pair = CharBuffer.allocate(2);
                decoder.decode(bytes, pair, ended);
                return one(target, from, pair.get(0), pair.get(1));
            }
            if (ended) {
                return -1;
            }
            refill();
        }
    }

    /** Gives one character; of one beyond U+FFFF, for which there is room for half, the other half waits. */
    private int one(char[] target, int from, char c, int waiting) {
        target[from] = c;
        secondHalf = waiting;
        produced++;
        return 1;
    }

    /** Bytes taken from the file so far. */
    public long bytes() {
        return read;
    }

    /** How the characters are coded: as was said at the beginning, or as the first ones beyond ASCII showed. */
    public Encoding encoding() {
        return encoding;
    }

    /** Whether a byte before character {@code position} did not fit; forgets what it tells. */
    public boolean flawBefore(long position) {
        boolean any = false;
        while (!flaws.isEmpty() && flaws.peek() <= position) {
            flaws.poll();
            any = true;
        }
        return any;
    }

    private void refill() throws IOException {
        bytes.compact();
        int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = got < 0;
        if (got > 0) {
            read += got;
            bytes.position(bytes.position() + got);
        }
        bytes.flip();
    }

    /** So far all was ASCII: now that other characters come, they and what follows them tell the coding. */
    private void judge() throws IOException {
        int at = bytes.position();
        byte[] before = Arrays.copyOfRange(bytes.array(), Math.max(0, at - LOOK_BACK), at);
        while (!ended && bytes.remaining() < LOOK_AHEAD) {
            refill();
        }
        byte[] around = Arrays.copyOf(before, before.length + bytes.remaining());
        System.arraycopy(bytes.array(), bytes.position(), around, before.length, bytes.remaining());
        Encoding judged = Encoding.judged(around, 0, around.length);
        proven = true;
        if (!judged.charset().equals(encoding.charset())) {
            encoding = judged;
            utf8 = false;
            decoder = strict(judged.charset());
        }
    }

    private void replace(int length, CharBuffer out, int from) {
        if (flaws.size() < FLAWS_REMEMBERED) {
            flaws.add(produced + out.position() - from);
        }
        for (int i = 0; i < length; i++) {
            byte b = bytes.get();
            if (utf8) {
                out.put(new String(new byte[] {b}, Encoding.WINDOWS_1252).charAt(0));
            } else if (i == 0) {
                out.put('\uFFFD');
            }
        }
    }
}
