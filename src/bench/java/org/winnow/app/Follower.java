package org.winnow.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/**
 * Times a change of the window: from {@link #start} to the end of the layout in which the condition first holds, and on
 * to the beginning of the next pulse, which JavaFX does not begin before the frame has been handed to the renderer.
 */
final class Follower {
    private final Scene scene;
    private final BooleanSupplier condition;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Runnable afterLayout = this::check;
    private final AnimationTimer nextPulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            stop();
            drawn = System.nanoTime();
            done.countDown();
        }
    };
    private long from;
    private long laidOut;
    private long drawn;

    Follower(Scene scene, BooleanSupplier condition) {
        this.scene = scene;
        this.condition = condition;
    }

    /** On the FX thread, right before what causes the change. */
    void start() {
        scene.addPostLayoutPulseListener(afterLayout);
        from = System.nanoTime();
    }

    private void check() {
        if (laidOut == 0 && condition.getAsBoolean()) {
            laidOut = System.nanoTime();
            scene.removePostLayoutPulseListener(afterLayout);
            nextPulse.start();
        }
    }

    /** Beside the FX thread. */
    void await() throws InterruptedException {
        if (!done.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the window did not follow");
        }
    }

    double laidOutMillis() {
        return (laidOut - from) / 1e6;
    }

    double drawnMillis() {
        return (drawn - from) / 1e6;
    }
}
