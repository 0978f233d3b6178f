package org.winnow.ui.screening;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** What marked words mean, and the keys that have no button of their own. */
final class Legend extends FlowPane {
    private static final List<Command> SHOWN =
            List.of(Command.UNDECIDED, Command.TAG, Command.NOTE, Command.SEARCH, Command.JUMP, Command.ALONE);

    private final Texts texts;

    Legend(Habits habits, Texts texts) {
        super(6, 4);
        this.texts = texts;
        getStyleClass().add("legend");
        habits.handsProperty().subscribe(this::show);
    }

    private void show(Hands hands) {
        getChildren()
                .setAll(word("screening.legend.for", "legend-for"), word("screening.legend.against", "legend-against"));
        key("1–9", texts.get("screening.key.reason"));
        getChildren()
                .add(new HBox(
                        4,
                        Labels.key(hands.cap(Command.NEXT)),
                        Labels.key(hands.cap(Command.BACK)),
                        Labels.muted(texts.get("screening.key.move"))));
        for (Command command : SHOWN) {
            key(hands.cap(command), texts.get(command.key()));
        }
    }

    private Label word(String key, String style) {
        Label word = new Label(texts.get(key));
        word.getStyleClass().add(style);
        return word;
    }

    private void key(String cap, String words) {
        getChildren().add(new HBox(4, Labels.key(cap), Labels.muted(words)));
    }
}
