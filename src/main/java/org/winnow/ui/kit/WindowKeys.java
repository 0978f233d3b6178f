package org.winnow.ui.kit;

import java.util.function.Function;
import java.util.function.Predicate;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a screen. While it is in the window, they are commands wherever in the window the focus is, unless that
 * is a text field or an open menu; a key that is held down commands once. Alt, Ctrl and Cmd belong to the menus.
 */
public final class WindowKeys {
    private final Node screen;
    private final Function<KeyCode, @Nullable Runnable> commands;
    private final EventHandler<KeyEvent> pressed = this::pressed;
    private final EventHandler<KeyEvent> released = e -> release();
    private final EventHandler<KeyEvent> typed = this::typed;
    private Predicate<ContextMenu> own = menu -> false;
    private @Nullable Function<KeyCode, @Nullable Runnable> withShift;
    private @Nullable KeyCode held;

    /**
     * Hears the keys of the window for as long as the screen is in it.
     *
     * @param commands what a key does, or null where it does nothing here
     */
    public WindowKeys(Node screen, Function<KeyCode, @Nullable Runnable> commands) {
        this.screen = screen;
        this.commands = commands;
        screen.sceneProperty().subscribe((was, is) -> move(was, is));
    }

    /** Keys stay commands while such a menu is open. */
    public void alsoWhileOpen(Predicate<ContextMenu> menu) {
        own = menu;
    }

    /** Letters and digits mean something else while Shift is held; without this they mean the same. */
    public void withShift(Function<KeyCode, @Nullable Runnable> shifted) {
        withShift = shifted;
    }

    /** A key that opened a menu is let go there, where it is not heard. */
    public void release() {
        held = null;
    }

    private void move(@Nullable Scene was, @Nullable Scene is) {
        if (was != null) {
            was.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
            was.removeEventFilter(KeyEvent.KEY_RELEASED, released);
            was.removeEventFilter(KeyEvent.KEY_TYPED, typed);
        }
        if (is != null) {
            is.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
            is.addEventFilter(KeyEvent.KEY_RELEASED, released);
            is.addEventFilter(KeyEvent.KEY_TYPED, typed);
        }
    }

    /** The letter that led into a text field is not meant for it. */
    private void typed(KeyEvent e) {
        if (held != null) {
            e.consume();
        }
    }

    private void pressed(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown() || e.isMetaDown() || e.isControlDown()) {
            return;
        }
        if (e.getTarget() instanceof TextInputControl field) {
            if (e.getCode() == KeyCode.ESCAPE && isOurs(field)) {
                field.getParent().requestFocus();
            }
            return;
        }
        // Arrows belong to the control that has the focus, where that is none of ours.
        if (otherMenuIsOpen()
                || e.getTarget() instanceof Node at
                        && !isOurs(at)
                        && e.getCode().isArrowKey()) {
            return;
        }
        Runnable command = command(e);
        if (command != null) {
            e.consume();
            if (held != e.getCode()) {
                held = e.getCode();
                command.run();
            }
        }
    }

    private @Nullable Runnable command(KeyEvent e) {
        // A slash is typed with Shift on many keyboards, where its key has another name.
        if ("/".equals(e.getText())) {
            return commands.apply(KeyCode.SLASH);
        }
        Function<KeyCode, @Nullable Runnable> shifted = withShift;
        boolean other = shifted != null
                && e.isShiftDown()
                && (e.getCode().isLetterKey() || e.getCode().isDigitKey());
        return other ? shifted.apply(e.getCode()) : commands.apply(e.getCode());
    }

    private boolean isOurs(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == screen) {
                return true;
            }
        }
        return false;
    }

    /** In an open menu letters choose entries. */
    private boolean otherMenuIsOpen() {
        return Window.getWindows().stream().anyMatch(w -> w instanceof ContextMenu menu && !own.test(menu));
    }
}
