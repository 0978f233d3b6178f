package org.winnow.fulltext;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;

/**
 * Reads an entry of a list of references into a record, as far as its form tells: Vancouver ({@code Doe J, Roe R. Title.
 * J Sleep. 2010;1:2-3.}), APA ({@code Doe, J., & Roe, R. (2010). Title. Journal, 1, 2–3.}), IEEE ({@code J. Doe, "Title,"
 * Journal, 2010}) and their relatives.
 */
final class CitedWork {
    private static final Pattern LABEL = Pattern.compile("^(?:\\[[^\\]]{1,20}\\]|\\(?\\d{1,4}[.)])\\s*");
    private static final Pattern QUOTED = Pattern.compile("[\"\u201C\u201F]([^\"\u201C\u201D]{12,}?)[,.]?[\"\u201D]");
    private static final Pattern YEAR_AFTER_AUTHORS =
            Pattern.compile("[(\\[]?\\b((?:18|19|20)\\d\\d)[a-z]?(?:,[^)\\]]{0,20})?[)\\]]?[.,:]\\s+(?=\\S)");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d/.-])((?:18|19|20)\\d\\d)[a-z]?(?![\\d/])");
    private static final Pattern PMID = Pattern.compile("\\bPMID:?\\s*(\\d{5,8})\\b");
    /** The end of a sentence: not behind an initial before a name ({@code J. Smith}) or a usual abbreviation. */
    private static final Pattern SENTENCE =
            Pattern.compile("(?<=[\\p{L}\\p{N})?!][.?!])(?<!(?:^|[,&.]\\s?|\\band\\s)\\p{Lu}\\.)(?<!\\bvs\\.)"
                    + "\\s+(?=[\\p{Lu}\\p{N}\"\u201C])");

    private static final Pattern VANCOUVER =
            Pattern.compile("(\\p{Lu}[\\p{L}'\u2019 -]+?)\\s+(\\p{Lu}{1,4}(?:-\\p{Lu})?)(?!\\p{L})");
    private static final Pattern APA =
            Pattern.compile("(\\p{L}[\\p{L}'\u2019 -]+),\\s*((?:\\p{Lu}\\.?[\\s-]*){1,4})(?=,|&|$|\\band\\b|\\bet\\b)");
    private static final Pattern IEEE =
            Pattern.compile("((?:\\p{Lu}\\.[\\s-]*){1,4})\\s*((?:\\p{Ll}+\\s+)*\\p{Lu}[\\p{L}'\u2019-]+)");
    /** A DOI that goes on in the next line. */
    private static final Pattern DIVIDED_DOI = Pattern.compile("(10\\.\\d{4,9}/(?:\\S*[-./_])?)\\s(?=[a-z0-9])");
    /** Three words in small letters one after the other. */
    private static final Pattern SMALL_WORDS = Pattern.compile("(?:(?<![\\p{L}'-])\\p{Ll}[\\p{L}-]*\\s+){3}");
    /** A name written out: {@code Jane Q. Doe}. */
    private static final Pattern FULL = Pattern.compile(
            "(\\p{Lu}[\\p{L}'\u2019.-]*(?:\\s+\\p{Lu}\\.)*)\\s+((?:\\p{Ll}+\\s+)*\\p{Lu}[\\p{L}'\u2019-]+)(?=\\s*(?:,|&|$|\\.|\\band\\b))");

    private static final int SHORTEST_TITLE = 12;
    private static final int LONGEST_TITLE = 400;

    private CitedWork() {}

    /** The record; empty where no title can be told, so that nobody screens a fragment. */
    static Optional<BibRecord> of(String entry) {
        String text = LABEL.matcher(entry.strip()).replaceFirst("");
        Optional<Doi> doi = Doi.find(DIVIDED_DOI.matcher(text).replaceAll("$1"));
        Parts parts = parts(withoutAddresses(text));
        String title = parts.title().replaceAll("[\\s.,]+$", "").strip();
        if (title.length() < SHORTEST_TITLE
                || title.length() > LONGEST_TITLE
                || title.chars().filter(Character::isLetter).count() * 2 < title.length()) {
            return Optional.empty();
        }
        BibRecord.Builder record = BibRecord.builder()
                .title(title)
                .authors(authors(parts.authors()))
                .year(year(text))
                .journal(parts.journal())
                .doi(doi.orElse(null))
                .raw(entry);
        Matcher pmid = PMID.matcher(text);
        if (pmid.find()) {
            record.pmid(pmid.group(1));
        }
        return Optional.of(record.build());
    }

    private record Parts(String authors, String title, String journal) {}

    private static String withoutAddresses(String text) {
        return DIVIDED_DOI
                .matcher(text)
                .replaceAll("$1")
                .replaceAll("(?i)\\b(?:https?://\\S+|doi:?\\s*10\\.\\S+|10\\.\\d{4,9}/\\S+|pmc?id:?\\s*\\w+)", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Parts parts(String text) {
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.find()) {
            return new Parts(text.substring(0, quoted.start()), quoted.group(1), journal(text.substring(quoted.end())));
        }
        Matcher year = YEAR_AFTER_AUTHORS.matcher(text);
        if (year.find() && year.start() > 3 && areNames(text.substring(0, year.start()))) {
            String[] rest = SENTENCE.split(text.substring(year.end()), 2);
            return new Parts(text.substring(0, year.start()), rest[0], rest.length > 1 ? journal(rest[1]) : "");
        }
        String[] sentences = SENTENCE.split(text);
        for (int i = 1; i < sentences.length; i++) {
            if (sentences[i].length() >= SHORTEST_TITLE) {
                String authors = String.join(" ", List.of(sentences).subList(0, i));
                return new Parts(authors, sentences[i], i + 1 < sentences.length ? journal(sentences[i + 1]) : "");
            }
        }
        return new Parts("", "", "");
    }

    /** Names have few words in small letters ({@code and}, {@code van der}); a title has more, one after the other. */
    private static boolean areNames(String text) {
        return !SMALL_WORDS.matcher(text).find();
    }

    /** What stands before volume and year. */
    private static String journal(String rest) {
        Matcher name = Pattern.compile(
                        "^[\\s,.]*(?:[Ii]n:?\\s+)?(\\p{L}[\\p{L}\\s&.:'-]{1,100}?)[.,;]?\\s*(?=\\(?\\d|vol|\\bpp?\\.|pages|$)")
                .matcher(rest);
        String journal = name.find() ? name.group(1).replaceAll("[\\s.,]+$", "") : "";
        return journal.equalsIgnoreCase("in") ? "" : journal;
    }

    private static Integer year(String text) {
        Integer found = null;
        Matcher year = YEAR.matcher(text);
        while (year.find()) {
            int value = Integer.parseInt(year.group(1));
            boolean bracketed = year.start() > 0 && text.charAt(year.start() - 1) == '(';
            if (value <= Year.now().getValue() + 1 && (found == null || bracketed)) {
                found = value;
                if (bracketed) {
                    break;
                }
            }
        }
        return found;
    }

    private static List<Author> authors(String text) {
        String plain = text.replaceAll("\\bet al\\b\\.?", "").strip();
        List<Author> apa = found(APA, plain, 1, 2);
        List<Author> ieee = found(IEEE, plain, 2, 1);
        List<Author> vancouver = found(VANCOUVER, plain, 1, 2);
        List<Author> best = apa.size() >= ieee.size() ? apa : ieee;
        best = vancouver.size() > best.size() ? vancouver : best;
        List<Author> full = found(FULL, plain, 2, 1);
        return full.size() > best.size() ? full : best;
    }

    private static List<Author> found(Pattern form, String text, int family, int given) {
        List<Author> authors = new ArrayList<>();
        Matcher name = form.matcher(text);
        while (name.find() && authors.size() < 100) {
            String first = name.group(family).replaceFirst("^(?:and|&)\\s+", "").strip();
            authors.add(new Author(first, name.group(given).strip()));
        }
        return authors;
    }
}
