package org.winnow.ui.fulltext;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** On a page of which something cannot be shown: what and why, and the way to another program. */
final class PageTrouble extends VBox {
    private final Label why = Labels.wrapped("", "centered");

    PageTrouble(int page, LinkDoor door, Texts texts) {
        getStyleClass().add("page-trouble");
        getChildren()
                .addAll(why, Buttons.plain("page-outside-" + page, texts.get("reader.page.outside"), door::outside));
    }

    void say(String words) {
        why.setText(words);
    }
}
