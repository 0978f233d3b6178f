package org.winnow.ui.dedup;

import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.winnow.store.Duplicates.Numbers;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Texts;

/** Which merges are taken back together. */
final class TakeBackForm {
    private final Form form = new Form();
    private final RadioButton automatic;
    private final RadioButton all;

    TakeBackForm(Numbers numbers, Texts texts) {
        ToggleGroup group = new ToggleGroup();
        automatic =
                choice("take-back-automatic", texts.get("duplicates.takeBack.automatic", numbers.automatic()), group);
        all = choice("take-back-all", texts.get("duplicates.takeBack.all", numbers.merged()), group);
        automatic.setSelected(true);
        form.field(
                texts.get("duplicates.takeBack.which"),
                new VBox(8, automatic, all),
                texts.get("duplicates.takeBack.hint"));
        form.setPrefWidth(560);
    }

    private static RadioButton choice(String id, String text, ToggleGroup group) {
        RadioButton button = new RadioButton(text);
        button.setId(id);
        button.setToggleGroup(group);
        return button;
    }

    Form content() {
        return form;
    }

    boolean everything() {
        return all.isSelected();
    }
}
