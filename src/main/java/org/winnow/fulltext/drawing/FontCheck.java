package org.winnow.fulltext.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each font before it is made: PDFBox unrolls ranges of codes into tables, two thousand million entries where a font
 * says so in twelve bytes. What asks for that is taken out of the font, which is drawn without it.
 */
final class FontCheck {
    /** Codes have two bytes at most in any font that is drawn; a few ranges may overlap. */
    private static final long MOST_CODES = 1 << 20;
    /** A table of all letters of Chinese has half a megabyte. */
    private static final int MOST_OF_A_TABLE = 8 << 20;

    private static final Pattern COMMENT = Pattern.compile("%[^\\r\\n]*");
    private static final Pattern RANGES = Pattern.compile("(?s)beginbfrange(.*?)(?:endbfrange|$)");
    private static final Pattern RANGE = Pattern.compile("<([0-9A-Fa-f\\s]+)>\\s*<([0-9A-Fa-f\\s]+)>\\s*[<\\[]");
    private static final int HEX = 16;
    private static final int LONGEST_CODE = 8;

    private final Set<COSBase> known = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * To be called before an operator is carried out.
     *
     * @param operands null where one operator calls another that has none, as {@code '} begins a line
     */
    void before(Operator operator, @Nullable List<COSBase> operands, @Nullable PDResources resources)
            throws IOException {
        if (resources == null || operands == null || operands.isEmpty() || !(operands.get(0) instanceof COSName name)) {
            return;
        }
        COSDictionary all = resources.getCOSObject();
        switch (operator.getName()) {
            case OperatorName.SET_FONT_AND_SIZE -> check(entry(all, COSName.FONT, name));
            case OperatorName.SET_GRAPHICS_STATE_PARAMS -> {
                COSDictionary state = entry(all, COSName.EXT_G_STATE, name);
                COSArray font = state == null ? null : state.getCOSArray(COSName.FONT);
                check(font != null && font.size() > 0 && font.getObject(0) instanceof COSDictionary of ? of : null);
            }
            default -> {}
        }
    }

    private static @Nullable COSDictionary entry(COSDictionary all, COSName kind, COSName name) {
        COSDictionary named = all.getCOSDictionary(kind);
        return named == null ? null : named.getCOSDictionary(name);
    }

    private void check(@Nullable COSDictionary font) throws IOException {
        if (font == null || !known.add(font)) {
            return;
        }
        if (font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream table && tooWide(table)) {
            font.removeItem(COSName.TO_UNICODE);
        }
        COSArray parts = font.getCOSArray(COSName.DESCENDANT_FONTS);
        for (int i = 0; parts != null && i < parts.size(); i++) {
            if (parts.getObject(i) instanceof COSDictionary part
                    && part.getDictionaryObject(COSName.W) instanceof COSArray widths
                    && tooWide(widths)) {
                part.removeItem(COSName.W);
            }
        }
    }

    /** Ranges are three numbers: from, to, how wide (ISO 32000-1, 9.7.4.3). */
    private static boolean tooWide(COSArray widths) {
        long codes = 0;
        int at = 0;
        while (at + 1 < widths.size()) {
            COSBase next = widths.getObject(at + 1);
            if (next instanceof COSNumber to && widths.getObject(at) instanceof COSNumber from) {
                codes += Math.max(0, to.longValue() - from.longValue());
                at += 3;
            } else {
                at += 2;
            }
        }
        return codes > MOST_CODES;
    }

    private static boolean tooWide(COSStream table) throws IOException {
        byte[] bytes;
        try (InputStream in = table.createInputStream()) {
            bytes = in.readNBytes(MOST_OF_A_TABLE + 1);
        }
        if (bytes.length > MOST_OF_A_TABLE) {
            return true;
        }
        String text =
                COMMENT.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).replaceAll(" ");
        long codes = 0;
        Matcher ranges = RANGES.matcher(text);
        while (ranges.find()) {
            Matcher range = RANGE.matcher(ranges.group(1));
            while (range.find()) {
                codes += Math.max(0, code(range.group(2)) - code(range.group(1)));
            }
        }
        return codes > MOST_CODES;
    }

    private static long code(String hex) {
        String digits = hex.replaceAll("\\s", "");
        return digits.length() > LONGEST_CODE || digits.isEmpty() ? MOST_CODES : Long.parseLong(digits, HEX);
    }
}
