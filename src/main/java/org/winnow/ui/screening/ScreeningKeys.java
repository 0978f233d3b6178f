package org.winnow.ui.screening;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Retrieval;
import org.winnow.model.Stage;
import org.winnow.ui.kit.WindowKeys;

/** What the keys of the room do. */
final class ScreeningKeys {
    private final ScreeningModel model;
    private final VerdictBar verdicts;
    private final CardView card;
    private final FilterBar filters;

    ScreeningKeys(ScreeningModel model, VerdictBar verdicts, CardView card, FilterBar filters) {
        this.model = model;
        this.verdicts = verdicts;
        this.card = card;
        this.filters = filters;
    }

    /** Hears the keys of the window for as long as the room is in it. */
    void listenFor(Node room) {
        WindowKeys keys = new WindowKeys(room, this::command);
        keys.alsoWhileOpen(verdicts::owns);
        verdicts.onReasonsClosed(keys::release);
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
