package org.winnow.dfllm.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.winnow.dfllm.ask.Answer.Said;
import org.winnow.dfllm.corpus.Chunk;
import org.winnow.dfllm.corpus.Corpus;
import org.winnow.dfllm.corpus.CorpusBuilder;
import org.winnow.dfllm.corpus.Papers;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.Vector;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/**
 * Answers questions with the best sentences of the included papers, without any language model: the passages that words
 * and meaning find, and of them the sentences that fit best. Nothing leaves this computer.
 */
public final class Asking {
    /**
     * From this support on a sentence is taken for an answer. {@link Evaluation} found it on 30 questions to 13 papers: there
     * it parts questions with their paper on the shelf from the same questions without it best. It has not been tried on
     * questions that it was not found on.
     */
    public static final double THRESHOLD = 0.43;

    private static final int PASSAGES = 10;
    private static final int FEWEST_WORDS = 4;

    private final Corpus corpus;
    private final Shelf shelf;
    private final Embedding kept;
    private final Embedding passing;

    /**
     * Reads the papers.
     *
     * @param reports the included ones with their titles
     * @param kept embeds passages, each only once for all times
     * @param passing embeds what is not worth keeping
     */
    public Asking(Map<RecordId, String> reports, Papers papers, Embedding kept, Embedding passing, Progress progress) {
        this.corpus = new CorpusBuilder(Shelf.SETTINGS, papers).build(reports, progress);
        this.kept = kept;
        this.passing = passing;
        this.shelf = new Shelf(corpus.chunks(), kept, progress);
    }

    /** What is asked, and what of it cannot be. */
    public Corpus corpus() {
        return corpus;
    }

    /** Names the network that passages are compared by. */
    public String network() {
        return kept.name();
    }

    /** The best sentences of all papers together. */
    public Answer all(String question, double threshold, int most) {
        return answer(question, meaning(question), threshold, most, chunk -> true);
    }

    /** The best sentence of every paper by itself, in the order of the corpus. */
    public Map<RecordId, Answer> each(String question, double threshold) {
        Vector meaning = meaning(question);
        Map<RecordId, Answer> answers = new LinkedHashMap<>();
        corpus.papers()
                .forEach(paper -> answers.computeIfAbsent(
                        paper.report(),
                        report -> answer(question, meaning, threshold, 1, chunk -> chunk.report()
                                .equals(report))));
        return answers;
    }

    Vector meaning(String question) {
        return passing.of(List.of(question), Progress.NONE).getFirst();
    }

    List<Chunk> passages(String question, Vector meaning, Method method) {
        return shelf.ranked(question, meaning, method, chunk -> true);
    }

    Answer answer(String question, Vector meaning, double threshold, int most, Predicate<Chunk> wanted) {
        List<Said> sentences = sentences(
                question,
                meaning,
                shelf.ranked(question, meaning, Method.BOTH, wanted).stream()
                        .limit(PASSAGES)
                        .toList());
        double best = sentences.isEmpty() ? 0 : sentences.getFirst().support();
        return new Answer(
                question,
                best,
                threshold,
                sentences.stream()
                        .filter(s -> s.support() >= threshold)
                        .limit(most)
                        .toList());
    }

    /** The sentences of these passages, each once, the best first. */
    private List<Said> sentences(String question, Vector meaning, List<Chunk> passages) {
        Map<List<Chunk.Quote>, Chunk> from = new LinkedHashMap<>();
        Map<List<Chunk.Quote>, String> texts = new LinkedHashMap<>();
        for (Chunk passage : passages) {
            for (Chunk.Sentence sentence : passage.sentences()) {
                // Sentences that stand nowhere on a page could not be shown to anybody.
                if (sentence.text().split("\\s+").length >= FEWEST_WORDS
                        && !sentence.quotes().isEmpty()) {
                    from.putIfAbsent(sentence.quotes(), passage);
                    texts.putIfAbsent(sentence.quotes(), sentence.text());
                }
            }
        }
        List<Vector> vectors = passing.of(List.copyOf(texts.values()), Progress.NONE);
        List<String> asked = shelf.stems().of(question);
        List<Said> said = new ArrayList<>();
        texts.forEach((quotes, text) -> {
            double alike =
                    Shelf.product(meaning.components(), vectors.get(said.size()).components());
            double shared = shelf.words().share(asked, shelf.stems().of(text));
            Chunk passage = from.getOrDefault(quotes, passages.getFirst());
            said.add(new Said(
                    passage.report(),
                    passage.sha256(),
                    passage.section(),
                    text,
                    quotes,
                    Math.clamp((alike + shared) / 2, 0, 1)));
        });
        said.sort(Comparator.comparingDouble(Said::support).reversed());
        return said;
    }
}
