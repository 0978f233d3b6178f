package org.winnow.formats.value;

import org.jspecify.annotations.Nullable;

/** Finds the year in a date however it is written: {@code 2020/05/01/}, {@code Jun2023}, {@code 4/3/2024}. */
public final class PublicationYear {
    private static final int EARLIEST = 1400;
    private static final int LATEST = 2100;

    private PublicationYear() {}

    /** The first run of exactly four digits that is a likely year, or null. */
    public static @Nullable Integer in(String date) {
        int i = 0;
        while (i < date.length()) {
            int from = i;
            while (i < date.length() && digit(date.charAt(i))) {
                i++;
            }
            boolean compact = i - from == 8;
            if (i - from == 4 || compact) {
                int year = Integer.parseInt(date.substring(from, from + 4));
                if (year >= EARLIEST && year <= LATEST) {
                    return year;
                }
            }
            i++;
        }
        return null;
    }

    /** The part of a date beside its year, made whole: {@code JUN 14} and 2006 as {@code JUN 14 2006}. */
    public static String dated(String part, @Nullable Integer year) {
        if (part.isEmpty() || year == null) {
            return part;
        }
        String digits = year.toString();
        return part.equals(digits) ? "" : part.contains(digits) ? part : part + " " + digits;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
