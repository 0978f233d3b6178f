package org.winnow.fulltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.layout.Line;
import org.winnow.fulltext.layout.PageText;

/** Reads title, authors and year from the page on which an article begins. */
final class FrontPage {
    /** A year by itself, not in a number such as a DOI or the price of a copy. */
    private static final String YEAR = "(?<![\\d./-])((?:19|20)\\d{2})(?![\\d/]|-\\d)";
    /** What says most surely when the article came out first. */
    private static final List<Pattern> YEARS = List.of(
            year("(?:published|publication date|available online|date of publication)[^\\n]{0,40}?"),
            year("(?:\u00A9|\\(c\\)|copyright)[^\\n]{0,40}?"),
            year("accepted[^\\n]{0,40}?"),
            year("(?:vol\\.|volume|proceedings|arxiv|journal|received)[^\\n]{0,60}?"),
            year("[a-z]{3,9}[^\\n]{0,60}?"));

    private static final Pattern KIND = Pattern.compile(
            "(?i)^(research|original|review|short|case|open access|article|full)\\b.{0,25}$|^(systematic review|clinical (?:study|trial|research)|corrigendum|erratum|addendum|retraction|brief (?:report|communication)|rapid communication|perspective|opinion|edge article|editorial|letter|correspondence|commentary|protocol|study protocol)$");

    /** Sentences of JSTOR, ResearchGate, HAL, and the repositories of universities on the page that they put in front. */
    private static final Pattern COVER = Pattern.compile(
            "(?i)jstor is a not-for-profit|see discussions, stats, and author profiles|hal is a multi-?disciplinary"
                    + "|to cite this version|citation for published version|link to publication|take down policy"
                    + "|this is the author'?s accepted manuscript|this version is available at|downloaded from: http"
                    + "|white rose research online|escholarship|publication details, including instructions"
                    + "|^to (?:cite|link to) this article|submit your article to this journal|full terms (?:&|and) conditions of");

    /** The name of a journal in its masthead, which can be set larger than the titles of its articles. */
    private static final Pattern MASTHEAD = Pattern.compile(
            "(?i)(?:.*\\bjournal\\b.*|(?:annals|archives|bulletin|proceedings|transactions) of .*|acta .*|(?:bmc|plos|frontiers in|nature) .*"
                    + "|.* (?:letters|reports|research|sciences|medicine|biomed central))");
    /** Words that the name of a journal has at most. */
    private static final int LONG = 10;
    /** Lines among which those of a title stand. */
    private static final int AROUND = 14;
    /** Words that a title has seldom and the name of a journal often. */
    private static final int SHORT = 4;

    private final PageText page;
    private final float bodySize;
    private final Metadata metadata;

    /** @param pages the first ones, running heads dropped */
    FrontPage(List<PageText> pages, float bodySize, Metadata metadata) {
        this.page = first(pages);
        this.bodySize = bodySize;
        this.metadata = metadata;
    }

    /** The lines that hold the title, empty where none stands out. */
    List<Line> titleLines() {
        List<Line> fromMetadata = linesOf(metadata.title());
        if (!fromMetadata.isEmpty()) {
            return fromMetadata;
        }
        float largest = largest(Float.MAX_VALUE);
        if (largest < bodySize + 0.9f) {
            return bold();
        }
        List<Line> run = run(largest);
        return words(run) > SHORT && !masthead(run) ? run : longer(run, largest);
    }

    private float largest(float below) {
        float largest = 0;
        for (Line line : upper()) {
            if (candidate(line) && line.size() > largest && line.size() < below) {
                largest = line.size();
            }
        }
        return largest;
    }

    /** The name of a journal is often set larger than the title of its article, which has more words. */
    private List<Line> longer(List<Line> shortest, float size) {
        float next = largest(size - 0.6f);
        List<Line> other = next >= bodySize + 2 ? run(next) : List.of();
        boolean names = other.stream().anyMatch(line -> Authors.of(line.text()).size() > 1);
        return words(other) > SHORT && !names ? other : shortest;
    }

    private boolean masthead(List<Line> lines) {
        String words = lines.stream().map(Line::text).collect(Collectors.joining(" "));
        return words(lines) <= LONG
                && lines.get(0).box().y() < page.height() * 0.15f
                && MASTHEAD.matcher(words).matches();
    }

    private static int words(List<Line> lines) {
        return lines.stream().mapToInt(line -> line.words().size()).sum();
    }

    String title(List<Line> lines, Prose prose) {
        String printed = prose.join(lines)
                .replaceAll("^OPEN\\s|[\\s*\u2217\u2020\u2021]+$", "")
                .strip();
        return printed.isEmpty() && usable(metadata.title()) ? metadata.title() : printed;
    }

    /** The names below the title, as printed, without the marks of their affiliations. */
    List<String> authors(List<Line> titleLines) {
        List<String> named = Authors.of(metadata.author());
        List<String> printed = titleLines.isEmpty() ? List.of() : Authors.below(titleLines, page);
        // Some publishers name the corresponding author alone.
        return named.size() > 1 && named.size() >= printed.size() || printed.isEmpty() ? named : printed;
    }

