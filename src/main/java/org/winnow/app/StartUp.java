package org.winnow.app;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.winnow.fulltext.reading.WarmUp;
import org.winnow.work.Progress;

/**
 * Tells how long the start took, for the benchmark and for training the start-up cache: with the system property
 * {@code winnow.startup} the program prints the milliseconds from process start to the first frame and ends; where it
 * says {@code train}, the program also draws a page of a PDF, so that the cache knows how.
 */
final class StartUp {
    private StartUp() {}

    static void measured(Stage stage) {
        String asked = System.getProperty("winnow.startup", "");
        if (!asked.isEmpty()) {
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
                        if (asked.equals("train")) {
                            WarmUp.run(Progress.NONE);
                        }
                        stage.hide();
                        Platform.exit();
                    }
                }
            }.start();
        }
    }
}
