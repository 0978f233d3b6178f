package org.winnow.fulltext;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words by which the usual headings of an article are known, in the languages of Western journals. */
final class HeadingWords {
    private static final Set<String> KNOWN = Set.of(
            "abstract",
            "article info",
            "articleinfo",
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
            "reference list",
            "list of references",
            "references cited",
            "references and notes",
            "references and recommended reading",
            "notes and references",
            "references notes",
            "literaturverzeichnis",
            "quellenverzeichnis",
            "bibliographie",
            "bibliografie",
            "bibliograf\u00EDa",
            "bibliografia",
            "refer\u00EAncias bibliogr\u00E1ficas");

    /** The same where wide kerning broke the word up: {@code Ref erences}. */
    private static final Set<String> BROKEN_UP = Set.of("references", "bibliography", "literaturverzeichnis");

    private static final Pattern SET_WIDE = Pattern.compile("(?:\\p{L}\\s){3,}\\p{L}(?:\\s\\p{L})*");

    private HeadingWords() {}

    /** Whether a heading is the one over the list of references. */
    static boolean references(String heading) {
        String plain = plain(heading);
        return REFERENCES.contains(plain) || BROKEN_UP.contains(plain.replace(" ", ""));
    }

    static boolean known(String heading) {
        return KNOWN.contains(plain(heading)) || references(heading);
    }

    static String plain(String heading) {
        return closed(heading.replaceAll("[^\\p{L}' ]", " ")
                        .replaceAll("\\s+", " ")
                        .strip())
                .toLowerCase(Locale.ROOT);
    }

    /** Headings set wide apart: A B S T R A C T. */
    static String closed(String text) {
        return SET_WIDE.matcher(text).matches() ? text.replaceAll("\\s", "") : text;
    }
}
