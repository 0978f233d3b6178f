package org.winnow.formats.value;

import java.util.LinkedHashSet;
import java.util.Set;

/** Tells ISSN from ISBN in a field that may hold either, several, and remarks such as {@code (Print)}. */
public final class StandardNumbers {
    private final Set<String> issn = new LinkedHashSet<>();
    private final Set<String> isbn = new LinkedHashSet<>();

    /** Takes what one field holds; text in which no number is recognised is kept whole, as ISBN of a book or as ISSN. */
    public void add(String value, boolean book) {
        int before = issn.size() + isbn.size();
        boolean known = false;
        for (String token : value.split("[\\s;,()\\[\\]]+")) {
            String t = token.startsWith("ISSN:") || token.startsWith("ISBN:") ? token.substring(5) : token;
            int digits = digits(t);
            if (digits == 8) {
                known |= !issn.add(t);
            } else if (digits == 10 || digits == 13) {
                known |= !isbn.add(t);
            }
        }
        if (!known && issn.size() + isbn.size() == before) {
            (book ? isbn : issn).add(value);
        }
    }

    /** All ISSNs in order, divided by {@code "; "}. */
    public String issn() {
        return String.join("; ", issn);
    }

    /** All ISBNs in order, divided by {@code "; "}. */
    public String isbn() {
        return String.join("; ", isbn);
    }

    /** Number of digits of what consists of digits, hyphens and a final X only; else 0. */
    private static int digits(String t) {
        int n = 0;
        for (int i = 0; i < t.length(); i++) {
            char c = t.charAt(i);
            boolean check = (c == 'X' || c == 'x') && i == t.length() - 1;
            if (c >= '0' && c <= '9' || check) {
                n++;
            } else if (c != '-' && c != '‐' && c != '–') {
                return 0;
            }
        }
        return n;
    }
}
