package org.winnow.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/** Hears one answer to its end, word by word, so that it can be stopped and a server that fell silent is left. */
final class Hearing implements StreamingChatResponseHandler {
    private static final long LOOK_MILLIS = 20;

    /** An answer that stopped before its end; the next try may get one whole. */
    static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenOff(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable ChatResponse response;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable StreamingHandle handle;
    private volatile long heard = System.nanoTime();
    private volatile int pieces;
    private volatile boolean left;

    /** The whole answer. */
    ChatResponse await(Duration silence, int mostTokens, Progress progress) {
        try {
            while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.at(Math.min(pieces, mostTokens), -1);
                progress.check();
                if (System.nanoTime() - heard > silence.toNanos()) {
                    throw new BrokenOff(silent(silence), null);
                }
            }
        } catch (InterruptedException e) {
            leave();
            throw new Cancelled();
        } catch (RuntimeException e) {
            leave();
            throw e;
        }
        Throwable trouble = failure;
        if (trouble != null) {
            throw trouble instanceof RuntimeException known ? known : new BrokenOff("the line broke", trouble);
        }
        ChatResponse whole = response;
        if (whole == null || whole.finishReason() == null) {
            throw new BrokenOff("the answer stops in the middle", null);
        }
        return whole;
    }

    static String silent(Duration silence) {
        return "not a word for " + silence.toMillis() / 1000.0 + " s";
    }

    /** Closing the line is how these servers hear that they can stop. */
    private void leave() {
        left = true;
        StreamingHandle now = handle;
        if (now != null) {
            now.cancel();
        }
    }

    private void heard(StreamingHandle from) {
        heard = System.nanoTime();
        handle = from;
        pieces++;
        if (left) {
            from.cancel();
        }
    }

    @Override
    public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
        heard(context.streamingHandle());
    }

    @Override
    public void onPartialThinking(PartialThinking piece, PartialThinkingContext context) {
        heard(context.streamingHandle());
    }

    @Override
    public void onCompleteResponse(ChatResponse whole) {
        response = whole;
        ended.countDown();
    }

    @Override
    public void onError(Throwable error) {
        failure = error;
        ended.countDown();
    }
}
