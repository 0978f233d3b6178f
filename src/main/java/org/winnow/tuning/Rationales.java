package org.winnow.tuning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.winnow.dfllm.corpus.Paper;
import org.winnow.dfllm.corpus.Papers;
import org.winnow.dfllm.corpus.Sentences;
import org.winnow.dfllm.tune.Marked;
import org.winnow.dfllm.tune.Screened;
import org.winnow.embedding.WordPieces;
import org.winnow.model.Annotation;
import org.winnow.model.AnnotationKind;
import org.winnow.model.RecordId;
import org.winnow.model.UserException;
import org.winnow.store.AnnotationQuery;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/** The sentences of the papers in which reviewers marked something, and which of them they marked. */
final class Rationales {
    private static final Set<AnnotationKind> MARKS = Set.of(AnnotationKind.HIGHLIGHT, AnnotationKind.UNDERLINE);
    private static final int FEWEST = 10;
    private static final double JUDGE = 0.2;
    /** Shorter ones are numbers and half lines. */
    private static final int SHORTEST = 20;

    private final WordPieces pieces;
    private final List<long[]> texts = new ArrayList<>();
    private final List<Boolean> marked = new ArrayList<>();

    private Rationales(WordPieces pieces) {
        this.pieces = pieces;
    }

    /** @throws UserException where fewer are marked than can be learnt from */
    static Marked of(Review review, Papers papers, WordPieces pieces, double weight, long seed, Progress progress) {
        Map<RecordId, List<String>> quotes = new LinkedHashMap<>();
        for (Annotation annotation : review.annotations().find(AnnotationQuery.everything(), null)) {
            String quote = plain(annotation.anchor().quote());
            if (MARKS.contains(annotation.kind()) && quote.length() >= SHORTEST) {
                quotes.computeIfAbsent(annotation.record(), r -> new ArrayList<>())
                        .add(quote);
            }
        }
        Rationales rationales = new Rationales(pieces);
        quotes.forEach((record, its) -> {
            progress.check();
            papers.of(record, progress).papers().forEach(paper -> rationales.add(paper, its));
        });
        return rationales.divided(weight, seed);
    }

    private void add(Paper paper, List<String> quotes) {
        for (Paper.Part part : paper.parts()) {
            String text = part.text().text();
            for (Sentences.Sentence sentence : new Sentences().of(text)) {
                String words = text.substring(sentence.start(), sentence.end());
                String plain = plain(words);
                if (plain.length() >= SHORTEST) {
                    texts.add(pieces.of(words));
                    marked.add(quotes.stream().anyMatch(q -> q.contains(plain) || plain.contains(q)));
                }
            }
        }
    }

    private static String plain(String words) {
        return words.replaceAll("[\\s\\u00AD-]+", "").toLowerCase(Locale.ROOT);
    }

    private Marked divided(double weight, long seed) {
        boolean[] kinds = new boolean[marked.size()];
        int found = 0;
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = marked.get(i);
            found += kinds[i] ? 1 : 0;
        }
        if (found < FEWEST || kinds.length - found < FEWEST) {
            throw new UserException("Rationales need " + FEWEST
                    + " sentences that are highlighted or underlined in attached papers, and as many that are not; there"
                    + " are " + found + " and " + (kinds.length - found)
                    + ". Mark more of what your verdicts rest on, or tune without --rationales.");
        }
        Screened all = new Screened(List.copyOf(texts), kinds);
        Screened.Parts parts = Screened.parts(kinds, 0, JUDGE, seed);
        return new Marked(all.only(parts.learn()), all.only(parts.judge()), weight);
    }
}
