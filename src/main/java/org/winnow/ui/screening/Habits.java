package org.winnow.ui.screening;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How this person likes to work in the rooms; the same in both, and the next time too. */
public final class Habits {
    private final ObjectProperty<Hands> hands;

    /** @param keep remembers another choice */
    public Habits(Hands remembered, Consumer<Hands> keep) {
        hands = new SimpleObjectProperty<>(remembered);
        hands.subscribe((was, is) -> keep.accept(is));
    }

    ObjectProperty<Hands> handsProperty() {
        return hands;
    }
}
