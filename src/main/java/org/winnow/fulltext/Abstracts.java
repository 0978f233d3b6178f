package org.winnow.fulltext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the abstract of an article among its sections: the one that is called so, else the paragraph that is one. */
final class Abstracts {
    private static final int SHORTEST = 250;
    /** What stands before the text of an article and is no abstract. */
    private static final Pattern OTHER = Pattern.compile(
            "(?i)@|^(?:correspond|to cite|cite this|received|accepted|copyright|\u00A9|funding|the genbank|abbreviations)"
                    + "|\\b(?:university|department of|school of|institute of)\\b.*\\b(?:university|department of|institute of)\\b");
    /** What publishers add at its end. */
    private static final Pattern RIGHTS = Pattern.compile(
            "\\s*(?:\\p{Cntrl}|\u00A9|\\([cC]\\)|Copyright)?\\s*\u00A9?\\s*(?:19|20)\\d{2}[,.]?\\s(?:The Authors?|Elsevier|Published by|Wiley|Springer|Informa|Taylor)\\b.*$",
            Pattern.DOTALL);

    private Abstracts() {}

    static String of(List<Section> sections) {
        for (int i = 0; i < sections.size(); i++) {
            String name = Headings.plain(sections.get(i).heading());
            if (name.matches("abstract|summary|zusammenfassung|r\u00E9sum\u00E9|resumen")) {
                String named = named(sections, i);
                if (!named.isEmpty()) {
                    return RIGHTS.matcher(named).replaceFirst("").strip();
                }
            }
        }
        return unnamed(sections)
                .map(text -> RIGHTS.matcher(text).replaceFirst(""))
                .orElse("");
    }

    /** A structured abstract has its own headings, each over a few lines. */
    private static String named(List<Section> sections, int at) {
        List<String> parts = new ArrayList<>();
        parts.add(sections.get(at).text());
        for (int i = at + 1; parts.get(0).isEmpty() && i < sections.size() && label(sections.get(i)); i++) {
            parts.add(sections.get(i).heading() + ": " + sections.get(i).text());
        }
        return String.join("\n", parts).strip();
    }

    private static boolean label(Section section) {
        return Headings.known(section.heading())
                && section.number().isEmpty()
                && section.text().length() < 1500;
    }

    /** The longest paragraph of prose on the first page before the text of the article begins. */
    private static Optional<String> unnamed(List<Section> sections) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            boolean before = section.page() == sections.get(0).page()
                    && !body(section)
                    && (i > 0 || sections.size() == 1 || sections.get(1).page() == section.page());
            if (!before) {
                break;
            }
            section.text().lines().forEach(paragraphs::add);
        }
        return paragraphs.stream()
                .filter(text -> text.length() >= SHORTEST && text.matches(".*[.?!].*\\p{Ll}.*"))
                .filter(text -> !OTHER.matcher(text).find())
                .max(Comparator.comparingInt(String::length));
    }

    private static boolean body(Section section) {
        return !section.number().isEmpty()
                || Headings.plain(section.heading()).matches("introduction|background|methods?|einleitung");
    }
}
