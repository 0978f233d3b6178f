package org.winnow.fulltext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.winnow.fulltext.layout.Box;
import org.winnow.fulltext.layout.Line;
import org.winnow.fulltext.layout.PageText;
import org.winnow.fulltext.layout.Word;

/** Reads the names below the title of an article, as printed, without the marks of their affiliations. */
final class Authors {
    /** Marks that publishers set between two names. */
    private static final String SEPARATOR =
            "(?:[;,|&\u00B7\u2022\u2219\u22C5\u2027\u25CF\u25AA\u2502]|\\band\\b|\\s\\.(?=\\s|$))";

    private static final Pattern SEPARATED = Pattern.compile("\\s*" + SEPARATOR + "\\s*");
    private static final Pattern MARKS = Pattern.compile("[\\d*#\u2217\u204E\u2020\u2021\u00A7\u00B6\u2016\\p{So}]+");
    private static final Pattern HYPHENS = Pattern.compile("[\u2010\u2011\u2012\u2013]");
    /** {@code Jane Q. Doe}, {@code Ludwig van Beethoven}. */
    private static final Pattern FULL = Pattern.compile(
            "(?:\\p{Lu}[\\p{L}'\u2019.-]*\\s+|(?:van|von|de|der|den|da|di|la|le|du|del|dos|el|al|bin|ter)\\s+){1,5}[\\p{L}'\u2019.-]{2,}");
    /** {@code Doe JQ}. */
    private static final Pattern SHORT = Pattern.compile("(?:\\p{Lu}[\\p{L}'\u2019-]+\\s){1,2}\\p{Lu}{1,3}");
    /** {@code J.Q.Doe}. */
    private static final Pattern CLOSE = Pattern.compile("(?:\\p{Lu}\\.-?){1,4}\\s?\\p{Lu}[\\p{L}'\u2019-]{2,}");

    private static final Pattern DEGREE = Pattern.compile(
            "(?i)(?:m\\.?d|ph\\.?\\s?d|m\\.?sc|b\\.?sc|mph|m\\.?p\\.?h|r\\.?n|dds|dmd|mbbs|frcp|frcs|dr|prof|drph|sc\\.?d|ed\\.?d|pharm\\.?d"
                    + "|mbchb|facp|facs|ms|ma|mba|jr|iii?|md\\s*ph\\.?d)\\.?");

    private static final Pattern PLACE = Pattern.compile(
            "(?i)\\b(university|universit\\p{L}+|institute?|department|school|college|hospital|cent(er|re)|laborator\\p{L}+|faculty|equipe"
                    + "|inc|ltd|gmbh|usa|uk|correspondence|journal|research|abstract|article|open|access|group|received|accepted)\\b");

    /** Lines below the title that may hold names. */
    private static final int LINES = 12;

    private Authors() {}

    /**
     * The names.
     *
     * @param title its lines on this page, at least one
     */
    static List<String> below(List<Line> title, PageText page) {
        List<String> lines = new ArrayList<>();
        for (Line line : rowsBelow(title, page)) {
            String text = withoutMarks(line);
            boolean goesOn = !lines.isEmpty() && goesOn(lines.getLast(), text);
            boolean found = !of(text).isEmpty() || goesOn;
            if (!found && !lines.isEmpty() || HeadingWords.known(line.text())) {
                break;
            }
            if (goesOn) {
                lines.set(lines.size() - 1, joined(lines.getLast(), text));
            } else if (found) {
                lines.add(text);
            }
        }
        return of(String.join("; ", lines));
    }

    /** What stands under the title, whatever column it is told to be in; not what stands beside it. */
    private static List<Line> rowsBelow(List<Line> title, PageText page) {
        Box above = title.stream().map(Line::box).reduce(Box::with).orElseThrow();
        List<Line> lines = page.lines().stream()
                .filter(line -> !title.contains(line) && line.box().y() > above.bottom() - line.size() / 2)
                .filter(line -> line.box().x() < above.right() && line.box().right() > above.x())
                .sorted(Comparator.comparingDouble(line -> line.box().bottom()))
                .toList();
        List<Line> rows = new ArrayList<>();
        for (Line line : lines) {
            Line last = rows.isEmpty() ? null : rows.getLast();
            boolean beside = last != null
                    && Math.abs(last.box().bottom() - line.box().bottom()) < 0.4f * line.size()
                    && Math.abs(last.size() - line.size()) < 0.25f * line.size();
            if (beside) {
                rows.set(rows.size() - 1, oneRow(last, line));
            } else if (rows.size() == LINES) {
                break;
            } else {
                rows.add(line);
            }
        }
        return rows;
    }

    private static Line oneRow(Line one, Line other) {
        List<Word> words = new ArrayList<>(one.words());
        words.addAll(other.words());
        words.sort(Comparator.comparingDouble(word -> word.box().x()));
        return new Line(one.page(), words);
    }

    /** Whether a line of names goes on in the line below. */
    private static boolean goesOn(String names, String below) {
        return SEPARATED.matcher(names).find()
                && of(joined(names, below)).size() > of(names).size();
    }

    /** A line ends behind a name, or in the midst of one. */
    private static String joined(String names, String below) {
        String[] parts = SEPARATED.split(names + " ");
        String last = parts.length == 0
                ? ""
                : MARKS.matcher(parts[parts.length - 1]).replaceAll("").strip();
        String[] next = SEPARATED.split(below);
        boolean ends =
                next.length > 0 && MARKS.matcher(next[0]).replaceAll("").strip().matches("\\S+");
        boolean whole = isName(last) && !last.matches(".*\\p{Lu}\\.") && !ends;
        return names + (whole ? "; " : " ") + below;
    }

    private static String withoutMarks(Line line) {
        StringBuilder text = new StringBuilder();
        float end = 0;
        for (Word word : line.words()) {
            if (word.size() > 0.8f * line.size()
                    || SEPARATED.matcher(" " + word.text()).matches()) {
                boolean apart = word.box().x() - end > 1.2f * line.size();
                text.append(text.isEmpty() ? "" : apart ? "; " : " ").append(word.text());
            }
            end = word.box().right();
        }
        return text.toString();
    }

    /** Divides a line of names; nothing where it does not look like one. */
    static List<String> of(String line) {
        String plain = HYPHENS.matcher(MARKS.matcher(line).replaceAll(" "))
                .replaceAll("-")
                .replaceAll("\\s+", " ")
                .strip();
        List<String> parts = Arrays.stream(SEPARATED.split(plain))
                .map(String::strip)
                .filter(part -> part.length() > 1 && !DEGREE.matcher(part).matches())
                .toList();
        List<String> names = parts.stream().filter(Authors::isName).toList();
        boolean address = parts.stream().anyMatch(Authors::isPlace);
        return !address && names.size() * 3 >= parts.size() * 2 ? names : List.of();
    }

    private static boolean isName(String part) {
        return !isPlace(part)
                && (FULL.matcher(part).matches()
                        || SHORT.matcher(part).matches()
                        || CLOSE.matcher(part).matches());
    }

    private static boolean isPlace(String part) {
        return PLACE.matcher(part).find();
    }
}
