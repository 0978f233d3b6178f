package org.winnow.dfllm.tune;

import java.nio.file.Path;
import org.winnow.model.UserException;

/** A run cannot go on: what lies in its folder is of a run with other settings or other examples. */
public final class OtherRun extends UserException {
    private static final long serialVersionUID = 1L;

    OtherRun(Path file) {
        super(file + " is of a run with other settings or other examples, as they change with every report and question"
                + " that comes in. Continue with those, or tune into another folder.");
    }
}
