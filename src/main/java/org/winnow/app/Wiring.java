package org.winnow.app;

import java.util.List;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.store.Review;
import org.winnow.ui.dedup.DuplicatesModel;
import org.winnow.ui.dedup.DuplicatesScreen;
import org.winnow.ui.importing.ImportModel;
import org.winnow.ui.importing.ImportScreen;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Screen;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.prisma.FlowModel;
import org.winnow.ui.prisma.FlowScreen;
import org.winnow.ui.screening.ScreeningModel;
import org.winnow.ui.screening.ScreeningScreen;
import org.winnow.ui.setup.SetupModel;
import org.winnow.ui.setup.SetupScreen;

/** The one page on which the screens of an open review are put together, in the order of the rail. */
final class Wiring {
    private Wiring() {}

    static List<Screen> screens(
            Review review, Reviewer reviewer, Jobs jobs, Texts texts, Dialogs dialogs, Navigator navigator) {
        return List.of(
                new ImportScreen(new ImportModel(review, jobs, texts), texts, dialogs, navigator),
                new DuplicatesScreen(new DuplicatesModel(review, jobs, texts), texts, navigator),
                new SetupScreen(new SetupModel(review, jobs), texts),
                screening(review, reviewer, Stage.TITLE_ABSTRACT, jobs, texts, navigator),
                screening(review, reviewer, Stage.FULL_TEXT, jobs, texts, navigator),
                new FlowScreen(new FlowModel(review, jobs, texts), texts, dialogs, navigator));
    }

    private static Screen screening(
            Review review, Reviewer reviewer, Stage stage, Jobs jobs, Texts texts, Navigator navigator) {
        return new ScreeningScreen(new ScreeningModel(review, jobs, stage, reviewer), texts, navigator);
    }
}
