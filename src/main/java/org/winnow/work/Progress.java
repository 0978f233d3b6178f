package org.winnow.work;

/** What a long job tells whoever waits for it, and the one question that it asks: shall I go on? */
public interface Progress {
    /**
     * Says how far the job is.
     *
     * @param done units finished, never falling
     * @param total units in all, or a negative number where the job cannot know
     */
    void at(long done, long total);

    /** @throws Cancelled when the person asked the job to stop */
    void check();

    /** Listens to nothing and never cancels. */
    Progress NONE = new Progress() {
        @Override
        public void at(long done, long total) {}

        @Override
        public void check() {}
    };
}
