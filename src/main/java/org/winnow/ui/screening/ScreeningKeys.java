package org.winnow.ui.screening;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.winnow.ui.kit.VerdictBar;
import org.winnow.ui.kit.WindowKeys;

/** What the keys of the room do. */
final class ScreeningKeys {
    /** The parts of the room that keys lead to. */
    interface Places {
        void tag();

        void note();

        void search();

        void jump();

        /** Gives the whole window to the record, or takes it back. */
        void alone();

        boolean isAlone();

        /** Asks for one verdict on all records of the list. */
        void bulk();

        /** Shows everything that was ever done to the record in front. */
        void life();
    }

    private final ScreeningModel model;
    private final VerdictBar verdicts;
    private final Places places;
    private final Habits habits;

    ScreeningKeys(ScreeningModel model, VerdictBar verdicts, Places places, Habits habits) {
        this.model = model;
        this.verdicts = verdicts;
        this.places = places;
        this.habits = habits;
    }

    /** Hears the keys of the window for as long as the room is in it. */
    void listenFor(Node room) {
        WindowKeys keys = new WindowKeys(room, this::command);
        keys.withShift(this::tag);
        verdicts.listenWith(keys);
    }

    @Nullable
    Runnable command(KeyCode code) {
        return switch (code) {
            case RIGHT -> model.walk()::next;
            case LEFT -> model.walk()::previous;
            case ESCAPE -> places.isAlone() ? places::alone : null;
            default ->
                habits.handsProperty().get().command(code).map(this::meant).orElseGet(() -> verdicts.command(code));
        };
    }

    private @Nullable Runnable meant(Command command) {
        return switch (command) {
            case TAG -> places::tag;
            case NOTE -> places::note;
            case NEXT -> model.walk()::next;
            case BACK -> model.walk()::previous;
            case SEARCH -> places::search;
            case JUMP -> places::jump;
            case ALONE -> places::alone;
            case LIFE -> places::life;
            case BULK -> places::bulk;
            default -> null;
        };
    }

    /** With Shift, a letter puts its tag on the record in front, or takes it off. */
    @Nullable
    Runnable tag(KeyCode code) {
        return model.surroundingsProperty().get().tags().stream()
                .filter(t -> t.letter().equals(code.getName()))
                .findFirst()
                .<Runnable>map(t -> () -> model.edits().toggle(t))
                .orElse(null);
    }
}