    @Nullable
    Integer year() {
        String text = text();
        return YEARS.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(m -> Integer.valueOf(m.group(1)))
                .findFirst()
                .orElse(null);
    }

    private static Pattern year(String words) {
        return Pattern.compile(words + "\\b" + YEAR, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The first page that is none of a repository's own. */
    private static PageText first(List<PageText> pages) {
        PageText first =
                pages.stream().limit(3).filter(page -> !cover(page)).findFirst().orElse(pages.get(0));
        int next = pages.indexOf(first) + 1;
        boolean bare =
                next < pages.size() && letters(first) * 4 < letters(pages.get(next)) && largest(pages.get(next)) > 12;
        return bare ? pages.get(next) : first;
    }

    /** Whether a repository put this page before the article: it has large words of its own and no prose of the article. */
    static boolean cover(PageText page) {
        return page.page() <= 2
                && page.lines().stream()
                        .anyMatch(line -> COVER.matcher(line.text()).find());
    }

    private static int letters(PageText page) {
        return page.lines().stream().mapToInt(line -> line.text().length()).sum();
    }

    private static float largest(PageText page) {
        return page.lines().stream().map(Line::size).max(Float::compare).orElse(0f);
    }

    private List<Line> upper() {
        return page.lines().stream()
                .filter(line -> line.box().y() < page.height() * 0.6)
                .toList();
    }

    private boolean candidate(Line line) {
        String text = line.text();
        return text.length() >= 8
                && text.replaceAll("[^\\p{L}]", "").length() * 10
                        > text.replace(" ", "").length() * 7
                && text.matches(".*\\p{L}{3}.*")
                && !KIND.matcher(text).matches()
                && !HeadingWords.known(text)
                && !text.toLowerCase(Locale.ROOT)
                        .matches(".*(\\bissn\\b|www\\.|https?:|@|^journal of|^proceedings|^vol\\b).*");
    }

    /** The first run of lines of one size that is long enough for a title, else the longest; what stands beside is passed over. */
    private List<Line> run(float size) {
        List<Line> longest = List.of();
        List<Line> run = new ArrayList<>();
        for (Line line : upper()) {
            boolean same = Math.abs(line.size() - size) < 0.6f
                    && !KIND.matcher(line.text()).matches();
            if (same && (run.isEmpty() || near(run.getLast(), line))) {
                run.add(line);
            } else if (!run.isEmpty() && (same || !beside(run, line))) {
                longest = words(run) > words(longest) ? run : longest;
                if (words(longest) > SHORT) {
                    return longest;
                }
                run = new ArrayList<>(same ? List.of(line) : List.of());
            }
        }
        return words(run) > words(longest) ? run : longest;
    }

    private static boolean beside(List<Line> run, Line line) {
        return run.stream()
                .map(Line::box)
                .allMatch(box -> line.box().right() <= box.x() || line.box().x() >= box.right());
    }

    private List<Line> bold() {
        List<Line> run = new ArrayList<>();
        for (Line line : upper()) {
            if (line.bold() && (candidate(line) || !run.isEmpty())) {
                run.add(line);
            } else if (!run.isEmpty()) {
                break;
            }
        }
        return run.size() <= 5 ? run : List.of();
    }

    private static boolean near(Line above, Line below) {
        float gap = below.box().y() - above.box().bottom();
        return gap < 1.2f * above.size() && gap > -above.size();
    }

    /** The lines that print what the metadata call the title: then it is one, and stands here as people read it. */
    private List<Line> linesOf(String title) {
        String wanted = letters(title);
        List<Line> all = upper();
        for (int from = 0; usable(title) && from < all.size(); from++) {
            List<Line> lines = printed(wanted, all.subList(from, Math.min(all.size(), from + AROUND)));
            if (!lines.isEmpty()) {
                return lines;
            }
        }
        return List.of();
    }

    /** The lines from the first on that print a title in one size; others that stand beside it are passed over. */
    private static List<Line> printed(String wanted, List<Line> lines) {
        List<Line> found = new ArrayList<>();
        String seen = "";
        for (Line line : lines) {
            boolean same =
                    found.isEmpty() || Math.abs(line.size() - found.get(0).size()) < 1;
            String more = letters(line.text().replaceFirst("^OPEN\\s", ""));
            if (same && !more.isEmpty() && wanted.startsWith(seen + more)) {
                found.add(line);
                seen += more;
            }
            if (found.isEmpty() || seen.equals(wanted)) {
                return found;
            }
        }
        return List.of();
    }

    /** Word processors and publishers leave file names and job numbers where the title should be. */
    private static boolean usable(String title) {
        return title.length() >= 12
                && title.contains(" ")
                && !title.matches(
                        "(?i).*\\.(docx?|tex|dvi|pdf|indd|qxd|rtf)\\b.*|^microsoft word.*|^untitled.*|^doi:.*|^pii:.*");
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private String text() {
        StringBuilder text = new StringBuilder(page.aside()).append('\n');
        page.lines().forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    int number() {
        return page.page();
    }
}
