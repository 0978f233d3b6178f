package org.winnow.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.winnow.embedding.KeptEmbedding;
import org.winnow.embedding.WordPieces;
import org.winnow.model.BibRecord;
import org.winnow.ranking.Document;
import org.winnow.ranking.Models;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/**
 * The meanings of abstracts as the program computes and keeps them, network loaded, texts cut and vectors written to the
 * review included, beside ONNX Runtime alone with the same network, options and batches, which are one text each, on texts
 * that are cut already. Portion by portion in turn, for a machine that others use too.
 */
final class MeaningBench {
    private static final int RECORDS = Integer.getInteger("bench.meanings", 10_000);
    private static final int PIECES = 128;

    private final List<String> texts;
    private final List<long[]> cut;
    private final Samples ours = new Samples();
    private final Samples bare = new Samples();

    private MeaningBench(List<String> texts) throws IOException {
        this.texts = texts;
        try (InputStream words = resource("/e5-small-v2-q-tokenizer.json")) {
            WordPieces pieces = new WordPieces(words, PIECES);
            this.cut = texts.stream().map(text -> pieces.of("query: " + text)).toList();
        }
    }

    public static void main(String[] args) throws Exception {
        Workplace workplace = new Workplace(Path.of(args[0]));
        Corpus corpus = new Corpus();
        List<String> texts = LongStream.range(0, RECORDS)
                .mapToObj(corpus::record)
                .map(MeaningBench::sentence)
                .toList();
        new MeaningBench(texts).measure(workplace);
    }

    private static String sentence(BibRecord record) {
        return new Document(record.title(), record.abstractText()).sentence();
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(MeaningBench.class.getResourceAsStream(name), name);
    }

    private void measure(Workplace workplace) throws Exception {
        int threads = Runtime.getRuntime().availableProcessors();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (Review review = workplace.create(workplace.folder().resolve("meanings.winnow"));
                InputStream network = resource("/e5-small-v2-q.onnx");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            // As the program asks for: threads that wait do not spin. With it, a machine that others use tells nothing.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            try (OrtSession session = environment.createSession(network.readAllBytes(), options)) {
                InTurn inTurn = new InTurn(environment, session);
                new KeptEmbedding(review, Models.network()).of(texts, inTurn);
                inTurn.at(RECORDS, RECORDS);
            }
        }
        String name = String.format(Locale.ROOT, "meanings of a portion of %,d abstracts, kept", RECORDS);
        workplace
                .report()
                .add(Figure.of(name, ours, "ms")
                        .against("ONNX Runtime alone, same texts and options", bare.median())
                        .withGoal("ratio at most 1.3"));
    }

    /** Is told where the program begins a portion, and runs the one before it again, bare. */
    private final class InTurn implements Progress {
        private final OrtEnvironment environment;
        private final OrtSession session;
        private int from = -1;
        private long since;

        InTurn(OrtEnvironment environment, OrtSession session) {
            this.environment = environment;
            this.session = session;
        }

        @Override
        public void at(long done, long total) {
            if (from >= 0) {
                ours.add((System.nanoTime() - since) / 1e6);
                try {
                    bare.time(() -> run(from, (int) done));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            from = (int) done;
            since = System.nanoTime();
        }

        @Override
        public void check() {}

        private void run(int first, int end) throws OrtException {
            for (int i = first; i < end; i++) {
                long[] pieces = cut.get(i);
                long[] ones = new long[pieces.length];
                Arrays.fill(ones, 1);
                try (OnnxTensor words = OnnxTensor.createTensor(environment, new long[][] {pieces});
                        OnnxTensor present = OnnxTensor.createTensor(environment, new long[][] {ones});
                        OnnxTensor kinds = OnnxTensor.createTensor(environment, new long[1][pieces.length])) {
                    session.run(Map.of("input_ids", words, "attention_mask", present, "token_type_ids", kinds))
                            .close();
                }
            }
        }
    }
}
