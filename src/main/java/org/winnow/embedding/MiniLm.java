package org.winnow.embedding;

import java.util.List;
import org.winnow.work.Progress;

/** The sentence network all-MiniLM-L6-v2: six layers, 384 components (Apache-2.0). */
public final class MiniLm implements Embedding {
    private final OnnxNetwork network = OnnxNetwork.resource("/all-minilm-l6-v2-q", "");

    @Override
    public String name() {
        return "all-minilm-l6-v2-q/" + OnnxNetwork.PIECES;
    }

    @Override
    public List<Vector> of(List<String> texts, Progress progress) {
        return network.of(texts, progress);
    }
}
