package org.winnow.ui.ranking;

import java.nio.file.Path;
import java.util.List;
import org.winnow.ranking.Document;
import org.winnow.work.Progress;

/** Files with records whose answers are known, in and out. Asked beside the FX thread. */
public interface LabelledSets {
    /** Records and whether each is relevant. */
    record Labelled(List<Document> documents, boolean[] truth) {}

    Labelled read(Path file, Progress progress);

    /** Writes a file as a whole or not at all. */
    void write(Path target, byte[] content);
}
