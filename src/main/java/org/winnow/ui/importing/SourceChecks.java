package org.winnow.ui.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be written of a source. */
final class SourceChecks {
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    private SourceChecks() {}

    /** Whether a text is empty, or a date as ISO 8601 has it: yyyy-mm-dd, yyyy-mm or yyyy. */
    static boolean date(String text) {
        try {
            switch (text.length()) {
                case 0 -> {}
                case 4 -> Year.parse(text);
                case 7 -> YearMonth.parse(text);
                default -> LocalDate.parse(text);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether a text is empty or a whole number. */
    static boolean count(String text) {
        return text.isEmpty() || COUNT.matcher(text).matches();
    }

    /** The number that was written, or null where there is none. */
    static @Nullable Integer hits(String text) {
        String plain = text.strip();
        return COUNT.matcher(plain).matches() ? Integer.valueOf(plain) : null;
    }
}
