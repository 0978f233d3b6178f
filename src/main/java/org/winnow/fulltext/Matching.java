package org.winnow.fulltext;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.Match.Candidate;
import org.winnow.fulltext.layout.Line;
import org.winnow.fulltext.layout.PageText;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.RecordId;

/**
 * Finds the record of a PDF by what the PDF says: its DOI or PubMed id where the title does not speak against it, else
 * a record's title printed on the first pages, else a title much like the one that was read, told from its companions
 * by authors and year. The file's name is never asked.
 */
public final class Matching {
    /** Letters of a title that make it one of a kind; shorter ones ({@code Editorial}) prove nothing. */
    private static final int TELLING = 20;

    /** Letters of a title that tell something together with an author and the year. */
    private static final int WHOLE = 8;

    private static final int KEY = 14;
    private static final int FIRST_LETTERS = 6000;
    private static final double SAME = 0.9;
    private static final double PERHAPS = 0.6;
    private static final double SHORT = 0.7;
    /** Letters of a title that are more than an abbreviation. */
    private static final int LEAST = 3;
    /** Lines of a first page among which its title stands. */
    private static final int FIRST_LINES = 20;

    private static final int MOST_CANDIDATES = 5;

    private record Known(
            RecordId id,
            String title,
            List<String> surnames,
            @Nullable Integer year) {}

    private final Map<RecordId, Known> known = new HashMap<>();
    private final Map<Doi, Set<RecordId>> byDoi = new HashMap<>();
    private final Map<String, Set<RecordId>> byPmid = new HashMap<>();
    private final Map<String, List<Known>> byTitle = new HashMap<>();
    private final Map<String, List<Known>> byShortTitle = new HashMap<>();
    private final Map<String, List<Known>> byWord = new HashMap<>();

    /** Makes a record known. */
    public void add(RecordId id, BibRecord record) {
        Known entry = new Known(
                id,
                Letters.of(record.title()),
                record.authors().stream()
                        .map(author -> Letters.of(author.family()))
                        .filter(name -> name.length() > 1)
                        .toList(),
                record.year());
        known.put(id, entry);
        Doi doi = record.doi();
        if (doi != null) {
            byDoi.computeIfAbsent(doi, k -> new LinkedHashSet<>()).add(id);
        }
        if (!record.pmid().isEmpty()) {
            byPmid.computeIfAbsent(record.pmid(), k -> new LinkedHashSet<>()).add(id);
        }
        if (entry.title().length() >= TELLING) {
            byTitle.computeIfAbsent(entry.title().substring(0, KEY), k -> new ArrayList<>())
                    .add(entry);
        } else if (entry.title().length() >= LEAST) {
            byShortTitle.computeIfAbsent(entry.title(), k -> new ArrayList<>()).add(entry);
        }
        for (String word : words(record.title())) {
            byWord.computeIfAbsent(word, k -> new ArrayList<>()).add(entry);
        }
    }

    /** The record of an article, as far as its text tells. */
    public Match of(Article article) {
        String text = firstLetters(article);
        Match identified = byIdentifier(article, text);
        if (identified.certain()) {
            return identified;
        }
        List<Known> printed = printedTitles(text);
        if (printed.size() == 1
                && (agrees(printed.get(0), article, text)
                        || printed.get(0).title().length() > 2 * TELLING)) {
            return Match.certain(printed.get(0).id(), "the title stands on its first pages");
        }
        List<Known> agreeing =
                printed.stream().filter(entry -> agrees(entry, article, text)).toList();
        if (agreeing.size() == 1) {
            return Match.certain(agreeing.get(0).id(), "the title, an author and the year stand on its first pages");
        }
        List<Known> called = byShortTitle.getOrDefault(Letters.of(article.title()), List.of()).stream()
                .filter(entry -> entry.title().length() >= WHOLE)
                .toList();
        List<Known> proven =
                called.stream().filter(entry -> proves(entry, article, text)).toList();
        if (proven.size() == 1 && printed.isEmpty() && identified.candidates().isEmpty()) {
            return Match.certain(proven.get(0).id(), "the title, an author and the year are the same");
        }
        List<Candidate> candidates = new ArrayList<>(identified.candidates());
        called.forEach(entry -> candidates.add(new Candidate(entry.id(), SHORT, "its title is the same, but short")));
        standing(article, text)
                .filter(entry -> !called.contains(entry))
                .forEach(entry -> candidates.add(new Candidate(
                        entry.id(), SHORT, "its short title is a line of the first page; an author agrees")));
        printed.forEach(entry -> candidates.add(new Candidate(entry.id(), 0.9, "its title stands on the first pages")));
        return byLikeness(article, text, candidates);
    }

