package org.winnow.llm;

import java.time.Duration;
import org.winnow.work.Progress;

/** A language model that can be asked, wherever it runs. */
interface Answering extends AutoCloseable {
    /** Hears of each time that a question was put and no answer came, and that it is put again. */
    interface Retried {
        Retried UNHEARD = (why, millis, wait) -> {};

        /**
         * @param why no answer came
         * @param millis that it took not to come
         * @param wait before the question is put again
         */
        void because(String why, long millis, Duration wait);
    }

    Endpoint endpoint();

    /**
     * Puts a question and waits for the answer.
     *
     * @param progress hears the tokens of the answer as they come
     * @throws Trouble where no whole answer comes
     */
    Reply ask(Request request, Progress progress, Retried retried);

    /** Lets go of what it holds; nothing is asked behind it. */
    @Override
    void close();
}
