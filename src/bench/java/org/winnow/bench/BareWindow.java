package org.winnow.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The least window that JavaFX can show, timed like the program's own: the yardstick of a start. */
public final class BareWindow extends Application {
    public static void main(String[] args) {
        launch(BareWindow.class, args);
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(new Label("Bare")), 1280, 820));
        stage.show();
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
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
