package org.winnow.dedup;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of books, however they are written: 13 digits each, those of 10 brought up to them. */
final class Isbns {
    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\d)(?:97[89][- ]?)?\\d(?:[- ]?\\d){8}[- ]?[\\dXx](?!\\d)");

    private Isbns() {}

    /** All valid numbers in the text with blanks between; others are left out. */
    static String of(String text) {
        if (text.length() < 10) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        Matcher m = NUMBER.matcher(text);
        while (m.find()) {
            String digits = m.group().replaceAll("[- ]", "").toUpperCase(Locale.ROOT);
            String number = digits.length() == 13 ? digits : digits.length() == 10 ? longer(digits) : "";
            if (valid(digits) && out.indexOf(number) < 0) {
                out.append(out.isEmpty() ? "" : " ").append(number);
            }
        }
        return out.toString();
    }

    /** ISO 2108: of 10 digits the weighted sum is a multiple of 11, of 13 of 10. */
    private static boolean valid(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) == 'X' ? 10 : digits.charAt(i) - '0';
            sum += digits.length() == 10 ? (10 - i) * digit : digit * (i % 2 == 0 ? 1 : 3);
        }
        return sum % (digits.length() == 10 ? 11 : 10) == 0;
    }

    private static String longer(String ten) {
        String start = "978" + ten.substring(0, 9);
        int sum = 0;
        for (int i = 0; i < start.length(); i++) {
            sum += (start.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return start + (10 - sum % 10) % 10;
    }
}
