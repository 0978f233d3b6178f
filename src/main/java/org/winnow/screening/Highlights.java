package org.winnow.screening;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.store.Keywords.Keyword;
import org.winnow.store.Keywords.Leaning;

/**
 * Finds the review's keywords in a text: whole words or phrases, whatever their case and accents; {@code *} stands for
 * any letters. Where two overlap, the one that begins first counts, then the longer.
 */
public final class Highlights {
    /** A stretch of the text, from its first character up to and not including {@code end}. */
    public record Span(int start, int end, Leaning leaning) {}

    private record Searched(Pattern pattern, Leaning leaning) {}

    private final List<Searched> keywords;

    public Highlights(List<Keyword> keywords) {
        this.keywords = keywords.stream()
                .filter(k -> k.term().codePoints().anyMatch(Character::isLetterOrDigit))
                .map(k -> new Searched(pattern(k.term()), k.leaning()))
                .toList();
    }

    /** The spans in order; none overlap. */
    public List<Span> in(String text) {
        if (keywords.isEmpty() || text.isEmpty()) {
            return List.of();
        }
        String plain = folded(text);
        List<Span> all = new ArrayList<>();
        for (Searched keyword : keywords) {
            Matcher m = keyword.pattern().matcher(plain);
            while (m.find()) {
                all.add(new Span(m.start(), m.end(), keyword.leaning()));
            }
        }
        all.sort(Comparator.comparingInt(Span::start).thenComparing(s -> -s.end()));
        List<Span> kept = new ArrayList<>();
        int free = 0;
        for (Span span : all) {
            if (span.start() >= free) {
                kept.add(span);
                free = span.end();
            }
        }
        return kept;
    }

    private static Pattern pattern(String term) {
        StringBuilder regex = new StringBuilder("(?<![\\p{L}\\p{N}])");
        for (String part : folded(term.strip()).split("((?<=\\*)|(?=\\*)|(?<=\\s)|(?=\\s))")) {
            if (part.equals("*")) {
                regex.append("[\\p{L}\\p{N}]*");
            } else if (part.isBlank()) {
                regex.append("[\\s\\u00A0-]+");
            } else {
                regex.append(Pattern.quote(part));
            }
        }
        return Pattern.compile(regex.append("(?![\\p{L}\\p{N}])").toString());
    }

    /** Lower case without accents, character for character, so that positions stay those of the text. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && Character.isLetter(c)) {
                c = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
            }
            folded.append(Character.toLowerCase(c));
        }
        return folded.toString();
    }
}
