package org.winnow.fulltext;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.winnow.fulltext.layout.Line;
import org.winnow.fulltext.layout.PageText;
import org.winnow.model.Doi;

/** Finds the identifiers of an article itself on its first pages, and leaves those of what it cites. */
final class Identifiers {
    private static final Pattern DOI = Pattern.compile(
            "(?:doi\\.org/|doi[:\\s]\\s*|\\bdoi\\s*=\\s*)?(10\\.\\d{4,9}/[^\\s\"<>]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PMID = Pattern.compile("\\bPMID:?\\s*(\\d{5,8})\\b");
    /** Identifiers since April 2007 and before: arXiv's own description of its scheme. */
    private static final Pattern ARXIV =
            Pattern.compile("arXiv:\\s*(\\d{4}\\.\\d{4,5}(?:v\\d+)?|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7}(?:v\\d+)?)");

    private static final Pattern DIVIDED = Pattern.compile("10\\.\\d{4,9}/\\S*[-/._]$");
    private static final Pattern CONTINUED = Pattern.compile("^[\\w(]\\S*\\d");
    private static final Pattern CITE = Pattern.compile("(?i)\\bcite this (?:article|paper|work)\\b");
    private static final int PAGES = 2;
    /** Lines of a notice how to cite an article. */
    private static final int AROUND = 5;

    private Identifiers() {}

    /**
     * The DOI that the first pages print.
     *
     * @param pages before running heads are dropped: that is where it stands most often
     */
    static Optional<Doi> doi(List<PageText> pages) {
        Map<Doi, Integer> seen = new LinkedHashMap<>();
        for (PageText page : pages.subList(0, Math.min(PAGES, pages.size()))) {
            String text = beforeReferences(page);
            Matcher m = DOI.matcher(text);
            while (m.find()) {
                boolean named = m.start() < m.start(1);
                int weight = (named ? 3 : 1) + (page.page() == 1 ? 2 : 0);
                Doi.find(m.group(1)).ifPresent(doi -> seen.merge(doi, weight, Integer::sum));
            }
        }
        // One that is printed whole elsewhere is cut short here, or another text lies over it.
        Set<Doi> whole = Set.copyOf(seen.keySet());
        seen.keySet().removeIf(doi -> whole.stream()
                .anyMatch(other -> !other.equals(doi) && other.value().startsWith(doi.value())));
        // The one that is named most; of equals the first.
        return seen.entrySet().stream()
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .map(Map.Entry::getKey)
                .or(() -> howToCite(pages));
    }

    /** Some journals print it at the end only, where they say how to cite the article. */
    private static Optional<Doi> howToCite(List<PageText> pages) {
        for (PageText page : pages) {
            List<Line> lines = page.lines();
            for (int i = 0; i < lines.size(); i++) {
                if (CITE.matcher(lines.get(i).text()).find()) {
                    List<Line> near = lines.subList(Math.max(0, i - 1), Math.min(lines.size(), i + AROUND));
                    Matcher m = DOI.matcher(near.stream().map(Line::text).collect(Collectors.joining("\n")));
                    if (m.find()) {
                        return Doi.find(m.group(1));
                    }
                }
            }
        }
        return Optional.empty();
    }

    static String pmid(List<PageText> pages) {
        return pages.isEmpty() ? "" : first(PMID, beforeReferences(pages.get(0)));
    }

    static String arxiv(List<PageText> pages) {
        return pages.isEmpty() ? "" : first(ARXIV, pages.get(0).aside() + "\n" + beforeReferences(pages.get(0)));
    }

    private static String first(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? m.group(1) : "";
    }

    /** The page's text, an identifier that is divided at a line's end put together again. */
    private static String beforeReferences(PageText page) {
        StringBuilder text = new StringBuilder(page.aside()).append('\n');
        String last = "";
        for (Line line : page.lines()) {
            if (HeadingWords.references(line.text())) {
                break;
            }
            if (DIVIDED.matcher(last).find() && CONTINUED.matcher(line.text()).find()) {
                text.setLength(text.length() - 1);
            }
            text.append(line.text()).append('\n');
            last = line.text();
        }
        return text.toString();
    }
}
