package org.winnow.ui.screening;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.RecordId;
import org.winnow.model.Stage;
import org.winnow.store.StageProgress;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Focus;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.RecordCell;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.VerdictBar;

/** The room: filters, list and progress on the left, the record and the verdicts on the right. */
final class ScreeningView extends BorderPane {
    private final ScreeningModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final FilterBar filters;
    private final CardView card;
    private final VerdictBar verdicts;
    private final ListView<RecordId> list = new ListView<>();
    private final ScrollPane page = new ScrollPane();
    private final StackPane right = new StackPane();
    private final BorderPane room = new BorderPane();

    ScreeningView(ScreeningModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        filters = new FilterBar(model, texts);
        card = new CardView(model, texts);
        verdicts = new VerdictBar(model, texts);
        getStyleClass().add("screen");
        setId("screening-" + model.stage().key());
        room.setCenter(page());
        room.setBottom(new VBox(legend(), verdicts));
        SplitPane split = new SplitPane(side(), right);
        split.setDividerPositions(0.34);
        SplitPane.setResizableWithParent(split.getItems().get(0), false);
        setCenter(split);
        bind();
        new ScreeningKeys(model, verdicts, card, filters).listenFor(this);
    }

    void keepNote() {
        card.keepNote();
    }

    /** The record has the focus from now on; as soon as there is one, and it is in the window. */
    void takeFocus() {
        Focus.give(page);
    }

    private Node side() {
        list.setId("records");
        list.getStyleClass().add("record-list");
        list.setItems(model.list().ids());
        list.setFixedCellSize(RecordCell.HEIGHT);
        list.setCellFactory(v -> new RecordCell(model.list(), texts));
        list.setPlaceholder(Labels.muted(texts.get("screening.list.empty")));
        list.setAccessibleText(texts.get("screening.list"));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox side = new VBox(title(), progress(), filters, list);
        side.getStyleClass().add("side");
        side.setMinWidth(236);
        return side;
    }

    private Node title() {
        Label title = Labels.title(texts.get("screening.title." + model.stage().key()));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox line = new HBox(
                title,
                Buttons.icon("previous", texts.get("screening.previous"), Feather.CHEVRON_LEFT, null, model::previous),
                Buttons.icon("next", texts.get("screening.next"), Feather.CHEVRON_RIGHT, null, model::next));
        line.getStyleClass().add("side-title");
        return line;
    }

    private Node progress() {
        ProgressBar bar = new ProgressBar(0);
        bar.setId("progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        Label words = Labels.muted("");
        words.setId("progress-words");
        model.counts().progressProperty().subscribe(now -> {
            if (now != null) {
                bar.setProgress(
                        now.total() == 0 ? 0 : 1 - (double) model.counts().left() / now.total());
                words.setText(words(now));
            }
        });
        VBox box = new VBox(bar, words);
        box.getStyleClass().add("progress-line");
        return box;
    }

    private String words(StageProgress now) {
        String mine =
                texts.get("screening.progress", now.total() - model.counts().left(), now.total());
        return model.counts().conflicts() == 0
                ? mine
                : mine + "  " + texts.get("screening.conflicts", model.counts().conflicts());
    }

    private Node page() {
        page.setContent(card);
        page.setFitToWidth(true);
        page.setId("record");
        page.getStyleClass().add("record-page");
        page.setAccessibleText(texts.get("screening.record"));
        return page;
    }

    private Node legend() {
        Label yes = new Label(texts.get("screening.legend.for"));
        yes.getStyleClass().add("legend-for");
        Label no = new Label(texts.get("screening.legend.against"));
        no.getStyleClass().add("legend-against");
        FlowPane line = new FlowPane(6, 4, yes, no);
        for (String key : new String[] {"1–9", "U", "T", "N", "J", "K", "/"}) {
            line.getChildren().add(new HBox(4, Labels.key(key), Labels.muted(texts.get("screening.key." + key))));
        }
        line.getStyleClass().add("legend");
        return line;
    }

    private void bind() {
        model.positionProperty().subscribe(at -> {
            int position = at.intValue();
            if (position != list.getSelectionModel().getSelectedIndex()) {
                list.getSelectionModel().clearAndSelect(position);
            }
            int first = Math.max(0, position - 2);
            if (position >= 0) {
                list.scrollTo(first);
            }
        });
        list.getSelectionModel().selectedIndexProperty().subscribe(at -> {
            if (at.intValue() >= 0 && at.intValue() != model.positionProperty().get()) {
                model.go(at.intValue());
            }
        });
        model.cardProperty().subscribe(now -> {
            page.setVvalue(0);
            verdicts.closeReasons();
            showRightSide();
        });
        model.loadedProperty().subscribe(this::showRightSide);
        model.counts().progressProperty().subscribe(this::showRightSide);
    }

    private void showRightSide() {
        if (model.cardProperty().get() != null) {
            if (!right.getChildren().contains(room)) {
                right.getChildren().setAll(room);
                takeFocus();
            }
        } else if (model.loadedProperty().get()) {
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
                Buttons.primary("leads-on", texts.get(key + ".action"), () -> navigator.go(leadsTo)));
    }
}
