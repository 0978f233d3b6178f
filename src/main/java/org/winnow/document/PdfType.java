package org.winnow.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The one font of a PDF document, Liberation Sans, the used part of which is embedded; measures and breaks lines. */
final class PdfType {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDFont font;
    private final Map<Integer, Double> widths = new HashMap<>();

    PdfType(PDDocument document) throws IOException {
        try (InputStream in = PDFont.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IOException("LiberationSans-Regular.ttf is missing from the PDF library.");
            }
            font = PDType0Font.load(document, in, true);
        }
    }

    PDFont font() {
        return font;
    }

    /** The text with a square for every character that the font lacks, and a space for those that print nothing. */
    String drawable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                out.append(' ');
            } else {
                out.appendCodePoint(width(c) < 0 ? 0x25A1 : c);
            }
        });
        return out.toString();
    }

    /** In points; the text has to be drawable. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::width).sum() * size;
    }

    /** In parts of the size, or below 0 where the font lacks the character. */
    private double width(int c) {
        return widths.computeIfAbsent(c, k -> {
            try {
                return font.getStringWidth(Character.toString(k)) / 1000.0;
            } catch (IllegalArgumentException missing) {
                return -1.0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Lines that fit, broken between words and, where one word is too wide, inside it. */
    List<String> lines(String text, double size, double room) {
        List<String> lines = new ArrayList<>();
        for (String given : text.split("\\R", -1)) {
            String line = "";
            for (String word : drawable(given).strip().split(" +")) {
                String rest = word;
                while (width(rest, size) > room) {
                    if (!line.isEmpty()) {
                        lines.add(line);
                        line = "";
                    }
                    int cut = fitting(rest, size, room);
                    lines.add(rest.substring(0, cut));
                    rest = rest.substring(cut);
                }
                String longer = line.isEmpty() ? rest : line + " " + rest;
                if (width(longer, size) > room) {
                    lines.add(line);
                    longer = rest;
                }
                line = longer;
            }
            lines.add(line);
        }
        return lines;
    }

    private int fitting(String word, double size, double room) {
        int cut = word.offsetByCodePoints(0, 1);
        while (cut < word.length()) {
            int next = word.offsetByCodePoints(cut, 1);
            if (width(word.substring(0, next), size) > room) {
                break;
            }
            cut = next;
        }
        return cut;
    }
}
