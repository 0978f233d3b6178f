package org.winnow.dfllm.tune;

/** Whoever looks on while a network is tuned, and may stop it. */
public interface TuneWatch {
    /**
     * How far it is.
     *
     * @param step how many steps are done, of {@code steps}
     * @param loss of the last one
     * @param piecesPerSecond pieces of words that were learnt from, per second
     * @param secondsLeft to the last step at the pace so far; it may stop earlier
     */
    record Moment(int step, int steps, double loss, double piecesPerSecond, double secondsLeft) {}

    /** How many texts have been read of those that have to be before the first step. */
    default void reading(int done, int all) {}

    void step(Moment moment);

    /** A point of the loss curve; where a run goes on, those that it had come first. */
    void validated(Point point);

    /** It has learnt what it will; from now on it is compared with the one that is in use. */
    default void judging() {}

    /** @throws org.winnow.work.Cancelled when the person asked to stop; what is on the disk can be taken up again */
    void check();

    /** Looks away. */
    TuneWatch NONE = new TuneWatch() {
        @Override
        public void step(Moment moment) {}

        @Override
        public void validated(Point point) {}

        @Override
        public void check() {}
    };
}
