package org.winnow.fulltext;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.fulltext.layout.Line;
import org.winnow.fulltext.layout.PageText;
import org.winnow.fulltext.layout.Word;

/** Joins lines to running text and mends the words that were divided at line ends. */
public final class Prose {
    private static final Pattern DIVIDED = Pattern.compile("(\\p{L}{2,})[-\u2010]$");
    private static final Pattern CONTINUED = Pattern.compile("^(\\p{Ll}+)");

    private final Set<String> words = new HashSet<>();

    /** Knows the words of these pages, by which it tells a divided word from one that has its hyphen always. */
    public Prose(List<PageText> pages) {
        for (PageText page : pages) {
            for (Line line : page.lines()) {
                List<Word> all = line.words();
                for (int i = 0; i < all.size(); i++) {
                    String word = all.get(i).text().toLowerCase(Locale.ROOT);
                    boolean divided =
                            i == all.size() - 1 && DIVIDED.matcher(word).find();
                    if (!divided) {
                        words.add(word.replaceAll("^\\P{L}+|\\P{L}+$", ""));
                    }
                }
            }
        }
    }

    /** The lines as one paragraph. */
    String join(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            append(text, line.text());
        }
        return text.toString();
    }

    /** Adds a line to a paragraph. */
    public void append(StringBuilder text, String line) {
        Matcher divided = DIVIDED.matcher(text);
        Matcher continued = CONTINUED.matcher(line);
        if (divided.find() && continued.find()) {
            if (!keepsHyphen(divided.group(1), continued.group(1))) {
                text.setLength(text.length() - 1);
            }
            text.append(line);
        } else {
            text.append(text.isEmpty() ? "" : " ").append(line);
        }
    }

    private boolean keepsHyphen(String before, String after) {
        String whole = (before + after).toLowerCase(Locale.ROOT);
        String hyphened = (before + "-" + after).toLowerCase(Locale.ROOT);
        return !words.contains(whole) && words.contains(hyphened);
    }
}
