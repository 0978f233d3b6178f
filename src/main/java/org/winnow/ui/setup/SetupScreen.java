package org.winnow.ui.setup;

import org.kordamp.ikonli.feather.Feather;
import org.winnow.ui.kit.ModelScreen;
import org.winnow.ui.kit.Texts;

/** The rules' entry in the rail. */
public final class SetupScreen extends ModelScreen {
    public SetupScreen(SetupModel model, Texts texts) {
        super(
                "setup",
                texts.get("setup.title"),
                Feather.SLIDERS,
                Section.SCREENING,
                model,
                () -> new SetupView(model, texts));
    }
}