    private Match byIdentifier(Article article, String text) {
        Set<RecordId> named = new LinkedHashSet<>();
        Doi doi = article.doi();
        if (doi != null) {
            named.addAll(byDoi.getOrDefault(doi, Set.of()));
        }
        if (!article.pmid().isEmpty()) {
            named.addAll(byPmid.getOrDefault(article.pmid(), Set.of()));
        }
        List<Known> found =
                named.stream().map(known::get).filter(Objects::nonNull).toList();
        List<Known> titled =
                found.stream().filter(entry -> printed(entry, article, text)).toList();
        String why = doi != null && byDoi.containsKey(doi) ? "same DOI " + doi : "same PubMed id " + article.pmid();
        if (titled.size() == 1) {
            return Match.certain(titled.get(0).id(), why + ", and the title stands on its first pages");
        }
        boolean nothingToCompare = text.length() < TELLING
                || found.size() == 1 && found.get(0).title().length() < TELLING;
        if (found.size() == 1 && nothingToCompare) {
            return Match.certain(found.get(0).id(), why);
        }
        return new Match(
                found.stream()
                        .map(entry -> new Candidate(
                                entry.id(), 0.8, why + ", but the title does not stand on its first pages"))
                        .toList(),
                false);
    }

    private static boolean printed(Known entry, Article article, String text) {
        return entry.title().length() >= 8 && text.contains(entry.title())
                || Letters.alike(entry.title(), Letters.of(article.title())) >= 0.7;
    }

    /** The records whose whole title stands on the first pages; of titles that contain each other the longest. */
    private List<Known> printedTitles(String text) {
        Set<Known> found = new LinkedHashSet<>();
        for (int i = 0; i + KEY <= text.length(); i++) {
            for (Known entry : byTitle.getOrDefault(text.substring(i, i + KEY), List.of())) {
                if (text.startsWith(entry.title(), i)) {
                    found.add(entry);
                }
            }
        }
        return found.stream()
                .filter(entry -> found.stream()
                        .noneMatch(
                                other -> other.title().length() > entry.title().length()
                                        && other.title().contains(entry.title())))
                .toList();
    }

    /** Whether an author of the record is named, and the year does not speak against it. */
    private static boolean agrees(Known entry, Article article, String text) {
        boolean author = entry.surnames().isEmpty() || entry.surnames().stream().anyMatch(text::contains);
        Integer year = article.year();
        Integer wanted = entry.year();
        return author && (year == null || wanted == null || Math.abs(year - wanted) <= 1);
    }

    /** The records whose short title is a line of the first page, such as Introduction, with an author who is named. */
    private Stream<Known> standing(Article article, String text) {
        return article.text().stream()
                .limit(1)
                .flatMap(page -> page.lines().stream())
                .limit(FIRST_LINES)
                .map(line -> Letters.of(line.text()))
                .distinct()
                .flatMap(line -> byShortTitle.getOrDefault(line, List.of()).stream())
                .filter(entry -> !entry.surnames().isEmpty() && agrees(entry, article, text));
    }

    /** A short title needs an author who is named, and the year. */
    private static boolean proves(Known entry, Article article, String text) {
        return !entry.surnames().isEmpty()
                && entry.year() != null
                && article.year() != null
                && agrees(entry, article, text);
    }

    private Match byLikeness(Article article, String text, List<Candidate> before) {
        String title = Letters.of(article.title());
        List<Candidate> candidates = new ArrayList<>(before);
        if (title.length() >= TELLING) {
            for (Known entry : sharingWords(article.title())) {
                double alike = Letters.alike(title, entry.title());
                boolean fresh = candidates.stream().noneMatch(c -> c.record().equals(entry.id()));
                if (alike >= PERHAPS && fresh) {
                    boolean agrees = agrees(entry, article, text);
                    String why =
                            "title alike to " + Math.round(100 * alike) + " %" + (agrees ? "; an author agrees" : "");
                    candidates.add(new Candidate(entry.id(), agrees ? alike : alike * 0.9, why));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        boolean certain = before.isEmpty()
                && !candidates.isEmpty()
                && candidates.get(0).score() >= SAME
                && agrees(Objects.requireNonNull(known.get(candidates.get(0).record())), article, text)
                && (candidates.size() == 1 || candidates.get(1).score() < SAME - 0.05);
        return certain
                ? Match.certain(candidates.get(0).record(), candidates.get(0).why())
                : new Match(candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size())), false);
    }

    /** Records that share the rarest words of a title. */
    private Collection<Known> sharingWords(String title) {
        Set<Known> sharing = new LinkedHashSet<>();
        words(title).stream()
                .filter(byWord::containsKey)
                .sorted(Comparator.comparingInt(
                        word -> byWord.getOrDefault(word, List.of()).size()))
                .limit(4)
                .forEach(word -> sharing.addAll(byWord.getOrDefault(word, List.of())));
        return sharing;
    }

    private static Set<String> words(String title) {
        Set<String> words = new HashSet<>();
        for (String word : title.split("[^\\p{L}\\p{N}]+")) {
            if (word.length() >= 5) {
                words.add(Letters.of(word));
            }
        }
        return words;
    }

    private static String firstLetters(Article article) {
        StringBuilder text = new StringBuilder(article.title());
        for (PageText page :
                article.text().subList(0, Math.min(2, article.text().size()))) {
            for (Line line : page.lines()) {
                if (HeadingWords.references(line.text())) {
                    break;
                }
                text.append(line.text());
            }
        }
        String letters = Letters.of(text.toString());
        return letters.substring(0, Math.min(FIRST_LETTERS, letters.length()));
    }
}
