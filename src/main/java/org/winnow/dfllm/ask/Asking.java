package org.winnow.dfllm.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
public final class Asking implements AutoCloseable {
    /**
     * From this support on a sentence is taken for an answer. It parts 73 questions to 19 papers from the same questions
     * with their paper taken away best. Chosen each time without the paper that is asked, such a threshold let 66 of the
     * 73 be answered and told 61 of 73 that it is not in the papers.
     */
    public static final double THRESHOLD = 0.37;

    private static final int PASSAGES = 10;
    private static final int FEWEST_WORDS = 4;
    /** What the words of a question count beside its meaning. */
    private static final double WORDS = 0.5;

    /**
     * What passages are found by; both give vectors of one kind.
     *
     * @param questions embeds questions
     * @param kept embeds passages, each list of texts only once for all times
     */
    public record Finder(Embedding questions, Embedding kept) {}

    /**
     * The networks that texts are compared by; the vectors of the first three must be of one kind.
     *
     * @param questions embeds questions
     * @param passages embeds passages and sentences
     * @param kept the same, each list of texts only once for all times
     * @param tuned finds the passages instead, where a review has such a network that is better at it; or null
     * @param release lets them go
     */
    public record Networks(
            Embedding questions,
            Embedding passages,
            Embedding kept,
            @Nullable Finder tuned,
            Runnable release) {
        public Networks(Embedding questions, Embedding passages, Embedding kept, Runnable release) {
            this(questions, passages, kept, null, release);
        }

        /** By another finder; what is the same is let go by its owner. */
        Networks foundBy(Finder other) {
            return new Networks(questions, passages, kept, other, () -> {});
        }

        Finder finder() {
            return tuned == null ? new Finder(questions, kept) : tuned;
        }

        /** Names what texts are compared by. */
        public String name() {
            return tuned == null
                    ? kept.name()
                    : kept.name() + ", passages by " + tuned.kept().name();
        }
    }

    /**
     * What a question means, for each of its two uses.
     *
     * @param toFind is held against passages
     * @param toTell is held against sentences
     */
    record Meaning(Vector toFind, Vector toTell) {}

    private final Corpus corpus;
    private final Shelf shelf;
    private final Networks networks;

    /**
     * Reads the papers.
     *
     * @param reports the included ones with their titles
     */
    public Asking(Map<RecordId, String> reports, Papers papers, Networks networks, Progress progress) {
        this(new CorpusBuilder(Shelf.SETTINGS, papers).build(reports, progress), networks, progress);
    }

    /** Takes papers that were read before, by the same settings. */
    Asking(Corpus corpus, Networks networks, Progress progress) {
        this.corpus = corpus;
        this.networks = networks;
        this.shelf = new Shelf(corpus.chunks(), networks.finder().kept(), progress);
    }

    /** What is asked, and what of it cannot be. */
    public Corpus corpus() {
        return corpus;
    }

    /** Names the network, or the networks, that texts are compared by. */
    public String network() {
        return networks.name();
    }

    /** Whether passages are found by a network that was tuned to the review. */
    public boolean tuned() {
        return networks.tuned() != null;
    }

    /** The same papers with passages found by another network; of no use any more once this is closed. */
    public Asking foundBy(Finder finder, Progress progress) {
        return new Asking(corpus, networks.foundBy(finder), progress);
    }

    /** The best sentences of all papers together. */
    public Answer all(String question, double threshold, int most) {
        return answer(question, meaning(question), threshold, most, chunk -> true);
    }

    /** The best sentence of every paper by itself, in the order of the corpus. */
    public Map<RecordId, Answer> each(String question, double threshold) {
        Vector meaning = meaning(question).toTell();
        Map<RecordId, Answer> answers = new LinkedHashMap<>();
        corpus.papers()
                .forEach(paper -> answers.computeIfAbsent(paper.report(), report -> {
                    List<Chunk> passages = corpus.chunks().stream()
                            .filter(chunk -> chunk.report().equals(report))
                            .toList();
                    return answer(question, said(question, meaning, passages, networks.kept()), threshold, 1);
                }));
        return answers;
    }

    /**
     * The passages that bear most on a question, the most first.
     *
     * @param report whose; null for all
     */
    public List<Chunk> bearing(String question, @Nullable RecordId report, int most) {
        return shelf
                .ranked(
                        question,
                        toFind(List.of(question)).getFirst(),
                        Method.BOTH,
                        chunk -> report == null || chunk.report().equals(report))
                .stream()
                .limit(most)
                .toList();
    }

    /** Cited sentences, with how well they fit a statement. */
    Said said(String statement, Cited cited) {
        Vector found =
                networks.passages().of(List.of(cited.text()), Progress.NONE).getFirst();
        return said(
                cited.passage(),
                cited.text(),
                cited.quotes(),
                Shelf.product(toTell(List.of(statement)).getFirst().components(), found.components()),
                shelf.words().share(shelf.stems().of(statement), shelf.stems().of(cited.text())));
    }

    private static Said said(Chunk passage, String text, List<Chunk.Quote> quotes, double alike, double shared) {
        return new Said(
                passage.report(),
                passage.sha256(),
                passage.section(),
                text,
                quotes,
                Math.clamp((alike + WORDS * shared) / (1 + WORDS), 0, 1));
    }

    /** Lets the networks go; nothing is asked behind it. */
    @Override
    public void close() {
        networks.release().run();
    }

    Meaning meaning(String question) {
        return meanings(List.of(question)).getFirst();
    }

    /** What each of these questions means; many at once take a network into memory only once. */
    List<Meaning> meanings(List<String> questions) {
        List<Vector> toTell = toTell(questions);
        List<Vector> toFind = tuned() ? toFind(questions) : toTell;
        return IntStream.range(0, questions.size())
                .mapToObj(i -> new Meaning(toFind.get(i), toTell.get(i)))
                .toList();
    }

    private List<Vector> toFind(List<String> questions) {
        return networks.finder().questions().of(questions, Progress.NONE);
    }

    private List<Vector> toTell(List<String> texts) {
        return networks.questions().of(texts, Progress.NONE);
    }

    List<Chunk> passages(String question, Meaning meaning, Method method) {
        return shelf.ranked(question, meaning.toFind(), method, chunk -> true);
    }

    Answer answer(String question, Meaning meaning, double threshold, int most, Predicate<Chunk> wanted) {
        List<Chunk> passages = shelf.ranked(question, meaning.toFind(), Method.BOTH, wanted).stream()
                .limit(PASSAGES)
                .toList();
        return answer(question, said(question, meaning.toTell(), passages, networks.passages()), threshold, most);
    }

    private static Answer answer(String question, List<Said> sentences, double threshold, int most) {
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
    private List<Said> said(String question, Vector meaning, List<Chunk> passages, Embedding network) {
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
        List<Vector> vectors = network.of(List.copyOf(texts.values()), Progress.NONE);
        float[] asked = meaning.components();
        List<String> stems = shelf.stems().of(question);
        List<Said> said = new ArrayList<>();
        texts.forEach((quotes, text) -> {
            double alike = Shelf.product(asked, vectors.get(said.size()).components());
            double shared = shelf.words().share(stems, shelf.stems().of(text));
            Chunk passage = from.getOrDefault(quotes, passages.getFirst());
            said.add(said(passage, text, quotes, alike, shared));
        });
        said.sort(Comparator.comparingDouble(Said::support).reversed());
        return said;
    }
}
