package org.winnow.ui.ranking;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Changes;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** The simulation's entry in the rail. */
public final class SimulationScreen extends RailScreen {
    private final SimulationModel model;
    private final Texts texts;
    private final Dialogs dialogs;

    public SimulationScreen(SimulationModel model, Texts texts, Dialogs dialogs) {
        super("simulation", texts.get("simulation.title"), Feather.ACTIVITY, Section.SCREENING);
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
    }

    @Override
    public Node view() {
        return new SimulationView(model, texts, dialogs);
    }

    @Override
    public void shown() {
        // What was replayed is still there.
    }

    @Override
    public void refresh(Changes changes) {
        // Replays of other sets have nothing to do with this review.
    }
}
