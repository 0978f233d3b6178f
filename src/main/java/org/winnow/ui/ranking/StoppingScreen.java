package org.winnow.ui.ranking;

import org.kordamp.ikonli.feather.Feather;
import org.winnow.ui.kit.ModelScreen;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/** The stopping rules' entry in the rail. */
public final class StoppingScreen extends ModelScreen {
    public StoppingScreen(StoppingModel model, Texts texts, Navigator navigator, SampleRoom room) {
        super(
                "stopping",
                texts.get("stopping.title"),
                Feather.FLAG,
                Section.SCREENING,
                model,
                () -> new StoppingView(model, texts, navigator, room));
    }
}
