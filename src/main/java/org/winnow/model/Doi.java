package org.winnow.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A digital object identifier (ISO 26324), bare: no resolver, no prefix word, no trailing punctuation. Two DOIs are the
 * same when they are equal but for case, so the value is kept in lower case.
 */
public record Doi(String value) {
    private static final Pattern SHAPE = Pattern.compile("10\\.\\d{4,9}(?:\\.\\d+)*/\\S+");

    /** What a browser's address has behind it; {@code #} alone may end an old one: {@code …3.0.CO;2-#}. */
    private static final Pattern TAIL = Pattern.compile("(?:\\?|#[A-Za-z]).*");

    public Doi {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a DOI: " + value);
        }
    }

    /** Finds the DOI in text such as {@code https://doi.org/10.1000/x}, {@code doi: 10.1000/X.} or a bare one. */
    public static Optional<Doi> find(String text) {
        String plain = text.contains("%2F") || text.contains("%2f") ? decoded(text) : text;
        Matcher m = SHAPE.matcher(plain);
        if (!m.find()) {
            return Optional.empty();
        }
        String doi = trimmed(m.group());
        return SHAPE.matcher(doi).matches() ? Optional.of(new Doi(doi)) : Optional.empty();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformedEscape) {
            return text;
        }
    }

    /** Drops what sentences and mark-up leave behind; a closing bracket stays where its opening one is inside. */
    private static String trimmed(String doi) {
        String s = TAIL.matcher(doi).replaceFirst("");
        while (!s.isEmpty()) {
            char last = s.charAt(s.length() - 1);
            boolean unopened = last == ')'
                    && s.chars().filter(c -> c == '(').count()
                            < s.chars().filter(c -> c == ')').count();
            if (".,;:\"'>]}".indexOf(last) >= 0 || unopened) {
                s = s.substring(0, s.length() - 1);
            } else {
                break;
            }
        }
        return s;
    }

    @Override
    public String toString() {
        return value;
    }
}
