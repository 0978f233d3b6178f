package org.winnow.formats.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Tells how text is coded that is not Unicode. The reading in which most characters beyond ASCII stand where one of their
 * kind would is taken: windows-1252, MacRoman, or that of another {@link Script}. Where characters come in runs,
 * Mozilla's statistics have a say, which tell one Eastern coding from the other in longer text.
 */
final class LegacyText {
    private static final int SAMPLE = 1 << 16;
    private static final int CONTEXT = 24;
    private static final byte ESCAPE = 0x1B;

    /** How well a reading must fit, how much better than another, and what the word of the statistics is worth. */
    private static final double CLEAR = 1;

    private static final double LEAD = 0.2;
    private static final double TOLD = 0.7;

    /** A superset that the programs of that region really write, by the name that the detector gives. */
    private static final Map<String, String> WRITTEN_AS = Map.of(
            "SHIFT_JIS", "windows-31j",
            "EUC-KR", "x-windows-949",
            "GB2312", "GB18030",
            "GBK", "GB18030",
            "HZ-GB-2312", "GB18030");

    private LegacyText() {}

    /**
     * Judges the bytes between two places; those around the first characters beyond ASCII count.
     *
     * @param perhapsUtf8 whether some of them are well-formed UTF-8: then the file may be pasted together of both
     */
    static Encoding of(byte[] b, int from, int to, boolean perhapsUtf8) {
        byte[] sample = sample(b, from, to);
        Charset mac = LatinText.mac();
        Encoding latin = mac != null && LatinText.readsBetterAs(mac, sample)
                ? new Encoding(mac, "MacRoman", 0, true)
                : Encoding.LEGACY;
        double asLatin = LatinText.mean(new String(sample, latin.charset()));
        double asUtf8 = perhapsUtf8 ? LatinText.mean(mixed(sample)) : -1;
        if (asUtf8 >= 0 && asUtf8 >= asLatin) {
            latin = new Encoding(StandardCharsets.UTF_8, "UTF-8", 0, true);
            asLatin = asUtf8;
        }
        return byScript(sample, asLatin).orElse(latin);
    }

    /** A reading in another script, where it is clearly better than the best one as Latin letters. */
    private static Optional<Encoding> byScript(byte[] sample, double asLatin) {
        Script best = null;
        double bestScore = Math.max(asLatin, CLEAR) + LEAD;
        Encoding told = inRuns(sample) ? byLanguage(sample) : null;
        for (Script script : Script.values()) {
            if (script.supported()) {
                boolean same =
                        told != null && told.charset().equals(script.encoding().charset());
                double score = script.score(sample) + (same ? TOLD : 0);
                if (score > bestScore) {
                    best = script;
                    bestScore = score;
                }
            }
        }
        if (best != null) {
            return Optional.of(best.encoding());
        }
        boolean unknownScript = told != null
                && asLatin < CLEAR
                && Stream.of(Script.values())
                        .noneMatch(s -> s.supported() && s.encoding().charset().equals(told.charset()));
        return unknownScript ? Optional.of(told) : Optional.empty();
    }

    /** The bytes as UTF-8 where they are, as windows-1252 where not. */
    private static String mixed(byte[] sample) {
        CharBuffer out = CharBuffer.allocate(sample.length + 1);
        ByteBuffer in = ByteBuffer.wrap(sample);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        while (decoder.decode(in, out, true).isMalformed()) {
            out.put(new String(new byte[] {in.get()}, Encoding.WINDOWS_1252));
        }
        return out.flip().toString();
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
