package org.winnow.ui.dfllm;

import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/** That no report is included yet, and where that is done. */
final class NoPapers extends BorderPane {
    NoPapers(Texts texts, Navigator navigator) {
        setCenter(new EmptyState(
                "language-empty",
                Feather.BOOK,
                texts.get("language.empty.headline"),
                texts.get("language.empty.sentence"),
                Buttons.primary(
                        "language-lead-on", texts.get("language.empty.screen"), () -> navigator.go("full-text"))));
    }
}
