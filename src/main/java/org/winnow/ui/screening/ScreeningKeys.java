package org.winnow.ui.screening;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.winnow.ui.kit.VerdictBar;
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
        verdicts.listenWith(new WindowKeys(room, this::command));
    }

    private @Nullable Runnable command(KeyCode code) {
        return switch (code) {
            case T -> card::editTag;
            case N -> card::editNote;
            case J, RIGHT -> model::next;
            case K, LEFT -> model::previous;
            case SLASH -> filters::focusSearch;
            default -> verdicts.command(code);
        };
    }
}
