package org.winnow.ui.dfllm;

import java.nio.file.Path;
import java.util.Optional;
import org.winnow.dfllm.tune.TuneWatch;
import org.winnow.work.Progress;

/** Tuning to the review's verdicts, as the whole program knows it. */
public interface TuneDesk {
    /** What of the network is learnt. */
    enum Way {
        LORA,
        LADDER,
        LAYERS
    }

    /**
     * How it is to be tuned.
     *
     * @param steps at most
     * @param teacher whether the program's own order of open records is learnt from too
     * @param rationales whether marked sentences are
     */
    record Wish(Way way, int steps, boolean teacher, boolean rationales) {}

    /**
     * What came of it.
     *
     * @param words how the tuned network orders records that it has not learnt from, and the usual one
     * @param inUse whether the review uses it from now on
     */
    record Outcome(String words, boolean inUse, Path folder) {}

    /** Tunes; a run with the same wish that was broken off goes on. */
    Outcome tune(Wish wish, TuneWatch watch, Progress progress) throws Exception;

    /** The folder of the network in use; empty where it is the usual one. */
    Optional<Path> inUse();

    /** Goes back to the usual network. */
    void forget();
}
