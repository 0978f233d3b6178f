package org.winnow.app;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Tells how long the start took, for the benchmark and for training the start-up cache: with the system property
 * {@code winnow.startup} the program prints the milliseconds from process start to the first frame and ends.
 */
final class StartUp {
    private StartUp() {}

    static void measured(Stage stage) {
        if (Boolean.getBoolean("winnow.startup")) {
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    // The second pulse begins when the first frame has been handed to the screen.
                    if (++frames == 2) {
                        stop();
                        long started = ProcessHandle.current()
                                .info()
                                .startInstant()
                                .orElseThrow()
                                .toEpochMilli();
                        System.out.println("first window after " + (System.currentTimeMillis() - started) + " ms");
                        stage.hide();
                        Platform.exit();
                    }
                }
            }.start();
        }
    }
}
