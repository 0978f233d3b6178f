package org.winnow.formats.bibtex;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the fields of an entry that the strict grammar refuses: odd names, missing or doubled commas, open braces. */
final class LooseEntry {
    private static final Pattern BEGIN = Pattern.compile("@\\s*([A-Za-z][A-Za-z_-]*)(?:\\s|%[^\\n]*\\n)*[{(]?");
    private static final Pattern KEY = Pattern.compile("\\s*([^,={}\"\\n]*?)\\s*(?:,|\\n|$|(?=[})]))");
    private static final Pattern NAME = Pattern.compile("([A-Za-z][^\\s=,{}\"#]*)\\s*=\\s*");
    private static final Pattern NEXT_FIELD = Pattern.compile("\\n\\s*[A-Za-z][\\w:+.()-]*\\s*=\\s*[{\"\\w]");
    private static final Pattern BARE = Pattern.compile("[^\\s,#{}\"]+");

    private final String text;
    private final Map<String, String> abbreviations;
    private int at;

    private LooseEntry(String text, Map<String, String> abbreviations) {
        this.text = text;
        this.abbreviations = abbreviations;
    }

    /** @param abbreviations by name in lower case */
    static BibEntry of(String text, Map<String, String> abbreviations) {
        return new LooseEntry(text, abbreviations).read();
    }

    private BibEntry read() {
        Matcher begin = BEGIN.matcher(text);
        if (!begin.lookingAt()) {
            return new BibEntry("misc", "");
        }
        at = begin.end();
        BibEntry entry = new BibEntry(begin.group(1), key());
        Matcher name = NAME.matcher(text);
        while (name.find(at)) {
            at = name.end();
            entry.add(name.group(1), value());
        }
        return entry;
    }

    private String key() {
        Matcher key = KEY.matcher(text).region(at, text.length());
        if (!key.lookingAt()) {
            return "";
        }
        at = key.end();
        return key.group(1);
    }

    /** Values joined by {@code #}. */
    private String value() {
        StringBuilder value = new StringBuilder(part());
        blanks();
        while (at < text.length() && text.charAt(at) == '#') {
            at++;
            blanks();
            value.append(part());
            blanks();
        }
        return value.toString();
    }

    private String part() {
        blanks();
        if (at >= text.length()) {
            return "";
        }
        char c = text.charAt(at);
        if (c == '{' || c == '"') {
            return delimited(c);
        }
        Matcher bare = BARE.matcher(text).region(at, text.length());
        if (!bare.lookingAt()) {
            return "";
        }
        at = bare.end();
        String word = bare.group().replaceFirst("[)]$", "");
        return abbreviations.getOrDefault(word.toLowerCase(Locale.ROOT), word);
    }

    /** What is between braces or quotation marks; where they do not close, up to what looks like the next field. */
    private String delimited(char open) {
        int from = at + 1;
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
            } else if (depth == 0 && (open == '{' ? c == '}' : c == '"' && ends(i + 1))) {
                at = i + 1;
                return text.substring(from, i);
            }
        }
        Matcher next = NEXT_FIELD.matcher(text);
        int end = next.find(from) ? next.start() : text.length();
        at = end;
        return text.substring(from, end).strip().replaceFirst("[}\"]*\\s*,?$", "");
    }

    private boolean ends(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i >= text.length() || ",})#".indexOf(text.charAt(i)) >= 0;
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }
}
