package org.winnow.ui.screening;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.Stage;
import org.winnow.store.StageProgress;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Focus;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.VerdictBar;
import org.winnow.ui.kit.WalkList;

/** The room: filters, list and progress on the left, the record and the verdicts on the right. */
final class ScreeningView extends BorderPane implements ScreeningKeys.Places {
    private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");
    private static final double LIST_SHARE = 0.36;

    private final ScreeningModel model;
    private final Texts texts;
    private final Doors doors;
    private final FilterBar filters;
    private final CardView card;
    private final VerdictBar verdicts;
    private final WalkList list;
    private final ScrollPane page = new ScrollPane();
    private final StackPane right = new StackPane();
    private final BorderPane room = new BorderPane();
    private final SplitPane split = new SplitPane();
    private final JumpField jump;
    private final VBox side;
    private boolean alone;
    private double share = LIST_SHARE;

    ScreeningView(ScreeningModel model, AdviceModel advice, Texts texts, Habits habits, Doors doors) {
        this.model = model;
        this.texts = texts;
        this.doors = doors;
        list = new WalkList(
                model.walk(), model.list(), texts, texts.get("screening.list"), texts.get("screening.list.empty"));
        filters = new FilterBar(model, texts);
        card = new CardView(model, advice, texts, doors.pages());
        verdicts = new VerdictBar(model, texts);
        jump = new JumpField(model, texts, card::giveBackFocus);
        getStyleClass().add("screen");
        setId("screening-" + model.stage().key());
        room.setCenter(page());
        room.setBottom(new VBox(new Legend(habits, texts), verdicts));
        side = side(new RoomMenu(this, habits, texts));
        habits.handsProperty().subscribe(hands -> verdicts.decideWith(hands.verdicts()));
        split.getItems().setAll(side, right);
        split.setDividerPositions(LIST_SHARE);
        SplitPane.setResizableWithParent(side, false);
        setCenter(split);
        bind();
        new ScreeningKeys(model, verdicts, this, habits).listenFor(this);
    }

    @Override
    public void tag() {
        card.editTag();
    }

    @Override
    public void note() {
        card.editNote();
    }

    @Override
    public void search() {
        alone(false);
        filters.focusSearch();
    }

    @Override
    public void jump() {
        alone(false);
        jump.ask();
    }

    @Override
    public void alone() {
        alone(!alone);
    }

    @Override
    public boolean isAlone() {
        return alone;
    }

    @Override
    public void bulk() {
        new BulkForm(model, texts, doors.dialogs()).ask();
    }

    @Override
    public void life() {
        Card now = model.cardProperty().get();
        if (now != null) {
            doors.life().accept(now.id());
        }
    }

    private void alone(boolean now) {
        if (now == alone) {
            return;
        }
        alone = now;
        if (now) {
            share = split.getDividerPositions()[0];
        }
        doors.navigator().alone(now);
        // The split pane divides the width that it has: it has to have its new one first.
        getScene().getRoot().layout();
        split.getItems().setAll(now ? List.of(right) : List.of(side, right));
        pseudoClassStateChanged(ALONE, now);
        split.setDividerPositions(share);
        takeFocus();
    }

    /** Another screen comes to the front: it needs the way back, and the note is written down. */
    void leave() {
        alone(false);
        card.keepNote();
    }

    /** The record has the focus from now on; as soon as there is one, and it is in the window. */
    void takeFocus() {
        Focus.give(page);
    }

    private VBox side(Node menu) {
        list.setId("records");
        HBox title = WalkList.title(
                model.walk(),
                texts.get("screening.title." + model.stage().key()),
                new WalkList.Step("previous", texts.get("screening.previous")),
                new WalkList.Step("next", texts.get("screening.next")),
                menu);
        VBox all = new VBox(title, jump, new ProgressLine(model, texts), filters, list);
        all.getStyleClass().add("side");
        all.setMinWidth(236);
        return all;
    }

    private Node page() {
        StackPane column = new StackPane(card);
        column.setAlignment(Pos.TOP_CENTER);
        page.setContent(column);
        page.setFitToWidth(true);
        page.setId("record");
        page.getStyleClass().add("record-page");
        page.setAccessibleText(texts.get("screening.record"));
        return page;
    }

    private void bind() {
        model.cardProperty().subscribe(now -> {
            page.setVvalue(0);
            verdicts.closeReasons();
            showRightSide();
        });
        model.walk().loadedProperty().subscribe(this::showRightSide);
        model.counts().progressProperty().subscribe(this::showRightSide);
    }

    private void showRightSide() {
        if (model.cardProperty().get() != null) {
            if (!right.getChildren().contains(room)) {
                right.getChildren().setAll(room);
                takeFocus();
            }
        } else if (model.walk().loadedProperty().get()) {
            right.getChildren().setAll(nothing());
        }
    }

    private Node nothing() {
        StageProgress now = model.counts().progressProperty().get();
        if (now != null && now.total() == 0) {
            return model.stage() == Stage.TITLE_ABSTRACT
                    ? empty("screening.empty.records", Feather.INBOX, "import")
                    : empty("screening.empty.fullText", Feather.FILE_TEXT, "title-abstract");
        }
        if (model.filters().showProperty().get() == Show.UNDECIDED
                && model.filters().open()) {
            return model.stage() == Stage.TITLE_ABSTRACT
                    ? empty("screening.done.titleAbstract", Feather.CHECK_CIRCLE, "full-text")
                    : empty("screening.done.fullText", Feather.CHECK_CIRCLE, "flow");
        }
        return new EmptyState(
                "nothing-found",
                Feather.SEARCH,
                texts.get("screening.nothing.headline"),
                texts.get("screening.nothing.sentence"),
                Buttons.plain("clear-filters", texts.get("screening.nothing.action"), model.filters()::clear));
    }

    private EmptyState empty(String key, Feather icon, String leadsTo) {
        return new EmptyState(
                "empty",
                icon,
                texts.get(key + ".headline"),
                texts.get(key + ".sentence"),
                Buttons.primary("leads-on", texts.get(key + ".action"), () -> doors.navigator()
                        .go(leadsTo)));
    }
}
