package org.winnow.dfllm.ask;

import java.util.Arrays;
import java.util.Optional;

/** How a statement stands to the papers, as FEVER has it (Thorne et al. 2018, arXiv 1803.05355). */
public enum Label {
    SUPPORTED("supported"),
    REFUTED("refuted"),
    NOT_ENOUGH("not enough information");

    private final String key;

    Label(String key) {
        this.key = key;
    }

    /** The word for it in files. */
    public String key() {
        return key;
    }

    /** The label of that word. */
    public static Optional<Label> of(String key) {
        return Arrays.stream(values()).filter(l -> l.key.equals(key)).findFirst();
    }
}
