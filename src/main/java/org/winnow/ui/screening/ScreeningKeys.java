package org.winnow.ui.screening;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Retrieval;
import org.winnow.model.Stage;

/**
 * The keys of the room. Letters decide unless a text field has the focus; a key that is held down decides once. Alt,
 * Ctrl and Cmd belong to the menus.
 */
final class ScreeningKeys {
    private final ScreeningModel model;
    private final VerdictBar verdicts;
    private final CardView card;
    private final FilterBar filters;
    private @Nullable KeyCode held;

    ScreeningKeys(ScreeningModel model, VerdictBar verdicts, CardView card, FilterBar filters) {
        this.model = model;
        this.verdicts = verdicts;
        this.card = card;
        this.filters = filters;
    }

    void listenOn(Node node) {
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        node.addEventFilter(KeyEvent.KEY_RELEASED, e -> held = null);
        node.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
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
            if (e.getCode() == KeyCode.ESCAPE) {
                field.getParent().requestFocus();
            }
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
