package org.winnow.embedding;

import java.util.List;
import org.winnow.work.Progress;

/**
 * The sentence network e5-small-v2: twelve layers, 384 components (MIT; Wang et al., arXiv 2212.03533). Slower than
 * {@link MiniLm}, and better at telling papers of one field apart. Its vectors all point much the same way: take
 * off their mean before they are compared.
 */
public final class SmallE5 implements Embedding {
    /** As its authors ask for where both sides of a comparison are of one kind. */
    private static final String PREFIX = "query: ";

    private final OnnxNetwork network = new OnnxNetwork("/e5-small-v2-q", PREFIX);

    @Override
    public String name() {
        return "e5-small-v2-q/" + OnnxNetwork.PIECES;
    }

    @Override
    public List<Vector> of(List<String> texts, Progress progress) {
        return network.of(texts, progress);
    }
}
