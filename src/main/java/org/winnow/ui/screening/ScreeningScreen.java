package org.winnow.ui.screening;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.RecordId;
import org.winnow.model.Stage;
import org.winnow.model.TagId;
import org.winnow.store.Changes;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** The room's entry in the rail; one for each stage. */
public final class ScreeningScreen extends RailScreen {
    private final ScreeningModel model;
    private final AdviceModel advice;
    private final Texts texts;
    private final Habits habits;
    private final Doors doors;
    private @Nullable ScreeningView view;

    public ScreeningScreen(ScreeningModel model, AdviceModel advice, Texts texts, Habits habits, Doors doors) {
        super(
                model.stage().key(),
                texts.get("screening.title." + model.stage().key()),
                model.stage() == Stage.TITLE_ABSTRACT ? Feather.LIST : Feather.FILE_TEXT,
                Section.SCREENING);
        this.model = model;
        this.advice = advice;
        this.texts = texts;
        this.habits = habits;
        this.doors = doors;
        model.counts().progressProperty().subscribe(p -> {
            if (p != null) {
                badge(model.counts().left());
            }
        });
    }

    @Override
    public Node view() {
        ScreeningView now = new ScreeningView(model, advice, texts, habits, doors);
        view = now;
        return now;
    }

    @Override
    public void opened() {
        model.opened();
    }

    @Override
    public void shown() {
        model.reload();
        if (view != null) {
            view.takeFocus();
        }
    }

    @Override
    public void hidden() {
        if (view != null) {
            view.leave();
        }
    }

    @Override
    public void refresh(Changes changes) {
        model.refresh(changes);
        advice.refresh(changes);
    }

    /** Shows a record that somebody asked for elsewhere, in a list that holds it. */
    public void open(RecordId record) {
        model.open(record);
    }

    /** Lists what is undecided and carries a tag. */
    public void list(TagId tag) {
        model.filters().only(tag);
    }

    @Override
    public void returnTo(RecordId record) {
        model.returnTo(record);
    }
}
