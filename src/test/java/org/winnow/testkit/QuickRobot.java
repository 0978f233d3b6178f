package org.winnow.testkit;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A robot that goes on as soon as the window has drawn what came of its deed. TestFX's own sleeps 50 ms after each key
 * that goes down and each that comes up, whether or not anything is still to be done, and moves the mouse step by step.
 */
public final class QuickRobot extends FxRobot {
    private static final int PATIENCE_SECONDS = 60;

    /** Returns once what was asked of the window before has been done, laid out and drawn. */
    public static void drawn() {
        CompletableFuture<Boolean> drawn = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private boolean again;

            /** Comes before the layout of a frame: the second time, the first frame stands. */
            @Override
            public void handle(long now) {
                if (again) {
                    stop();
                    Platform.runLater(() -> drawn.complete(true));
                }
                again = true;
            }
        }.start());
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, drawn);
        } catch (TimeoutException e) {
            throw new AssertionError("no frame was drawn", e);
        }
    }

    @Override
    public FxRobot interact(Runnable deed) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(deed));
        return done();
    }

    @Override
    public <T> FxRobot interact(Callable<T> deed) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(deed));
        return done();
    }

    @Override
    public FxRobot press(KeyCode... keys) {
        robotContext().getKeyboardRobot().pressNoWait(keys);
        return done();
    }

    @Override
    public FxRobot release(KeyCode... keys) {
        robotContext().getKeyboardRobot().releaseNoWait(keys);
        return done();
    }

    @Override
    public FxRobot type(KeyCode... keys) {
        for (KeyCode key : keys) {
            robotContext().getKeyboardRobot().pressNoWait(key);
            robotContext().getKeyboardRobot().releaseNoWait(key);
        }
        return done();
    }

    @Override
    public FxRobot type(KeyCode key, int times) {
        return type(Collections.nCopies(times, key).toArray(KeyCode[]::new));
    }

    @Override
    public FxRobot push(KeyCode... keys) {
        robotContext().getKeyboardRobot().pressNoWait(keys);
        List<KeyCode> back = Arrays.asList(keys).reversed();
        robotContext().getKeyboardRobot().releaseNoWait(back.toArray(KeyCode[]::new));
        return done();
    }

    @Override
    public FxRobot write(String text, int pause) {
        Scene scene = Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElseThrow()
                .getScene();
        text.chars()
                .forEach(c ->
                        robotContext().getBaseRobot().typeKeyboard(scene, KeyCode.UNDEFINED, String.valueOf((char) c)));
        return done();
    }

    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        return clickOn(lookup(query).match(NodeQueryUtils.isVisible()).<Node>query(), motion, buttons);
    }

    @Override
    public FxRobot clickOn(Node node, Motion motion, MouseButton... buttons) {
        moveTo(point(node).query(), motion);
        robotContext().getMouseRobot().pressNoWait(buttons);
        return release(buttons);
    }

    @Override
    public FxRobot moveTo(Point2D place, Motion motion) {
        robotContext().getMouseRobot().moveNoWait(place);
        return done();
    }

    @Override
    public FxRobot press(MouseButton... buttons) {
        robotContext().getMouseRobot().pressNoWait(buttons);
        return done();
    }

    @Override
    public FxRobot release(MouseButton... buttons) {
        robotContext().getMouseRobot().releaseNoWait(buttons);
        return done();
    }

    private FxRobot done() {
        drawn();
        return this;
    }
}
