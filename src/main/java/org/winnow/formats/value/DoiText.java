package org.winnow.formats.value;

import java.util.Locale;
import java.util.Optional;
import org.winnow.model.Doi;

/** Finds a DOI in fields that are meant for other things; careful with web addresses that merely contain one. */
public final class DoiText {
    private DoiText() {}

    /** The DOI of a field that holds one and nothing else, with or without {@code doi:} or a resolver before it. */
    public static Optional<Doi> whole(String value) {
        String v = value.strip();
        if (v.indexOf(' ') > 0 && !v.toLowerCase(Locale.ROOT).startsWith("doi")) {
            return Optional.empty();
        }
        boolean likely = v.startsWith("10.") || v.regionMatches(true, 0, "doi", 0, 3) || resolver(v);
        return likely ? Doi.find(v) : Optional.empty();
    }

    /** The DOI of an address at doi.org, or the one that Scopus passes along as {@code doi=}. */
    public static Optional<Doi> inAddress(String url) {
        if (resolver(url)) {
            return Doi.find(url);
        }
        int at = url.indexOf("&doi=");
        if (at < 0) {
            return Optional.empty();
        }
        int end = url.indexOf('&', at + 5);
        return Doi.find(url.substring(at + 5, end < 0 ? url.length() : end));
    }

    private static boolean resolver(String v) {
        int at = v.indexOf("doi.org/");
        return at >= 0 && at < 30;
    }
}
