package org.winnow.screening;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;
import org.winnow.store.Keywords.Keyword;
import org.winnow.store.Keywords.Leaning;

/**
 * Finds the review's keywords in a text: whole words or phrases, whatever their case and accents. {@code *} stands for
 * any letters, {@code ?} for one or none, {@code #} for exactly one, as in Ovid; a word that ends in {@code ~} for all
 * words of its stem (Porter's English stemmer, snowballstem.org). Where two overlap, the one that begins first counts,
 * then the longer.
 */
public final class Highlights {
    /** A stretch of the text, from its first character up to and not including {@code end}. */
    public record Span(int start, int end, Leaning leaning) {}

    private static final String LETTER = "[\\p{L}\\p{N}]";
    private static final Pattern PARTS = Pattern.compile("\\s+|[*?#]|[^\\s*?#]+");
    private static final Pattern STEMMED = Pattern.compile("[\\p{L}\\p{N}]{3,}~");
    /** How much of a stem stands at the beginning of every word of it; behind that, letters may change. */
    private static final int SURE = 3;

    /** @param stems of the pattern's groups, in order */
    private record Searched(Pattern pattern, List<String> stems, Leaning leaning) {}

    private final List<Searched> keywords;

    public Highlights(List<Keyword> keywords) {
        this.keywords = keywords.stream()
                .filter(k -> k.term().codePoints().anyMatch(Character::isLetterOrDigit))
                .map(Highlights::searched)
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
                if (hasStems(m, keyword.stems())) {
                    all.add(new Span(m.start(), m.end(), keyword.leaning()));
                }
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

    private static boolean hasStems(Matcher m, List<String> stems) {
        for (int i = 0; i < stems.size(); i++) {
            if (!stem(m.group(i + 1)).equals(stems.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String stem(String word) {
        return new SnowballStemmer(ALGORITHM.ENGLISH).stem(word).toString();
    }

    private static Searched searched(Keyword keyword) {
        StringBuilder regex = new StringBuilder("(?<!" + LETTER + ")");
        List<String> stems = new ArrayList<>();
        Matcher parts = PARTS.matcher(folded(keyword.term().strip()));
        while (parts.find()) {
            String part = parts.group();
            if (part.isBlank()) {
                regex.append("[\\s\\u00A0-]+");
            } else if (STEMMED.matcher(part).matches()) {
                String stem = stem(part.substring(0, part.length() - 1));
                stems.add(stem);
                regex.append('(')
                        .append(Pattern.quote(stem.substring(0, Math.min(SURE, stem.length()))))
                        .append(LETTER)
                        .append("*)");
            } else {
                regex.append(
                        switch (part) {
                            case "*" -> LETTER + "*";
                            case "?" -> LETTER + "?";
                            case "#" -> LETTER;
                            default -> Pattern.quote(part);
                        });
            }
        }
        return new Searched(
                Pattern.compile(regex.append("(?!" + LETTER + ")").toString()), List.copyOf(stems), keyword.leaning());
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
