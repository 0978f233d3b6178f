package org.winnow.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;

/** Makes of a real record what another database would have made of it, and works that only look like it. */
final class Perturbing {
    private final RandomGenerator random;

    Perturbing(RandomGenerator random) {
        this.random = random;
    }

    private boolean chance(double p) {
        return random.nextDouble() < p;
    }

    /** The same report, described elsewhere. */
    BibRecord elsewhere(BibRecord r) {
        BibRecord.Builder b = r.toBuilder();
        b.title(title(r.title())).authors(authors(r.authors())).journal(journal(r.journal()));
        if (chance(0.3)) {
            b.journal(r.journalShort().isEmpty() ? abbreviated(r.journal()) : r.journalShort());
        }
        b.doi(chance(0.5) ? null : r.doi()).pmid(chance(0.6) ? "" : r.pmid());
        if (chance(0.45)) {
            b.abstractText(chance(0.8) ? "" : cut(r.abstractText(), 0.6));
        }
        b.issue(chance(0.3) ? "" : r.issue()).volume(chance(0.06) ? "" : r.volume());
        b.pages(pages(r.pages()));
        Integer year = r.year();
        if (year != null && chance(0.1)) {
            b.year(chance(0.3) ? null : Integer.valueOf(year + (chance(0.5) ? 1 : -1)));
        }
        if (chance(0.1)) {
            ahead(b, r);
        } else if (chance(0.2)) {
            slip(b, r);
        }
        return b.build();
    }

    /** Ahead of print: no place yet, or pages from 1, often in the year before. */
    private void ahead(BibRecord.Builder b, BibRecord r) {
        Integer year = r.year();
        b.volume("").issue("").pages(chance(0.5) ? "" : "1-" + number(20));
        b.year(year == null || chance(0.5) ? year : Integer.valueOf(year - 1));
    }

    /** One field wrong, as happens in every database. */
    private void slip(BibRecord.Builder b, BibRecord r) {
        Integer year = r.year();
        switch (random.nextInt(5)) {
            case 0 -> b.issue(number(12));
            case 1 -> b.journal("Series in " + abbreviated(r.title())).journalShort("");
            case 2 -> b.year(year == null ? null : Integer.valueOf(year + (chance(0.5) ? 2 : -2)));
            case 3 -> b.volume(number(90));
            default -> b.pages(mistyped(r.pages()));
        }
    }

    private String title(String title) {
        String t = title;
        if (chance(0.3)) {
            t = t.toUpperCase(Locale.ROOT);
        }
        if (chance(0.12)) {
            t = mistyped(t);
        }
        if (chance(0.06) && t.indexOf(": ") > 30) {
            t = t.substring(0, t.indexOf(": "));
        } else if (chance(0.04)) {
            t = cut(t, 0.75);
        }
        if (chance(0.05)) {
            t = List.of("[" + t + "]", t + " [German]", t + " (vol 3)", "<i>" + t + "</i>", "Research article: " + t)
                    .get(random.nextInt(5));
        }
        return t;
    }

    private List<Author> authors(List<Author> authors) {
        List<Author> all = new ArrayList<>(authors);
        if (chance(0.4)) {
            all.replaceAll(a -> a.given().isEmpty() ? a : new Author(a.family(), initials(a.given())));
        }
        if (all.size() > 1 && chance(0.06)) {
            all = new ArrayList<>(all.subList(0, 1));
        } else if (all.size() > 3 && chance(0.1)) {
            all = new ArrayList<>(all.subList(0, 3));
        } else if (all.size() > 2 && chance(0.05)) {
            all.remove(random.nextInt(all.size()));
        }
        if (chance(0.03)) {
            all.replaceAll(a -> a.given().length() < 3 ? a : new Author(a.given(), a.family()));
        }
        if (!all.isEmpty() && chance(0.04)) {
            int i = random.nextInt(all.size());
            all.set(i, new Author(mistyped(all.get(i).family()), all.get(i).given()));
        }
        if (chance(0.03)) {
            all.clear();
        }
        return all;
    }

