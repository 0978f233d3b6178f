package org.winnow.fulltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.layout.Line;
import org.winnow.fulltext.layout.PageText;
import org.winnow.fulltext.layout.Word;

/** Tells the headings of an article from its text: by their numbers, their words and their type. */
final class Headings {
    /** @param rest of the line where the text begins behind a heading ({@code Abstract. We …}), else empty */
    record Heading(String number, String words, String rest) {}

    private static final Pattern NUMBERED = Pattern.compile(
            "^((?:\\d{1,2}(?:\\.\\d{1,2}){0,3}|[IVX]{1,5}|[A-H](?:\\.\\d{1,2})?)[.)]?)\\s+(?:[|\u2502]\\s*)?(\\p{L}.*)$");
    private static final Pattern RUN_IN = Pattern.compile(
            "^(abstract|summary|key ?words|index terms|zusammenfassung|r\u00E9sum\u00E9|resumen)\\s*[.:\u2014\u2013-]\\s*(\\S.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Set<String> RUN_IN_WORDS =
            Set.of("abstract", "summary", "keywords", "zusammenfassung", "r\u00E9sum\u00E9", "resumen");

    /** What publishers set before a heading. */
    private static final Pattern ORNAMENT = Pattern.compile("^[\u25A0-\u25FF\u2022\u2605\u2606\u2756]\\s*(?=\\p{L})");

    private static final int MOST_WORDS = 16;
    /** Letters that a line of running text has at least. */
    private static final int RUNNING = 25;

    private static final float SAME = 0.6f;
    /** Text recognised in a scan comes in a size of its own for every line. */
    private static final float RECOGNISED = 2.5f;

    private final float bodySize;
    /** How far from the usual size running text may be, in points. */
    private final float uneven;

    private final boolean bodyBold;
    private final String bodyFace;
    private SectionNumber last = SectionNumber.NONE;

    Headings(List<PageText> pages) {
        Map<Float, Integer> sizes = new TreeMap<>();
        List<Line> running = running(pages);
        running.forEach(line -> sizes.merge(line.size(), line.text().length(), Integer::sum));
        bodySize = most(sizes, 10f);
        int letters = sizes.values().stream().mapToInt(Integer::intValue).sum();
        uneven = sizes.getOrDefault(bodySize, 0) * 3 < letters ? RECOGNISED : SAME;
        Map<String, Integer> faces = new TreeMap<>();
        int bold = 0;
        int all = 0;
        for (Line line : running) {
            if (Math.abs(line.size() - bodySize) < SAME) {
                int n = line.text().length();
                faces.merge(line.face(), n, Integer::sum);
                all += n;
                bold += line.bold() ? n : 0;
            }
        }
        bodyFace = most(faces, "");
        bodyBold = bold * 2 > all;
    }

    /** The lines of running text, without the list of references, which can be longer than the text and is set smaller. */
    private static List<Line> running(List<PageText> pages) {
        List<Line> lines = pages.stream().flatMap(page -> page.lines().stream()).toList();
        List<Line> running = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i > lines.size() * 2 / 5 && HeadingWords.references(lines.get(i).text())) {
                break;
            }
            if (lines.get(i).text().length() >= RUNNING) {
                running.add(lines.get(i));
            }
        }
        return running.isEmpty() ? lines : running;
    }

    private static <T> T most(Map<T, Integer> letters, T otherwise) {
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }

    /** The size of type of the running text, in points. */
    float bodySize() {
        return bodySize;
    }

    boolean stressed(Line line) {
        return line.size() >= bodySize + uneven + 0.3f || line.bold() && !bodyBold && line.size() >= bodySize - 1.1f;
    }

    /** Whether a line is set otherwise than the running text. */
    boolean otherwise(Line line) {
        return Math.abs(line.size() - bodySize) > uneven || !line.face().equals(bodyFace);
    }

    /**
     * The heading that a line is or begins with.
     *
     * @param before the line before it, or null at the start of the text
     * @param ahead the lines after it, as many as there are of the next three
     */
    Optional<Heading> of(Line line, @Nullable Line before, List<Line> ahead) {
        String text = HeadingWords.closed(ORNAMENT.matcher(line.text().strip()).replaceFirst(""));
        Matcher runIn = RUN_IN.matcher(text);
        if (runIn.matches()) {
            return Optional.of(new Heading("", runIn.group(1), runIn.group(2)));
        }
        if (runIn(line)) {
            String first = line.words().get(0).text();
            return Optional.of(new Heading(
                    "", first, line.text().strip().substring(first.length()).strip()));
        }
        Matcher numbered = NUMBERED.matcher(text);
        boolean hasNumber = numbered.matches();
        String number = hasNumber ? numbered.group(1) : "";
        String words = hasNumber ? HeadingWords.closed(numbered.group(2)) : text;
        boolean listed = words.matches(".*[\\s.]\\d{1,3}$") && (hasNumber || HeadingWords.known(words))
                || words.contains(". . .");
        boolean setWide = !text.equals(line.text().strip()) && HeadingWords.known(words) && !words.contains(" ");
        if (listed || words.isEmpty() || !setWide && !Character.isUpperCase(words.codePointAt(0))) {
            return Optional.empty();
        }
        Optional<Heading> inLine = hasNumber ? numberedRunIn(number, line) : boldRunIn(line, before);
        if (inLine.isPresent()) {
            last = hasNumber ? last.next(number) : last;
            return inLine;
        }
        boolean standsOut = stressedOrCapitals(line, words);
        boolean heading = HeadingWords.known(words)
                ? hasNumber || setWide || standsOut || endsParagraph(before, line)
                : fits(words) && (standsOut ? loud(number, before, line, ahead) : quiet(number, before, line, ahead));
        if (!heading) {
            return Optional.empty();
        }
        last = hasNumber ? last.next(number) : last;
        return Optional.of(new Heading(number, trimmed(words), ""));
    }

    /** A word such as {@code Abstract} in another face before its text. */
    private static boolean runIn(Line line) {
        List<Word> words = line.words();
        return words.size() > 3
                && RUN_IN_WORDS.contains(HeadingWords.plain(words.get(0).text()))
                && !words.get(0).face().equals(words.get(1).face());
    }

    /** A heading in another face with its number, behind which the text goes on in the line: {@code 2.1. Setting. We …}. */
    private Optional<Heading> numberedRunIn(String number, Line line) {
        List<Word> words = line.words();
        int end = 1;
        while (end < words.size() && !words.get(end).face().equals(bodyFace)) {
            end++;
        }
        boolean runIn = end > 1
                && end < words.size() - 1
                && words.get(end - 1).text().endsWith(".")
                && number.matches("\\d{1,2}\\.\\d.*")
                && last.goesOnWith(number);
        return runIn
                ? Optional.of(new Heading(
                        number, trimmed(text(words.subList(1, end))), text(words.subList(end, words.size()))))
                : Optional.empty();
    }

    /** A bold heading behind which the text goes on in the line: {@code Insects. Larvae were …}. */
    private Optional<Heading> boldRunIn(Line line, @Nullable Line before) {
        return endsParagraph(before, line) || before != null && before.text().endsWith(".")
                ? endOfBold(line)
                : Optional.empty();
    }

    /** Divides a line in which bold words end with a full stop and text goes on behind them. */
    Optional<Heading> endOfBold(Line line) {
        List<Word> words = line.words();
        int end = 0;
        while (end < words.size() && words.get(end).bold()) {
            end++;
        }
        boolean divided = !bodyBold
                && end > 0
                && end < words.size()
                && end <= MOST_WORDS
                && words.get(end - 1).text().matches(".*\\p{L}{2,}\\)?\\.")
                && words.get(end).face().equals(bodyFace)
                && Character.isUpperCase(words.get(end).text().codePointAt(0));
        return divided
                ? Optional.of(
                        new Heading("", trimmed(text(words.subList(0, end))), text(words.subList(end, words.size()))))
                : Optional.empty();
    }

    private static String text(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    private static boolean fits(String words) {
        return words.length() >= 3
                && words.split("\\s+").length <= MOST_WORDS
                && words.matches(".*\\p{L}{3}.*")
                && !endsInMidSentence(words);
    }

    /** Bold, larger or in capitals: a heading where text follows, and no label in a figure. */
    private boolean loud(String number, @Nullable Line before, Line line, List<Line> ahead) {
        boolean text = ahead.stream().anyMatch(this::runningText);
        return number.isEmpty() ? endsParagraph(before, line) && text : text || last.goesOnWith(number);
    }

    /** About the size of the text: told by a number that goes on counting, or by another face, as italics are. */
    private boolean quiet(String number, @Nullable Line before, Line line, List<Line> ahead) {
        boolean size = line.size() >= bodySize - 1.1f && line.size() <= bodySize + uneven;
        if (!endsParagraph(before, line) || ahead.isEmpty() || !size) {
            return false;
        }
        Line next = ahead.get(0);
        boolean face = !line.face().equals(bodyFace);
        boolean shorter = next.page() != line.page()
                || next.box().y() < line.box().y()
                || line.box().width() < 0.85f * next.box().width();
        if (!number.isEmpty()) {
            return number.matches("\\d{1,2}\\.\\d.*") && last.goesOnWith(number) && (shorter || face);
        }
        return shorter
                && face
                && next.face().equals(bodyFace)
                && ahead.stream().anyMatch(this::runningText)
                && line.words().stream().allMatch(word -> word.face().equals(line.face()))
                && line.text().matches("\\p{Lu}.*\\p{Ll}{2}.*[\\p{L}\\d)?]");
    }

    /** Whether a line is set like the heading above and ends it. */
    boolean continues(Line heading, Line line) {
        return below(heading, line)
                && (stressed(heading) || !heading.face().equals(bodyFace))
                && heading.face().equals(line.face())
                && Math.abs(heading.size() - line.size()) < SAME
                && !NUMBERED.matcher(line.text()).matches()
                && fits(line.text());
    }

    /** Whether a line follows another without white between. */
    boolean below(Line above, Line line) {
        float gap = line.box().y() - above.box().bottom();
        return above.page() == line.page() && gap > -2 && gap < 0.6f * line.size();
    }

    private boolean runningText(Line line) {
        return Math.abs(line.size() - bodySize) <= uneven
                && line.text().length() >= RUNNING
                && !stressed(line)
                && line.text().matches(".*(?:\\b\\p{Ll}+[,;]?\\s+){2}.*");
    }

    private static String trimmed(String words) {
        String trimmed = words.replaceAll("[\\s.:]+$", "");
        return trimmed.equals("articleinfo") ? "article info" : trimmed;
    }

    private boolean stressedOrCapitals(Line line, String words) {
        boolean capitals =
                words.length() >= 6 && words.equals(words.toUpperCase(Locale.ROOT)) && !words.matches(".*\\d.*");
        return stressed(line) || capitals;
    }

    private static boolean endsInMidSentence(String words) {
        return words.matches(".*[,;\u2014-]$")
                || words.matches(".*\\s(and|or|of|the|in|for|to|with|a|an)$") && words.length() > 60;
    }

    /** Whether a paragraph can have ended before this line: a full stop, another type, or white space between. */
    private boolean endsParagraph(@Nullable Line before, Line line) {
        if (before == null || before.page() != line.page()) {
            return true;
        }
        float gap = line.box().y() - before.box().bottom();
        boolean underHeading =
                HeadingWords.known(before.text()) && !before.face().equals(line.face());
        return gap < -2
                || gap > 0.6f * bodySize
                || before.text().matches(".*[.?!:)\\]]$")
                || !stressed(before)
                || underHeading;
    }
}
