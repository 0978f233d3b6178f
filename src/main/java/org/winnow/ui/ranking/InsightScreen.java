package org.winnow.ui.ranking;

import org.kordamp.ikonli.feather.Feather;
import org.winnow.ui.kit.ModelScreen;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/** The entry in the rail of what verdicts and meanings show. */
public final class InsightScreen extends ModelScreen {
    public InsightScreen(InsightModel model, Texts texts, Navigator navigator, OpenRecord door) {
        super(
                "insight",
                texts.get("insight.title"),
                Feather.EYE,
                Section.SCREENING,
                model,
                () -> new InsightView(model, texts, navigator, door));
    }
}
