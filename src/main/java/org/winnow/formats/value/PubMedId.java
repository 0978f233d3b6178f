package org.winnow.formats.value;

import java.util.List;
import java.util.Locale;

/** Recognises a PubMed identifier, only where the text itself says that it is one. */
public final class PubMedId {
    private static final int MOST_DIGITS = 8;
    private static final List<String> PREFIXES =
            List.of("pmid:", "pmid", "pubmed:", "pubmed", "medline:", "pubmed id:", "pubmed pmid:");
    private static final List<String> ADDRESSES =
            List.of("pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/", "ncbi.nlm.nih.gov/m/pubmed/");

    private PubMedId() {}

    /** The identifier in {@code PMID: 123}, {@code 123[pmid]}, {@code PUBMED 123} or a PubMed address; else empty. */
    public static String in(String value) {
        String v = value.strip();
        if (v.length() < 4 || v.length() > 400 || !likely(v)) {
            return "";
        }
        String low = v.toLowerCase(Locale.ROOT);
        for (String prefix : PREFIXES) {
            if (low.startsWith(prefix) && low.length() > prefix.length()) {
                String id = leading(low.substring(prefix.length()).strip());
                if (!id.isEmpty()) {
                    return id;
                }
            }
        }
        int suffix = low.indexOf("[pmid]");
        return suffix > 0 ? plain(low.substring(0, suffix)) : fromAddress(low);
    }

    private static boolean likely(String v) {
        char first = v.charAt(0);
        return first == 'p' || first == 'P' || first == 'm' || first == 'M' || first == 'h' || v.endsWith("]");
    }

    /** The identifier after the word PMID anywhere in a longer note; else empty. */
    public static String mentioned(String note) {
        int at = note.indexOf("PMID:");
        return at < 0 ? "" : leading(note.substring(at + 5).strip());
    }

    /** The value itself where it is nothing but digits, as {@code 123} or a spreadsheet's {@code 123.0}; else empty. */
    public static String plain(String value) {
        String v = value.strip();
        v = v.endsWith(".0") ? v.substring(0, v.length() - 2) : v;
        String digits = leading(v);
        return digits.length() == v.length() ? digits : "";
    }

    private static String fromAddress(String low) {
        for (String address : ADDRESSES) {
            int at = low.indexOf(address);
            if (at >= 0) {
                return leading(low.substring(at + address.length()));
            }
        }
        return "";
    }

    private static String leading(String s) {
        int n = 0;
        while (n < s.length() && s.charAt(n) >= '0' && s.charAt(n) <= '9') {
            n++;
        }
        return n == 0 || n > MOST_DIGITS ? "" : s.substring(0, n);
    }
}
