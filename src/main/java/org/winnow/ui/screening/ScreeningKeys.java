package org.winnow.ui.screening;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Retrieval;
import org.winnow.model.Stage;

/**
 * The keys of the room. While it is in front, letters and numbers decide wherever in the window the focus is, unless
 * that is a text field or an open menu; a key that is held down decides once. Alt, Ctrl and Cmd belong to the menus.
 */
final class ScreeningKeys {
    private final ScreeningModel model;
    private final VerdictBar verdicts;
    private final CardView card;
    private final FilterBar filters;
    private @Nullable KeyCode held;
    private @Nullable Node room;

    ScreeningKeys(ScreeningModel model, VerdictBar verdicts, CardView card, FilterBar filters) {
        this.model = model;
        this.verdicts = verdicts;
        this.card = card;
        this.filters = filters;
    }

    /** Hears the keys of the window for as long as the room is in it. */
    void listenFor(Node room) {
        this.room = room;
        EventHandler<KeyEvent> pressed = this::pressed;
        EventHandler<KeyEvent> released = e -> held = null;
        EventHandler<KeyEvent> typed = this::typed;
        room.sceneProperty().subscribe((was, is) -> {
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
        });
        // A key that opened the menu is let go there, where we do not hear it.
        verdicts.onReasonsClosed(() -> held = null);
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
            if (e.getCode() == KeyCode.ESCAPE && inRoom(field)) {
                field.getParent().requestFocus();
            }
            return;
        }
        if (otherMenuIsOpen() || e.getTarget() instanceof Node at && !inRoom(at) && moves(e.getCode())) {
            return;
        }
        Runnable command = command(e.getCode());
        if (command != null) {
            e.consume();
            if (held != e.getCode()) {
                held = e.getCode();
                command.run();
            }
        }
    }

    private boolean inRoom(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == room) {
                return true;
            }
        }
        return false;
    }

    /** Arrows belong to the control that has the focus, where that is none of ours. */
    private static boolean moves(KeyCode code) {
        return code.isArrowKey();
    }

    /** In an open menu letters choose entries. */
    private boolean otherMenuIsOpen() {
        return Window.getWindows().stream().anyMatch(w -> w instanceof ContextMenu menu && !verdicts.owns(menu));
    }

    /** The digit on a key, from 1 to 9; 0 for every other key. */
    static int number(KeyCode code) {
        String name = code.getName();
        return code.isDigitKey() ? name.charAt(name.length() - 1) - '0' : 0;
    }

    private @Nullable Runnable command(KeyCode code) {
        int number = number(code);
        if (number > 0) {
            return () -> verdicts.excludeFor(number);
        }
        return switch (code) {
            case I -> model::include;
            case M -> model::maybe;
            case E -> verdicts::excludeOrAsk;
            case U -> model::withdraw;
            case R -> model.stage() == Stage.FULL_TEXT ? () -> model.markRetrieval(Retrieval.NOT_RETRIEVED) : null;
            case T -> card::editTag;
            case N -> card::editNote;
            case J, RIGHT -> model::next;
            case K, LEFT -> model::previous;
            case SLASH -> filters::focusSearch;
            default -> null;
        };
    }
}
