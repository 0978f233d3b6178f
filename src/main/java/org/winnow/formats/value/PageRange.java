package org.winnow.formats.value;

/** First and last page, joined as readers see them and divided as RIS wants them. */
public record PageRange(String first, String last) {
    /** {@code 345} and {@code 352} as {@code 345-352}; what already is a range stays as it is. */
    public static String joined(String first, String last) {
        if (first.isEmpty() || last.isEmpty()) {
            return first + last;
        }
        return first.indexOf('-') >= 0 || first.indexOf('–') >= 0 ? first : first + "-" + last;
    }

    /** Divides a plain range such as {@code 345-52} or {@code S1-S10}; anything else stays whole as first page. */
    public static PageRange of(String pages) {
        int dash = pages.indexOf('-');
        if (dash > 0 && page(pages.substring(0, dash)) && page(pages.substring(dash + 1))) {
            return new PageRange(pages.substring(0, dash), pages.substring(dash + 1));
        }
        return new PageRange(pages, "");
    }

    private static boolean page(String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return !s.isEmpty();
    }
}
