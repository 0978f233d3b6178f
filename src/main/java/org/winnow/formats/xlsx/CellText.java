package org.winnow.formats.xlsx;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** A cell as text: numbers without exponent, dates as ISO 8601, formulas as the value they last had. */
final class CellText {
    private static final Pattern NOT_THE_DATE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|General");

    private CellText() {}

    static String of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        return switch (cell.getType()) {
            case NUMBER -> number(cell, raw);
            case FORMULA -> cell.getValue() instanceof BigDecimal ? number(cell, raw) : raw;
            case BOOLEAN -> raw.equals("1") ? "TRUE" : "FALSE";
            default -> raw;
        };
    }

    private static String number(Cell cell, String raw) {
        String format = cell.getDataFormatString();
        String date = format == null
                ? ""
                : NOT_THE_DATE.matcher(format).replaceAll("").toLowerCase(java.util.Locale.ROOT);
        if (date.indexOf('y') >= 0 || date.indexOf('d') >= 0) {
            LocalDateTime when = cell.asDate();
            String day = when.toLocalDate().toString();
            boolean whole = when.toLocalTime().equals(LocalTime.MIDNIGHT);
            return !whole ? when.withNano(0).toString() : date.indexOf('d') < 0 ? day.substring(0, 7) : day;
        }
        try {
            BigDecimal value = new BigDecimal(raw);
            boolean reasonable = Math.abs((long) value.scale()) < 100;
            return reasonable ? value.stripTrailingZeros().toPlainString() : raw;
        } catch (NumberFormatException notANumber) {
            return raw;
        }
    }
}
