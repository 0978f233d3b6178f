package org.winnow.dfllm.corpus;

import java.util.List;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/** Where the texts of reports come from. */
public interface Papers {
    /**
     * What a report's files say.
     *
     * @param papers one for each file that can be read
     * @param trouble why others cannot, a sentence each
     */
    record Texts(List<Paper> papers, List<String> trouble) {}

    /** Reads the files of a report; none where none are attached. */
    Texts of(RecordId report, Progress progress);
}
