package org.winnow.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.text.Encoding;
import org.winnow.formats.text.TextInput;

/** The first bytes of a file and what can be told of them; enough to recognise its format. */
final class Head {
    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)");

    private final @Nullable Path file;
    private final byte[] bytes;
    private final String name;
    private final ReadOptions options;
    private final Encoding encoding;
    private @Nullable String text;
    private @Nullable Optional<Format> tagged;

    Head(byte[] bytes, String name, ReadOptions options) {
        this(bytes, name, options, null);
    }

    /** @param file where the whole of it can be opened again, null when it is read as a stream only */
    Head(byte[] bytes, String name, ReadOptions options, @Nullable Path file) {
        this.file = file;
        this.bytes = bytes;
        this.name = name;
        this.options = options;
        Charset told = options.charset() == null ? declared() : options.charset();
        this.encoding = told == null ? Encoding.sniff(bytes) : Encoding.of(told, bytes);
    }

    /** What an XML declaration says, unless it says what is looked for anyway. */
    private @Nullable Charset declared() {
        Matcher m = DECLARATION.matcher(latin(200));
        try {
            boolean other = m.find() && !m.group(1).toUpperCase(Locale.ROOT).matches("UTF.*|ISO-8859-1|US-ASCII");
            return other && Charset.isSupported(m.group(1)) ? Charset.forName(m.group(1)) : null;
        } catch (IllegalCharsetNameException e) {
            return null;
        }
    }

    /** The file itself, for formats that are not read from front to back; null when there is a stream only. */
    @Nullable
    Path file() {
        return file;
    }

    byte[] bytes() {
        return bytes;
    }

    /** What messages call the file. */
    String name() {
        return name;
    }

    ReadOptions options() {
        return options;
    }

    /** How its characters are coded, if it is text. */
    Encoding encoding() {
        return encoding;
    }

    /** Whether the file begins with these characters, byte for byte. */
    boolean startsWith(String latin) {
        return latin(latin.length()).equals(latin);
    }

    /** At most this many of the first bytes, each as one character. */
    String latin(int most) {
        return new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.ISO_8859_1);
    }

    /** The first bytes as text. */
    String text() throws IOException {
        if (text == null) {
            text = decoded();
        }
        return text;
    }

    /** Which of RIS and MEDLINE text it is, asked by both. */
    Optional<Format> tagged() throws IOException {
        if (tagged == null) {
            tagged = Tagged.of(text());
        }
        return tagged;
    }

    private String decoded() throws IOException {
        TextInput in = new TextInput(new ByteArrayInputStream(bytes), encoding);
        char[] all = new char[bytes.length + 1];
        int n = 0;
        int got = in.read(all, 0, all.length);
        while (got > 0 && n + got < all.length) {
            n += got;
            got = in.read(all, n, all.length - n);
        }
        return new String(all, 0, n);
    }
}
