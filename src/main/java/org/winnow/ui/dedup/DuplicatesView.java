package org.winnow.ui.dedup;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.DuplicateList.Item;
import org.winnow.ui.dedup.Compared.Column;
import org.winnow.ui.dedup.DuplicatesModel.Numbers;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Focus;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.WindowKeys;

/** One list of doubtful pairs and merged groups, and the chosen records side by side with the answers below. */
final class DuplicatesView extends BorderPane {
    private final DuplicatesModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private final ListView<Item> list = new ListView<>();
    private final ComparedGrid grid;
    private final AnswerBar answers;
    private final Label why = Labels.wrapped("", "muted");
    private final StackPane body = new StackPane();
    private final BorderPane detail = new BorderPane();
    private final ScrollPane page = new ScrollPane();
    private final SplitPane split = new SplitPane();
    private final Label numbers = Labels.muted("");
    private final Button likely;
    private final MenuButton more;

    DuplicatesView(DuplicatesModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
        this.grid = new ComparedGrid(texts, this::pick);
        this.answers =
                new AnswerBar(model, texts, () -> list.getSelectionModel().selectNext(), this::pick);
        this.likely = Buttons.plain("accept-likely", texts.get("duplicates.likely"), this::acceptLikely);
        this.more = more();
        getStyleClass().add("screen");
        setId("duplicates");
        setTop(Labels.header(
                texts.get("duplicates.title"),
                numbers,
                likely,
                more,
                Buttons.primary("find-duplicates", texts.get("duplicates.find"), model::find)));
        setCenter(body);
        split.getItems().addAll(list(), detail());
        split.setDividerPositions(0.34);
        SplitPane.setResizableWithParent(list, false);
        bind();
        new WindowKeys(this, answers::command);
    }

    private MenuButton more() {
        MenuItem prefer = new MenuItem(texts.get("duplicates.prefer"));
        prefer.setId("prefer-sources");
        prefer.setOnAction(e -> prefer());
        MenuItem back = new MenuItem(texts.get("duplicates.takeBack"));
        back.setId("take-back");
        back.setOnAction(e -> takeBack());
        MenuButton button = new MenuButton(texts.get("duplicates.more"), null, prefer, back);
        button.setId("duplicates-more");
        return button;
    }

    private Node list() {
        list.setId("duplicate-list");
        list.setItems(model.list().ids());
        list.setFixedCellSize(ItemCell.HEIGHT);
        list.getStyleClass().add("record-list");
        list.setMinWidth(240);
        list.setAccessibleText(texts.get("duplicates.list"));
        list.setCellFactory(v -> new ItemCell(model.list(), texts));
        return list;
    }

    private Node detail() {
        // Above what scrolls sideways, so that it is read in whole however many records stand side by side.
        VBox reason = new VBox(why);
        reason.getStyleClass().add("compare-reason");
        VBox content = new VBox(grid);
        content.getStyleClass().add("compare-page");
        page.setContent(content);
        detail.setTop(reason);
        page.setFitToWidth(true);
        page.setId("compared");
        page.setAccessibleText(texts.get("duplicates.compared"));
        page.getStyleClass().add("record-page");
        detail.setCenter(page);
        detail.setBottom(answers);
        return detail;
    }

    /** The arrows move in the list from the start. */
    void takeFocus() {
        Focus.give(list);
    }

    private void bind() {
        list.getSelectionModel().selectedItemProperty().subscribe(model::choose);
        model.list().ids().addListener((ListChangeListener<Item>) c -> keepPlace());
        model.comparedProperty().subscribe(this::show);
        model.numbersProperty().subscribe(now -> {
            numbers.setText(texts.get(
                    "duplicates.numbers",
                    now.records(),
                    now.duplicates().merged(),
                    now.duplicates().asked()));
            arrange(now);
        });
    }

    /** Where what was shown is gone, the line that stands there now is shown. */
    private void keepPlace() {
        Compared shown = model.comparedProperty().get();
        int size = model.list().ids().size();
        int before = shown == null ? -1 : model.list().positionOf(shown.row().item());
        int at = before >= 0 ? before : Math.max(0, list.getSelectionModel().getSelectedIndex());
        if (size > 0) {
            list.getSelectionModel().clearAndSelect(Math.min(at, size - 1));
            model.choose(model.list().ids().get(Math.min(at, size - 1)));
        } else {
            model.choose(null);
        }
    }

    private void show(@Nullable Compared now) {
        detail.setVisible(now != null && now.columns().size() > 1);
        if (now == null || now.columns().size() < 2) {
            answers.clear();
            return;
        }
        page.setVvalue(0);
        pick(now.columns().get(1));
    }

    private void pick(Column column) {
        Compared now = model.comparedProperty().get();
        if (now != null) {
            why.setText(why(now, column));
            grid.show(now, column);
            answers.show(now, column);
        }
    }

    private String why(Compared now, Column column) {
        if (now.doubtful()) {
            return now.row().disputed()
                    ? texts.get("duplicates.why.disputed")
                    : texts.get("duplicates.why.doubtful", now.row().why());
        }
        String ticks = texts.get("duplicates.ticks");
        if (column.why().isEmpty()) {
            return texts.get("duplicates.kept.long", now.columns().size() - 1) + " " + ticks;
        }
        String how = column.automatic() ? "duplicates.why.automatic" : "duplicates.why.person";
        return texts.get(how, column.why()) + " " + ticks;
    }

    private void acceptLikely() {
        model.withScores(scores -> {
            LikelyForm form = new LikelyForm(scores, texts);
            if (dialogs.form(texts.get("duplicates.likely"), form.content(), texts.get("duplicates.likely.verb"))) {
                model.accept(form.least());
            }
        });
    }

    private void prefer() {
        model.withSources(sources -> {
            PreferForm form = new PreferForm(sources, texts);
            if (dialogs.form(texts.get("duplicates.prefer"), form.content(), texts.get("duplicates.prefer.verb"))) {
                model.prefer(form.order());
            }
        });
    }

    private void takeBack() {
        TakeBackForm form = new TakeBackForm(model.numbersProperty().get().duplicates(), texts);
        if (dialogs.form(texts.get("duplicates.takeBack"), form.content(), texts.get("duplicates.takeBack.verb"))) {
            model.takeBack(form.everything());
        }
    }

    private void arrange(Numbers now) {
        likely.setVisible(now.duplicates().doubtful() > 0);
        likely.setManaged(likely.isVisible());
        more.setVisible(now.records() > 0);
        if (now.records() == 0) {
            body.getChildren().setAll(empty("duplicates.empty.records", Feather.INBOX, "import"));
        } else if (now.duplicates().asked() + now.duplicates().merged() == 0) {
            body.getChildren().setAll(nothingFound());
        } else {
            body.getChildren().setAll(split);
        }
    }

    private EmptyState nothingFound() {
        return new EmptyState(
                "duplicates-empty",
                Feather.COPY,
                texts.get("duplicates.empty.none.headline"),
                texts.get("duplicates.empty.none.sentence"),
                Buttons.primary("find-now", texts.get("duplicates.find"), model::find),
                Buttons.plain(
                        "to-screening", texts.get("duplicates.toScreening"), () -> navigator.go("title-abstract")));
    }

    private EmptyState empty(String key, Feather icon, String leadsTo) {
        return new EmptyState(
                "duplicates-empty",
                icon,
                texts.get(key + ".headline"),
                texts.get(key + ".sentence"),
                Buttons.primary("leads-on", texts.get(key + ".action"), () -> navigator.go(leadsTo)));
    }
}
