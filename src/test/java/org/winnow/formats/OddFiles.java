package org.winnow.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Files as damage, haste and malice make them of sound ones. */
final class OddFiles {
    private static final int LARGEST_SEED = 20_000;
    private static final List<byte[]> PIECES = Stream.of(
                    "\n",
                    "\r\n",
                    "\r",
                    "\0",
                    "\uFEFF",
                    "\t",
                    ",",
                    ";",
                    "\"",
                    "\"\"",
                    "'",
                    "{",
                    "}",
                    "}}",
                    "@",
                    "#",
                    "\\",
                    "$",
                    "%",
                    "&",
                    "<",
                    ">",
                    "</",
                    "]]>",
                    "<![CDATA[",
                    "&#0;",
                    "&lt;",
                    "&x;",
                    "TY  - ",
                    "\nER  - \n",
                    "PMID- ",
                    "@article{",
                    "@string{a = ",
                    "FN ",
                    "ER\n",
                    "EF\n",
                    "%0 ",
                    "%T ",
                    "<1>\n",
                    "RT ",
                    "title,",
                    "<?xml ",
                    "<!DOCTYPE x [<!ENTITY a \"b\">]>",
                    "[",
                    "{\"",
                    "\":",
                    "null",
                    "-1",
                    "99999999999999999999",
                    "10.1000/",
                    "\u001E",
                    "\uD83D\uDE34",
                    "\u00E9",
                    "PK\u0003\u0004")
            .map(s -> s.getBytes(StandardCharsets.UTF_8))
            .toList();

    private OddFiles() {}

    /** The fixtures of every format, the long ones cut short. */
    static List<byte[]> fixtures() throws IOException {
        try {
            Path root = Path.of(OddFiles.class.getResource("/formats").toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files.filter(Files::isRegularFile)
                        .filter(f -> !f.toString().endsWith(".expected.json"))
                        .sorted()
                        .map(OddFiles::beginning)
                        .toList();
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static byte[] beginning(Path file) {
        try {
            byte[] all = Files.readAllBytes(file);
            return Arrays.copyOf(all, Math.min(all.length, LARGEST_SEED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One to six changes: bytes turned, pieces cut out, put in twice, taken from elsewhere, or out of the toolbox. */
    static byte[] mutated(byte[] sound, List<byte[]> others, RandomGenerator random) {
        byte[] now = sound;
        for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
            int at = random.nextInt(now.length + 1);
            int to = Math.min(now.length, at + 1 + random.nextInt(80));
            now = switch (random.nextInt(7)) {
                case 0 -> turned(now, random);
                case 1 -> joined(now, 0, at, now, to, now.length);
                case 2 -> joined(now, 0, to, now, at, now.length);
                case 3 -> Arrays.copyOf(now, at);
                case 4 -> spliced(now, at, others.get(random.nextInt(others.size())), random);
                default -> inserted(now, at, PIECES.get(random.nextInt(PIECES.size())));
            };
        }
        return now;
    }

    private static byte[] turned(byte[] bytes, RandomGenerator random) {
        byte[] now = bytes.clone();
        for (int n = random.nextInt(4); n >= 0 && now.length > 0; n--) {
            now[random.nextInt(now.length)] = (byte) random.nextInt(256);
        }
        return now;
    }

    private static byte[] spliced(byte[] bytes, int at, byte[] other, RandomGenerator random) {
        int from = random.nextInt(other.length + 1);
        return joined(bytes, 0, at, other, from, Math.min(other.length, from + random.nextInt(400)));
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] piece) {
        return joined(joined(bytes, 0, at, piece, 0, piece.length), 0, at + piece.length, bytes, at, bytes.length);
    }

    private static byte[] joined(byte[] a, int fromA, int toA, byte[] b, int fromB, int toB) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(a, fromA, toA - fromA);
        out.write(b, fromB, Math.max(0, toB - fromB));
        return out.toByteArray();
    }
}
