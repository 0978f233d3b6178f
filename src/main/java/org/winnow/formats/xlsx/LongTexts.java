package org.winnow.formats.xlsx;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts longer than a cell of Excel may be (32,767 characters) go on upon a sheet of their own, and the characters that
 * XML cannot carry are written as Excel writes them, {@code _x000D_} (ECMA-376, ST_Xstring).
 */
final class LongTexts {
    static final String SHEET = "long texts";

    private static final int MOST = 32_767;
    private static final String BEFORE = "… [continued on the sheet “" + SHEET + "”, number ";
    private static final Pattern MARK = Pattern.compile(Pattern.quote(BEFORE) + "(\\d{1,9})\\]$");
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern TO_ESCAPE =
            Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]");

    private LongTexts() {}

    /** What of a text fits a cell; the rest is added to those that are continued. */
    static String fitting(String text, List<String> continued) {
        String escaped = escaped(text);
        if (escaped.length() <= MOST) {
            return escaped;
        }
        int cut = MOST - BEFORE.length() - 12;
        cut -= Character.isHighSurrogate(escaped.charAt(cut - 1)) ? 1 : 0;
        int mark = escaped.lastIndexOf("_x", cut);
        cut = mark >= 0 && cut - mark < 7 ? mark : cut;
        int place = continued.size();
        continued.add("");
        continued.set(place, fitting(unescaped(escaped.substring(cut)), continued));
        return escaped.substring(0, cut) + BEFORE + (place + 1) + "]";
    }

    /** A cell together with what is continued elsewhere. */
    static String whole(String cell, Map<String, String> continued) {
        StringBuilder whole = new StringBuilder();
        String part = cell;
        for (int parts = 0; parts <= continued.size(); parts++) {
            Matcher m = part.length() > BEFORE.length() ? MARK.matcher(part) : null;
            if (m == null || !m.find() || !continued.containsKey(m.group(1))) {
                break;
            }
            whole.append(part, 0, m.start());
            part = continued.get(m.group(1));
        }
        return unescaped(whole.append(part).toString());
    }

    static String unescaped(String cell) {
        return cell.indexOf("_x") < 0
                ? cell
                : ESCAPE.matcher(cell)
                        .replaceAll(
                                m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    private static String escaped(String text) {
        return TO_ESCAPE
                .matcher(text)
                .replaceAll(m -> String.format("_x%04X_", (int) m.group().charAt(0)));
    }
}
