package org.winnow.embedding;

import java.util.List;
import org.winnow.work.Progress;

/** Turns texts into vectors whose products say how alike their meanings are. */
public interface Embedding {
    /** The network and its version: the same name gives the same vector for the same text. */
    String name();

    /** One vector a text, all of one length. */
    List<Vector> of(List<String> texts, Progress progress);
}