    private static String initials(String given) {
        StringBuilder out = new StringBuilder();
        for (String part : given.split("[\\s.\\-]+")) {
            out.append(part.isEmpty() ? "" : part.substring(0, 1) + ".");
        }
        return out.toString();
    }

    private String journal(String journal) {
        if (chance(0.08)) {
            return "";
        }
        return chance(0.1) ? journal + " (London, England)" : journal;
    }

    private static String abbreviated(String journal) {
        StringBuilder out = new StringBuilder();
        for (String word : journal.split(" ")) {
            if (word.length() > 3 || !word.equals(word.toLowerCase(Locale.ROOT))) {
                out.append(word.length() > 6 ? word.substring(0, 4) + "." : word)
                        .append(' ');
            }
        }
        return out.toString();
    }

    private String pages(String pages) {
        if (chance(0.12)) {
            return "";
        }
        int dash = pages.indexOf('-');
        if (dash > 0 && chance(0.15)) {
            return pages.substring(0, dash);
        }
        return pages;
    }

    private String mistyped(String text) {
        if (text.length() < 6) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 3);
        String rest = text.substring(at + 2);
        String middle = text.substring(at, at + 2);
        return text.substring(0, at)
                + switch (random.nextInt(3)) {
                    case 0 -> middle.substring(1);
                    case 1 -> new StringBuilder(middle).reverse();
                    default -> middle.charAt(0) + middle;
                }
                + rest;
    }

    private static String cut(String text, double share) {
        return text.substring(0, (int) (text.length() * share));
    }

    /** Another work by the same people that looks like this one: never the same report. */
    BibRecord another(BibRecord r, BibRecord stranger) {
        BibRecord.Builder b = r.toBuilder().doi(null).pmid("");
        if (chance(0.6)) {
            b.abstractText("");
        }
        Integer year = r.year();
        int y = year == null ? 2000 : year;
        int later = 1 + random.nextInt(3);
        switch (random.nextInt(7)) {
            // The abstract of a meeting, before the paper.
            case 0 ->
                b.journal(chance(0.5) ? stranger.journal() : r.journal())
                        .volume(number(40))
                        .issue(chance(0.5) ? "Suppl 1" : "")
                        .pages("S" + number(900))
                        .year(chance(0.5) ? y : y - 1)
                        .authors(some(r.authors()));
            // A guideline in two journals.
            case 1 ->
                b.journal(stranger.journal())
                        .volume(number(90))
                        .issue(number(12))
                        .pages(range());
            // The next year's edition.
            case 2 ->
                b.title(r.title() + (chance(0.5) ? ": update" : " " + (y + later)))
                        .year(y + later)
                        .volume(number(90))
                        .pages(range());
            // Another part, on the pages that follow.
            case 3 ->
                b.title(r.title() + ". Part " + (chance(0.5) ? "II" : "2")).pages(after(r.pages()));
            // Another paper of the same people in the same issue.
            case 4 -> b.title(stranger.title()).pages(after(r.pages())).abstractText(stranger.abstractText());
            // A column of the same people in another issue.
            case 5 -> b.issue(number(12)).pages(chance(0.5) ? "" : range()).abstractText("");
            // The same work again, years later.
            default ->
                b.year(y + later + 1).volume(number(90)).issue(number(12)).pages(range());
        }
        return b.build();
    }

    private List<Author> some(List<Author> authors) {
        return authors.size() > 2 && chance(0.5) ? authors.subList(0, authors.size() - 1) : authors;
    }

    private String number(int most) {
        return Integer.toString(1 + random.nextInt(most));
    }

    private String range() {
        int first = 1 + random.nextInt(2000);
        return first + "-" + (first + 3 + random.nextInt(12));
    }

    private String after(String pages) {
        Pages p = Pages.of(pages);
        return p.known() ? (p.last() + 1) + "-" + (p.last() + 9) : range();
    }
}
