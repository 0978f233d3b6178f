package org.winnow.dfllm.corpus;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which licence a report names for itself, as SPDX identifiers write it. */
public final class Licence {
    /** Where a report names none that is known here. */
    static final String UNKNOWN = "unknown";

    private static final Pattern ADDRESS = Pattern.compile(
            "creativecommons\\.org/(?:licenses/(by(?:-nc)?(?:-sa|-nd)?)/(\\d\\.\\d)|publicdomain/(zero)/(\\d\\.\\d))");
    private static final Pattern NAME =
            Pattern.compile("\\bcc[ -](by(?:[ -]nc)?(?:[ -](?:sa|nd))?)[ -](?:licen[cs]e )?(\\d\\.\\d)?|\\b(cc0)\\b");
    private static final Pattern WORDS = Pattern.compile(
            "creative commons attribution((?:[ -](?:non ?commercial|no ?deriv(?:ative)?s?|share ?alike))*)"
                    + "(?: licen[cs]e)?,?(?: \\(cc[^)]{1,12}\\))?(?: (?:version )?(\\d\\.\\d))?");

    private Licence() {}

    /** Whether a licence lets a report's passages be given to others; what says ND may not be shared in parts. */
    public static boolean lets(String licence) {
        return licence.startsWith("CC") && !licence.contains("-ND");
    }

    /** The first licence that the text names, such as {@code CC-BY-4.0}; {@link #UNKNOWN} for none. */
    static String of(String text) {
        // Line ends and the blanks that typesetting puts into addresses say nothing here.
        String plain = text.toLowerCase(Locale.ROOT)
                .replace('\u2010', '-')
                .replaceAll("\\s+", " ")
                .replaceAll("-? ?/ ?", "/")
                .replaceAll("creativecommons ?\\. ?org", "creativecommons.org");
        Matcher address = ADDRESS.matcher(plain);
        if (address.find()) {
            return address.group(1) == null
                    ? "CC0-" + address.group(4)
                    : "CC-" + address.group(1).toUpperCase(Locale.ROOT) + "-" + address.group(2);
        }
        Matcher words = WORDS.matcher(plain);
        if (words.find()) {
            String more = words.group(1);
            String kind = "BY" + (more.contains("non") ? "-NC" : "") + (more.contains("share") ? "-SA" : "")
                    + (more.contains("deriv") ? "-ND" : "");
            return "CC-" + kind + (words.group(2) == null ? "" : "-" + words.group(2));
        }
        Matcher name = NAME.matcher(plain);
        if (name.find()) {
            return name.group(1) == null
                    ? "CC0-1.0"
                    : "CC-" + name.group(1).toUpperCase(Locale.ROOT).replace(' ', '-')
                            + (name.group(2) == null ? "" : "-" + name.group(2));
        }
        return UNKNOWN;
    }
}
