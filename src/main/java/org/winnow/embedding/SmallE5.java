package org.winnow.embedding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.work.Progress;

/**
 * The sentence network e5-small-v2: twelve layers, 384 components (MIT; Wang et al., arXiv 2212.03533). Slower than
 * {@link MiniLm}, and better at telling papers of one field apart. Its vectors all point much the same way: take
 * off their mean before they are compared.
 */
public final class SmallE5 implements Embedding {
    /** As its authors ask for questions, and for where both sides of a comparison are of one kind. */
    private static final String QUERY = "query: ";

    /** As they ask for what questions are to find. */
    private static final String PASSAGE = "passage: ";

    private static final String NAME = "e5-small-v2-q/" + OnnxNetwork.PIECES;
    private static final OnnxNetwork NETWORK = OnnxNetwork.resource("/e5-small-v2-q", QUERY);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Vector> of(List<String> texts, Progress progress) {
        return NETWORK.of(texts, progress);
    }

    /** The network for questions and what they are to find; in memory from the first text until it is closed. */
    public static final class Held implements AutoCloseable {
        private OnnxNetwork.@Nullable Loaded loaded;

        /** For questions. */
        public Embedding questions() {
            return new Role(NAME, QUERY);
        }

        /** For what questions are to find. */
        public Embedding passages() {
            return new Role(NAME + "/passage", PASSAGE);
        }

        private final class Role implements Embedding {
            private final String name;
            private final String prefix;

            Role(String name, String prefix) {
                this.name = name;
                this.prefix = prefix;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Vector> of(List<String> texts, Progress progress) {
                return texts.isEmpty() ? List.of() : embedded(prefix, texts, progress);
            }
        }

        private synchronized List<Vector> embedded(String prefix, List<String> texts, Progress progress) {
            OnnxNetwork.Loaded network = loaded;
            if (network == null) {
                network = NETWORK.load();
                loaded = network;
            }
            return network.of(prefix, texts, progress);
        }

        @Override
        public synchronized void close() {
            if (loaded != null) {
                loaded.close();
                loaded = null;
            }
        }
    }
}
