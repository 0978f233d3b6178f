package org.winnow.ui.dfllm;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.AnswerChanges;
import org.winnow.dfllm.tune.TuneWatch;
import org.winnow.work.Progress;

/** Tuning to the review, as the whole program knows it. */
public interface TuneDesk {
    /** What is learnt from. */
    enum Lesson {
        /** Settled verdicts on titles and abstracts; records are ranked by what comes of it. */
        VERDICTS,
        /** Questions of the dataset with their passages; papers are asked by what comes of it. */
        QUESTIONS
    }

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
     * @param teacher with verdicts: whether the program's own order of open records is learnt from too
     * @param rationales with verdicts: whether marked sentences are
     * @param anew with questions: whether to begin with the network that the program brings, not with the one in use
     */
    record Wish(Lesson lesson, Way way, int steps, boolean teacher, boolean rationales, boolean anew) {}

    /**
     * What came of it.
     *
     * @param words how the tuned network does on what it has not learnt from, and the one before
     * @param inUse whether the review uses it from now on
     * @param changes with questions: how the answers have changed; else null
     */
    record Outcome(
            Lesson lesson,
            String words,
            boolean inUse,
            Path folder,
            @Nullable AnswerChanges changes) {}

    /**
     * Tunes; a run with the same wish that was broken off goes on. With questions corpus and dataset are brought up to date
     * first, and old questions are mixed among what is learnt.
     */
    Outcome tune(Wish wish, TuneWatch watch, Progress progress) throws Exception;

    /** A run that was broken off, by this program or with it; empty where there is none. */
    Optional<Wish> unfinished();

    /** The folders of the networks in use, other than the usual ones. */
    Map<Lesson, Path> inUse();

    /** Goes back to the usual network. */
    void forget(Lesson lesson);
}
