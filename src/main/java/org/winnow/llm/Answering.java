package org.winnow.llm;

import org.winnow.work.Progress;

/** A language model that can be asked, wherever it runs. */
interface Answering extends AutoCloseable {
    Endpoint endpoint();

    /**
     * Puts a question and waits for the answer.
     *
     * @param progress hears the tokens of the answer as they come
     * @throws Trouble where no whole answer comes
     */
    Reply ask(Request request, Progress progress);

    /** Lets go of what it holds; nothing is asked behind it. */
    @Override
    void close();
}
