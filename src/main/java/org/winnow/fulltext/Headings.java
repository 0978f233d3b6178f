package org.winnow.fulltext;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.layout.Line;
import org.winnow.fulltext.layout.PageText;

/** Tells the headings of an article from its text: by their numbers, their words and their type. */
final class Headings {
    /** @param rest of the line where the text begins behind a heading ({@code Abstract. We …}), else empty */
    record Heading(String number, String words, String rest) {}

    private static final Pattern NUMBERED =
            Pattern.compile("^((?:\\d{1,2}(?:\\.\\d{1,2}){0,3}|[IVX]{1,5}|[A-H](?:\\.\\d{1,2})?)[.)]?)\\s+(\\p{L}.*)$");
    private static final Pattern RUN_IN = Pattern.compile(
            "^(abstract|summary|key ?words|index terms|zusammenfassung|r\u00E9sum\u00E9|resumen)\\s*[.:\u2014\u2013-]\\s*(\\S.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Set<String> KNOWN = Set.of(
            "abstract",
            "summary",
            "introduction",
            "background",
            "objective",
            "objectives",
            "aim",
            "aims",
            "methods",
            "method",
            "methodology",
            "materials and methods",
            "material and methods",
            "methods and materials",
            "patients and methods",
            "subjects and methods",
            "participants",
            "experimental",
            "results",
            "findings",
            "results and discussion",
            "discussion",
            "discussion and conclusion",
            "discussion and conclusions",
            "conclusion",
            "conclusions",
            "concluding remarks",
            "limitations",
            "related work",
            "future work",
            "acknowledgement",
            "acknowledgements",
            "acknowledgment",
            "acknowledgments",
            "references",
            "bibliography",
            "literature",
            "literature cited",
            "works cited",
            "appendix",
            "appendices",
            "supplementary material",
            "supplementary materials",
            "supporting information",
            "funding",
            "conflict of interest",
            "conflicts of interest",
            "competing interests",
            "declaration of competing interest",
            "author contributions",
            "authors' contributions",
            "data availability",
            "data availability statement",
            "ethics statement",
            "ethical approval",
            "abbreviations",
            "keywords",
            "key words",
            "statistical analysis",
            "study design",
            "notes",
            "endnotes",
            "additional information",
            "additional information and declarations",
            "einleitung",
            "methoden",
            "ergebnisse",
            "diskussion",
            "literatur",
            "zusammenfassung",
            "r\u00E9sum\u00E9",
            "m\u00E9thodes",
            "r\u00E9sultats",
            "r\u00E9f\u00E9rences",
            "resumen",
            "introducci\u00F3n",
            "m\u00E9todos",
            "resultados",
            "discusi\u00F3n",
            "referencias",
            "conclusiones",
            "introdu\u00E7\u00E3o",
            "refer\u00EAncias");

    private static final Set<String> REFERENCES = Set.of(
            "references",
            "bibliography",
            "literature",
            "literature cited",
            "works cited",
            "literatur",
            "r\u00E9f\u00E9rences",
            "referencias",
            "refer\u00EAncias",
            "reference",
            "references and notes");

    private static final int MOST_WORDS = 16;

    private final float bodySize;
    private final boolean bodyBold;

    Headings(Iterable<PageText> pages) {
        Map<Float, Integer> letters = new TreeMap<>();
        int bold = 0;
        int all = 0;
        for (PageText page : pages) {
            for (Line line : page.lines()) {
                int n = line.text().length();
                letters.merge(line.size(), n, Integer::sum);
                all += n;
                bold += line.bold() ? n : 0;
            }
        }
        bodySize = letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(10f);
        bodyBold = bold * 2 > all;
    }

    /** The size of type of the running text, in points. */
    float bodySize() {
        return bodySize;
    }

    boolean stressed(Line line) {
        return line.size() >= bodySize + 0.9f || line.bold() && !bodyBold && line.size() >= bodySize - 1.1f;
    }

    /**
     * The heading that a line is or begins with.
     *
     * @param before the line before it, or null at the start of the text
     */
    Optional<Heading> of(Line line, @Nullable Line before) {
        String text = line.text().strip();
        Matcher runIn = RUN_IN.matcher(text);
        if (runIn.matches()) {
            return Optional.of(new Heading("", runIn.group(1), runIn.group(2)));
        }
        Matcher numbered = NUMBERED.matcher(text);
        boolean hasNumber = numbered.matches();
        String words = hasNumber ? numbered.group(2) : text;
        boolean listed = words.matches(".*[\\s.]\\d{1,3}$") && (hasNumber || known(words)) || words.contains(". . .");
        if (listed || words.isEmpty() || !Character.isUpperCase(words.codePointAt(0))) {
            return Optional.empty();
        }
        if (known(words) && (hasNumber || stressedOrCapitals(line, words) || endsParagraph(before, line))) {
            return Optional.of(new Heading(hasNumber ? numbered.group(1) : "", trimmed(words), ""));
        }
        boolean fits =
                words.length() >= 3 && words.split("\\s+").length <= MOST_WORDS && words.matches(".*\\p{L}{3}.*");
        if (!fits
                || !Character.isUpperCase(words.codePointAt(0))
                || endsInMidSentence(words)
                || !stressedOrCapitals(line, words)) {
            return Optional.empty();
        }
        return hasNumber || endsParagraph(before, line)
                ? Optional.of(new Heading(hasNumber ? numbered.group(1) : "", trimmed(words), ""))
                : Optional.empty();
    }

    /** Whether a heading is the one over the list of references. */
    static boolean references(String heading) {
        return REFERENCES.contains(plain(heading));
    }

    static boolean known(String heading) {
        return KNOWN.contains(plain(heading)) || REFERENCES.contains(plain(heading));
    }

    static String plain(String heading) {
        String letters =
                heading.replaceAll("[^\\p{L}' ]", " ").replaceAll("\\s+", " ").strip();
        // Headings set wide apart: A B S T R A C T.
        String closed = letters.matches("(\\p{Lu} ){3,}\\p{Lu}") ? letters.replace(" ", "") : letters;
        return closed.toLowerCase(Locale.ROOT);
    }

    private static String trimmed(String words) {
        return words.replaceAll("[\\s.:]+$", "");
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
        return gap < -2 || gap > 0.6f * bodySize || before.text().matches(".*[.?!:)\\]]$") || !stressed(before);
    }
}
