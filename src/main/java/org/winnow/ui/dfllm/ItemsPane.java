package org.winnow.ui.dfllm;

import java.util.Date;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.State;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Columns;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Questions and answers, and what people say of them. */
final class ItemsPane extends BorderPane {
    private final LanguageModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final TableView<Item> table = new TableView<>();
    private final Label question = Labels.wrapped("", "heading");
    private final Label answer = Labels.wrapped("");
    private final Label who = Labels.wrapped("", "muted");
    private final SplitPane split = new SplitPane();
    private final FlowPane actions = new FlowPane(8, 8);
    private final Button page;

    ItemsPane(LanguageModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.page = Buttons.plain("items-page", texts.get("language.showPage"), () -> chosen().forEach(model::show));
        table();
        actions();
        VBox detail = new VBox(8, question, answer, who, page);
        detail.getStyleClass().add("record-card");
        ScrollPane scroll = new ScrollPane(detail);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("record-page");
        split.getItems().addAll(table, scroll);
        split.setDividerPositions(0.55);
        model.itemsProperty().subscribe(this::show);
    }

    private void table() {
        table.setId("items-table");
        table.setAccessibleText(texts.get("language.items"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(Columns.text(texts.get("language.column.question"), 260, Item::question));
        table.getColumns().add(Columns.text(texts.get("language.column.state"), 80, i -> name(i.state())));
        table.getColumns()
                .add(Columns.text(
                        texts.get("language.column.level"),
                        70,
                        i -> texts.get("language.level." + i.level().key())));
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Item>) c -> detail());
    }

    private String name(State state) {
        return texts.get("language.state." + state.key());
    }

    private void actions() {
        actions.getStyleClass().add("verdict-bar");
        Button accept = Buttons.plain("items-accept", texts.get("language.accept"), () -> say(State.ACCEPTED));
        accept.getStyleClass().add("success");
        Button reject = Buttons.plain("items-reject", texts.get("language.reject"), () -> say(State.REJECTED));
        reject.getStyleClass().add("danger");
        actions.getChildren()
                .addAll(
                        accept,
                        Buttons.plain("items-edit", texts.get("language.edit"), this::edit),
                        reject,
                        Buttons.plain("items-derive", texts.get("language.derive"), model::derive));
    }

    private List<Item> chosen() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    private void say(State state) {
        model.say(chosen(), state);
    }

    private void edit() {
        List<Item> some = chosen();
        if (some.size() != 1) {
            return;
        }
        Item item = some.getFirst();
        TextArea newQuestion = area("items-question", item.question());
        TextArea newAnswer = area("items-answer", item.answer());
        Form form = new Form()
                .field(texts.get("language.column.question"), newQuestion)
                .field(texts.get("language.column.answer"), newAnswer);
        if (dialogs.form(texts.get("language.edit.headline"), form, texts.get("language.edit.verb"))) {
            model.edit(item, newQuestion.getText(), newAnswer.getText());
        }
    }

    private static TextArea area(String id, String text) {
        TextArea area = new TextArea(text);
        area.setId(id);
        area.setWrapText(true);
        area.setPrefRowCount(3);
        return area;
    }

    private void show(List<Item> items) {
        if (items.isEmpty()) {
            setBottom(null);
            setCenter(new EmptyState(
                    "items-empty",
                    Feather.HELP_CIRCLE,
                    texts.get("language.noItems.headline"),
                    texts.get("language.noItems.sentence"),
                    Buttons.primary("items-first", texts.get("language.derive"), model::derive)));
            return;
        }
        List<String> before = chosen().stream().map(Item::id).toList();
        table.getItems().setAll(items);
        for (int i = 0; i < items.size(); i++) {
            if (before.contains(items.get(i).id())) {
                table.getSelectionModel().select(i);
            }
        }
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().select(0);
        }
        detail();
        setCenter(split);
        setBottom(actions);
    }

    private void detail() {
        List<Item> some = chosen();
        for (Node action : actions.getChildren()) {
            boolean one = "items-edit".equals(action.getId());
            action.setDisable(!"items-derive".equals(action.getId()) && (some.isEmpty() || one && some.size() > 1));
        }
        Item item = some.isEmpty() ? null : some.getFirst();
        question.setText(item == null ? "" : item.question());
        answer.setText(item == null ? "" : item.answer());
        who.setText(item == null ? "" : said(item));
        page.setVisible(hasPage(item));
        page.setManaged(hasPage(item));
    }

    private static boolean hasPage(@Nullable Item item) {
        return item != null && item.evidence().stream().anyMatch(e -> e.page() > 0);
    }

    private String said(Item item) {
        String how = item.author().isEmpty()
                ? texts.get("language.provenance." + item.provenance().key())
                : texts.get("language.writtenBy", item.author());
        String label = item.label() == null
                ? ""
                : " " + texts.get("language.labelled", item.label().key());
        return (item.by().isEmpty()
                        ? how
                        : texts.get("language.said", how, name(item.state()), item.by(), Date.from(item.at())))
                + label;
    }
}
