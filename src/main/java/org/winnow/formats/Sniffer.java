package org.winnow.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.csv.CsvShape;
import org.winnow.formats.text.Encoding;
import org.winnow.formats.text.TextInput;

/** Tells what a file is from its first bytes. */
final class Sniffer {
    /**
     * What was found out, enough to begin reading.
     *
     * @param shape the layout of a table, null for tagged text
     */
    record Finding(
            Detection detection,
            Encoding encoding,
            @Nullable CsvShape shape) {}

    private static final String DELIMITERS = ",;\t|";

    private Sniffer() {}

    static Finding of(byte[] head, String name, ReadOptions options) throws IOException {
        Encoding encoding = options.charset() == null ? Encoding.sniff(head) : Encoding.of(options.charset(), head);
        Foreign.refuseBinary(head, encoding, name);
        String text = text(head, encoding);
        Format asked = options.format();
        if (asked == null) {
            return found(head, text, encoding, name);
        }
        if (asked == Format.CSV || asked == Format.TSV) {
            CsvShape shape = CsvShape.find(head, encoding, asked == Format.TSV ? "\t" : DELIMITERS)
                    .orElseThrow(() -> Foreign.noColumns(text, name));
            return table(shape, encoding);
        }
        return tagged(asked, text, encoding);
    }

    private static Finding found(byte[] head, String text, Encoding encoding, String name) throws IOException {
        Optional<Format> tagged = Tagged.of(text);
        if (tagged.isPresent()) {
            return tagged(tagged.get(), text, encoding);
        }
        Foreign.refuseMarkup(text, name);
        Optional<CsvShape> shape = CsvShape.find(head, encoding, DELIMITERS);
        if (shape.isPresent()) {
            return table(shape.get(), encoding);
        }
        throw Foreign.unknown(text, name);
    }

    private static Finding tagged(Format format, String text, Encoding encoding) {
        String database = TaggedDatabase.of(format, text);
        return new Finding(new Detection(format, encoding.charset(), encoding.name(), database), encoding, null);
    }

    private static Finding table(CsvShape shape, Encoding encoding) {
        Format format = shape.delimiter() == '\t' ? Format.TSV : Format.CSV;
        Detection detection = new Detection(format, encoding.charset(), encoding.name(), shape.database());
        return new Finding(detection, encoding, shape);
    }

    private static String text(byte[] head, Encoding encoding) throws IOException {
        TextInput in = new TextInput(new ByteArrayInputStream(head), encoding);
        char[] all = new char[head.length + 1];
        int n = 0;
        int got = in.read(all, 0, all.length);
        while (got > 0 && n + got < all.length) {
            n += got;
            got = in.read(all, n, all.length - n);
        }
        return new String(all, 0, n);
    }
}
