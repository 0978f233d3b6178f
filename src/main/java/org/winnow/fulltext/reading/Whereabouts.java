package org.winnow.fulltext.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Anchor;
import org.winnow.model.PageSpan;

/**
 * Finds words again where a text is not quite the same: in another printing of a paper, or in a page whose letters were
 * read anew. After the text quote selector of the W3C's Web Annotation Data Model: the words themselves, and where they
 * stand more than once or a little changed, what stands before and behind them.
 */
public final class Whereabouts {
    /**
     * Where words were found.
     *
     * @param likeness from 0 to 1, which they have only where both they and what stands around them are the same
     */
    public record Found(PageSpan span, double likeness) {}

    /** Of a hundred letters so many may be others, missing or too many. */
    private static final double MOST_ERRORS = 0.2;
    /** Fewer letters than this are found only as they are: with errors they would be other words. */
    private static final int FEW = 20;
    /** So few letters stand anywhere: what stands around them must be alike too. */
    private static final int VERY_FEW = 12;

    private static final double AROUND_ALIKE = 0.4;
    /** What the surroundings count beside the words. */
    private static final double AROUND_COUNTS = 0.25;
    /** Of long quotations the beginning and the end are looked for. */
    private static final int LONGEST = 240;
    /** A page with a smaller share of the words is not worth a closer look. */
    private static final double WORDS_THERE = 0.4;

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d])\\d+(?![\\p{L}\\d])");

    private final String quote;
    private final String prefix;
    private final String suffix;
    private final Set<String> words;

    /**
     * @param quote what is looked for
     * @param prefix what stood before it; may be empty
     * @param suffix what stood behind it; may be empty
     */
    public Whereabouts(String quote, String prefix, String suffix) {
        this.quote = Folded.of(quote.strip()).text().strip();
        this.prefix = Folded.of(prefix).text();
        this.suffix = Folded.of(suffix).text();
        this.words = words(this.quote);
    }

    public static Whereabouts of(Anchor anchor) {
        return new Whereabouts(anchor.quote(), anchor.prefix(), anchor.suffix());
    }

    /** Whether there are no words by which to look. */
    public boolean wordless() {
        return quote.isBlank();
    }

    /** The place in a page that is most alike, if one is alike enough. */
    public Optional<Found> in(int page, String text) {
        Folded folded = Folded.of(text);
        if (wordless()) {
            return Optional.empty();
        }
        Optional<Found> same = same(page, folded);
        return same.isPresent() || quote.length() < FEW || !worthALook(folded.text()) ? same : alike(page, folded);
    }

    private Optional<Found> same(int page, Folded folded) {
        Found best = null;
        for (int at = folded.text().indexOf(quote); at >= 0; at = folded.text().indexOf(quote, at + 1)) {
            double around = around(folded.text(), at, at + quote.length());
            Found found = new Found(folded.span(page, at, at + quote.length()), likeness(1, around));
            boolean enough = quote.length() >= VERY_FEW || around >= AROUND_ALIKE;
            if (enough && (best == null || found.likeness() > best.likeness())) {
                best = found;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean worthALook(String text) {
        Set<String> there = words(text);
        long known = words.stream().filter(there::contains).count();
        return words.isEmpty() || known >= WORDS_THERE * words.size();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(text.split("[^\\p{L}\\p{N}]+")));
        words.removeIf(word -> word.length() < 4);
        return words;
    }

    private Optional<Found> alike(int page, Folded folded) {
        String text = folded.text();
        Stretch head = nearest(quote.substring(0, Math.min(LONGEST, quote.length())), text, 0);
        if (head == null) {
            return Optional.empty();
        }
        Stretch all = head;
        if (quote.length() > LONGEST) {
            Stretch tail = nearest(quote.substring(quote.length() - LONGEST), text, head.start());
            boolean fits = tail != null
                    && Math.abs(tail.end() - head.start() - quote.length()) <= MOST_ERRORS * quote.length();
            if (tail == null || !fits) {
                return Optional.empty();
            }
            all = new Stretch(head.start(), tail.end(), head.errors() + tail.errors());
        }
        if (!numbers(text.substring(all.start(), all.end())).equals(numbers(quote))) {
            return Optional.empty();
        }
        double words = 1 - (double) all.errors() / Math.min(quote.length(), 2 * LONGEST);
        double around = around(text, all.start(), all.end());
        return Optional.of(new Found(folded.span(page, all.start(), all.end()), likeness(words, around)));
    }

    /** A sentence with another number says something else. */
    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static double likeness(double words, double around) {
        return (1 - AROUND_COUNTS) * words + AROUND_COUNTS * around;
    }

    /** Letters that follow each other, and by how many they differ from those looked for. */
    private record Stretch(int start, int end, int errors) {}

    /**
     * The stretch of a text with the fewest letters changed, missing or too many (Sellers 1980); null where all have too
     * many.
     */
    private static @Nullable Stretch nearest(String wanted, String text, int from) {
        int[] errors = new int[wanted.length() + 1];
        int[] starts = new int[wanted.length() + 1];
        for (int i = 0; i <= wanted.length(); i++) {
            errors[i] = i;
            starts[i] = from;
        }
        Stretch best = null;
        for (int at = from; at < text.length(); at++) {
            column(wanted, text.charAt(at), at, errors, starts);
            int now = errors[wanted.length()];
            if (now <= MOST_ERRORS * wanted.length() && (best == null || now < best.errors())) {
                best = new Stretch(starts[wanted.length()], at + 1, now);
            }
        }
        return best == null || best.end() <= best.start() ? null : best;
    }

    /** One letter of the text more: errors and starts of the best stretches that end with it. */
    private static void column(String wanted, char letter, int at, int[] errors, int[] starts) {
        int diagonal = 0;
        int diagonalStart = at;
        starts[0] = at + 1;
        for (int i = 1; i <= wanted.length(); i++) {
            int changed = diagonal + (wanted.charAt(i - 1) == letter ? 0 : 1);
            int tooMany = errors[i] + 1;
            int missing = errors[i - 1] + 1;
            int start = changed <= tooMany && changed <= missing
                    ? diagonalStart
                    : tooMany <= missing ? starts[i] : starts[i - 1];
            diagonal = errors[i];
            diagonalStart = starts[i];
            errors[i] = Math.min(changed, Math.min(tooMany, missing));
            starts[i] = start;
        }
    }

    /** How much of what stood around the words stands around a place, from 0 to 1. */
    private double around(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - prefix.length()), start);
        String behind = text.substring(end, Math.min(text.length(), end + suffix.length()));
        int all = prefix.length() + suffix.length();
        return all == 0 ? 1 : (double) (common(prefix, before) + common(suffix, behind)) / all;
    }

    /** Letters that both have in the same order. */
    private static int common(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                row[j] = one.charAt(i) == other.charAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
