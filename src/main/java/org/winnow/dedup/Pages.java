package org.winnow.dedup;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pages or an article number: {@code 345-52} is 345 to 352.
 *
 * @param prefix letters before the first number ({@code s}, {@code e}, {@code cd}), lower case
 * @param first first page or article number, 0 where there is none
 * @param last last page, the first where only one is given
 */
record Pages(String prefix, long first, long last) {
    static final Pages NONE = new Pages("", 0, 0);
    private static final Pattern RANGE = Pattern.compile(
            "([a-z]{0,3})[ .]?(\\d{1,12})(?:(?:\\.[a-z]{1,2}\\d+)?\\s*[-–—‐‑−]{1,2}\\s*[a-z]{0,3}(\\d{1,12}))?");

    /** {@code Suppl-29}: a database cut the first page away. */
    private static final Pattern ONLY_LAST = Pattern.compile("[a-z.]+ ?[-–] ?(\\d{1,12})");

    /** A spreadsheet took {@code 1-14} for a day of January: {@code Jan-14}, {@code 14-Jan}. */
    private static final Pattern DATE =
            Pattern.compile("(?:(\\d{1,2})-)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:-(\\d{1,2}))?");

    private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";

    /** How many pages there are, not which: {@code 9p}, {@code 12 pages}. */
    private static final Pattern COUNT = Pattern.compile("\\d{1,4} ?(?:p|pp|pages?)\\.?");

    static Pages of(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        Matcher date = DATE.matcher(lower);
        if (date.matches() && (date.group(1) == null) != (date.group(3) == null)) {
            long month = MONTHS.indexOf(date.group(2)) / 4 + 1L;
            long day = Long.parseLong(date.group(1) == null ? date.group(3) : date.group(1));
            return new Pages("", Math.min(month, day), Math.max(month, day));
        }
        if (COUNT.matcher(lower).matches()) {
            return NONE;
        }
        Matcher end = ONLY_LAST.matcher(lower);
        if (end.matches()) {
            return new Pages("", 0, Long.parseLong(end.group(1)));
        }
        Matcher m = RANGE.matcher(lower);
        if (!m.find()) {
            return NONE;
        }
        long first = Long.parseLong(m.group(2));
        return first == 0 ? NONE : new Pages(m.group(1), first, last(m.group(2), m.group(3)));
    }

    boolean known() {
        return first > 0;
    }

    /** More than one page, as far as known: several abstracts share one page, but hardly ever a range. */
    boolean range() {
        return last > first;
    }

    Agreement compare(Pages other) {
        if (!known() || !other.known()) {
            return endsLike(other) || other.endsLike(this) ? Agreement.NEAR : Agreement.UNKNOWN;
        }
        boolean prefixes = prefix.equals(other.prefix) || prefix.isEmpty() || other.prefix.isEmpty();
        if (first == other.first && prefixes) {
            return first == 1 && last != other.last ? Agreement.UNKNOWN : Agreement.SAME;
        }
        boolean oneElectronic = electronic() != other.electronic() && (prefix.isEmpty() || other.prefix.isEmpty());
        // Articles published ahead of print, or under an article number, are paged from 1 until they get their pages.
        if (oneElectronic || unpaged(other) || other.unpaged(this)) {
            return Agreement.UNKNOWN;
        }
        boolean overlap = first <= other.last && other.first <= last || last == other.last;
        return overlap && prefixes ? Agreement.NEAR : Agreement.DIFFERENT;
    }

    /** Where only the end is left, it may be shortened: {@code Suppl-6} of {@code S212-S216}. */
    private boolean endsLike(Pages other) {
        return first == 0 && last > 0 && String.valueOf(other.last).endsWith(String.valueOf(last));
    }

    private boolean unpaged(Pages other) {
        return first == 1 && range() && (!other.range() || last - first == other.last - other.first);
    }

    /** {@code e123}, {@code c1804}: a number given by an online edition beside the printed pages; S is a supplement. */
    private boolean electronic() {
        return !prefix.isEmpty() && prefix.charAt(0) != 's';
    }

    private static long last(String first, @Nullable String last) {
        if (last == null) {
            return Long.parseLong(first);
        }
        String full = last.length() < first.length() ? first.substring(0, first.length() - last.length()) + last : last;
        return Math.max(Long.parseLong(first), Long.parseLong(full));
    }
}
