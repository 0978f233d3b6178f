package org.winnow.formats.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Tells how text is coded that is not Unicode. In the languages of Europe a character beyond ASCII mostly stands alone
 * between letters: then it is windows-1252, or MacRoman where that reads better. Elsewhere they come in runs, and
 * Mozilla's statistics know the language by them.
 */
final class LegacyText {
    private static final int SAMPLE = 1 << 16;
    private static final int CONTEXT = 24;
    private static final byte ESCAPE = 0x1B;

    /** A superset that the programs of that region really write, by the name that the detector gives. */
    private static final Map<String, String> WRITTEN_AS = Map.of(
            "SHIFT_JIS", "windows-31j",
            "EUC-KR", "x-windows-949",
            "GB2312", "GB18030",
            "GBK", "GB18030",
            "HZ-GB-2312", "GB18030");

    private LegacyText() {}

    /** Judges the bytes between two places; those around the first characters beyond ASCII count. */
    static Encoding of(byte[] b, int from, int to) {
        byte[] sample = sample(b, from, to);
        if (inRuns(sample)) {
            Encoding found = byLanguage(sample);
            if (found != null) {
                return found;
            }
        }
        Charset mac = LatinText.mac();
        return mac != null && LatinText.readsBetterAs(mac, sample)
                ? new Encoding(mac, "MacRoman", 0, true)
                : Encoding.LEGACY;
    }

    /** The characters beyond ASCII with what stands around them; the pieces are apart by line ends. */
    private static byte[] sample(byte[] b, int from, int to) {
        byte[] sample = new byte[SAMPLE];
        int n = 0;
        int taken = from;
        for (int i = from; i < to && n < SAMPLE - 2 * CONTEXT - 2; i++) {
            if (b[i] >= 0) {
                continue;
            }
            int begin = Math.max(taken, i - CONTEXT);
            if (begin > taken) {
                sample[n++] = '\n';
            }
            int end = Math.min(to, i + CONTEXT);
            for (int j = begin; j < end && n < SAMPLE - 1; j++) {
                sample[n++] = b[j];
            }
            taken = end;
            // What follows was copied; bytes beyond ASCII in it carry the piece on.
            i = nextBeyond(b, i, end);
        }
        return Arrays.copyOf(sample, n);
    }

    private static int nextBeyond(byte[] b, int from, int end) {
        int last = from;
        for (int j = from + 1; j < end; j++) {
            if (b[j] < 0) {
                last = j;
            }
        }
        return last;
    }

    /** Whether characters beyond ASCII mostly have another one beside them. */
    private static boolean inRuns(byte[] sample) {
        int beyond = 0;
        int accompanied = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] < 0) {
                beyond++;
                boolean before = i > 0 && sample[i - 1] < 0;
                boolean after = i + 1 < sample.length && sample[i + 1] < 0;
                accompanied += before || after ? 1 : 0;
            }
        }
        return beyond >= 4 && accompanied * 10 >= beyond * 6;
    }

    /** Text that switches alphabets by escape sequences and has no byte beyond ASCII: ISO-2022 of Japan, Korea, China. */
    static Optional<Encoding> escaped(byte[] b, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (b[i] == ESCAPE && b[i + 1] == '$') {
                byte[] sample = Arrays.copyOfRange(b, Math.max(from, i - CONTEXT), Math.min(to, i + SAMPLE));
                return Optional.ofNullable(byLanguage(sample));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Encoding byLanguage(byte[] sample) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(sample, 0, sample.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        if (name == null || name.startsWith("UTF") || name.equals("WINDOWS-1252") || name.equals("US-ASCII")) {
            return null;
        }
        String charset = WRITTEN_AS.getOrDefault(name, name);
        return Charset.isSupported(charset) && fits(Charset.forName(charset), sample)
                ? new Encoding(Charset.forName(charset), name.equals("GB2312") ? "GB18030" : spoken(name), 0, true)
                : null;
    }

    private static String spoken(String name) {
        return switch (name) {
            case "SHIFT_JIS" -> "Shift_JIS";
            case "BIG5" -> "Big5";
            default -> name.startsWith("WINDOWS-") ? name.toLowerCase(Locale.ROOT) : name;
        };
    }

    /** Whether nearly all of it is well-formed; the pieces of a sample may begin and end within a character. */
    private static boolean fits(Charset charset, byte[] sample) {
        CharBuffer out = CharBuffer.allocate(sample.length + 1);
        ByteBuffer in = ByteBuffer.wrap(sample);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        decoder.decode(in, out, true);
        out.flip();
        long wrong = out.chars().filter(c -> c == '\uFFFD').count();
        return wrong * 20 <= out.length();
    }
}
