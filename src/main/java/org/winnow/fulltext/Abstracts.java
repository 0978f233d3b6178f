package org.winnow.fulltext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the abstract of an article among its sections: the one that is called so, else the paragraph that is one. */
final class Abstracts {
    private static final int SHORTEST = 250;
    /** What stands before the text of an article and is no abstract. */
    private static final Pattern OTHER = Pattern.compile(
            "(?i)@|^(?:correspond|to cite|cite this|received|accepted|copyright|\u00A9|funding|the genbank|abbreviations)"
                    + "|\\b(?:university|department of|school of|institute of)\\b.*\\b(?:university|department of|institute of)\\b");
    /** The first part of a structured abstract. */
    private static final Pattern FIRST_LABEL =
            Pattern.compile("(?i)^(?:background|introduction|objectives?|aims?|purpose|context|hypothesis)\\b");
    /** What publishers add at its end. */
    private static final Pattern RIGHTS = Pattern.compile(
            "\\s*(?:\\p{Cntrl}|\u00A9|\\([cC]\\)|Copyright)?\\s*\u00A9?\\s*(?:19|20)\\d{2}[,.]?\\s(?:The Authors?|Elsevier|Published by|Wiley|Springer|Informa|Taylor)\\b.*$",
            Pattern.DOTALL);

    private Abstracts() {}

    /** @param apart paragraphs before the first heading that are set otherwise than the text */
    static String of(List<Section> sections, List<String> apart) {
        for (int i = 0; i < sections.size(); i++) {
            String name = HeadingWords.plain(sections.get(i).heading());
            if (name.matches("abstract|summary|zusammenfassung|r\u00E9sum\u00E9|resumen")) {
                String named = named(sections, i);
                if (!named.isEmpty()) {
                    return RIGHTS.matcher(named).replaceFirst("").strip();
                }
            }
        }
        return unnamed(sections)
                .or(() -> apart.stream().filter(Abstracts::canBeOne).findFirst())
                .map(text -> RIGHTS.matcher(text).replaceFirst(""))
                .orElse("");
    }

    /** A structured abstract has its own headings, each over a few lines. */
    private static String named(List<Section> sections, int at) {
        List<String> parts = new ArrayList<>();
        parts.add(withoutNotes(sections.get(at).text()));
        boolean empty = parts.get(0).isEmpty();
        boolean begun = FIRST_LABEL.matcher(parts.get(0)).find();
        for (int i = at + 1; i < sections.size(); i++) {
            Section next = sections.get(i);
            boolean later = begun
                    && next.page() == sections.get(at).page()
                    && !FIRST_LABEL.matcher(next.heading()).find();
            if (!label(next) || !empty && !later) {
                break;
            }
            parts.add(next.heading() + ": " + withoutNotes(next.text()));
        }
        return String.join("\n", parts).strip();
    }

    /** Addresses and dates that stand below an abstract in its column are none of it. */
    private static String withoutNotes(String text) {
        return text.lines()
                .takeWhile(paragraph ->
                        text.startsWith(paragraph) || !OTHER.matcher(paragraph).find())
                .collect(Collectors.joining("\n"));
    }

    private static boolean label(Section section) {
        return HeadingWords.known(section.heading())
                && !HeadingWords.plain(section.heading()).matches("key ?words|abbreviations")
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
        return paragraphs.stream().filter(Abstracts::canBeOne).max(Comparator.comparingInt(String::length));
    }

    private static boolean canBeOne(String paragraph) {
        return paragraph.length() >= SHORTEST
                && paragraph.matches(".*[.?!].*\\p{Ll}.*")
                && !OTHER.matcher(paragraph).find();
    }

    private static boolean body(Section section) {
        return !section.number().isEmpty()
                || HeadingWords.plain(section.heading()).matches("introduction|background|methods?|einleitung");
    }
}
