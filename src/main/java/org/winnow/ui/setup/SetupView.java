package org.winnow.ui.setup;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.Criterion;
import org.winnow.model.Reviewer;
import org.winnow.store.Keywords.Keyword;
import org.winnow.store.Keywords.Leaning;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Checks;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.setup.SetupModel.Rules;

/** Title, screeners, ordered reasons for exclusion, and the two lists of keywords. */
final class SetupView extends BorderPane {
    private final SetupModel model;
    private final Texts texts;
    private final TextField title = new TextField();
    private final Spinner<Integer> screeners = new Spinner<>(1, 9, 2);
    private final Label reviewers = Labels.muted("");
    private final VBox reasons = new VBox(2);
    private final FlowPane speakFor = new FlowPane(6, 6);
    private final FlowPane speakAgainst = new FlowPane(6, 6);

    SetupView(SetupModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("screen");
        setId("setup");
        setTop(Labels.header(texts.get("setup.title"), Labels.muted(texts.get("setup.explanation"))));
        VBox body = new VBox(
                16,
                review(),
                reasonsCard(),
                keywordsCard(),
                tagsCard(),
                new RankingCard(model, texts),
                new AdviceCard(model.advice(), texts));
        body.getStyleClass().add("screen-body");
        body.setMaxWidth(860);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("record-page");
        setCenter(scroll);
        model.rulesProperty().subscribe(rules -> {
            if (rules != null) {
                show(rules);
            }
        });
    }

    private Node review() {
        title.setId("review-title");
        title.setOnAction(e -> model.rename(title.getText()));
        title.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                model.rename(title.getText());
            }
        });
        screeners.setId("screeners");
        screeners.valueProperty().subscribe((was, is) -> model.screenersPerRecord(is));
        Form form = new Form()
                .field(texts.get("setup.reviewTitle"), title)
                .checked(title, t -> t.isEmpty() ? texts.get("setup.reviewTitle.missing") : "")
                .field(texts.get("setup.screeners"), screeners, texts.get("setup.screeners.hint"))
                .field(texts.get("setup.reviewers"), reviewers, "");
        screeners.setMaxWidth(90);
        return card(form);
    }

    private Node reasonsCard() {
        return card(
                Labels.heading(texts.get("setup.reasons")),
                Labels.wrapped(texts.get("setup.reasons.hint"), "muted"),
                reasons,
                new AgainCard(model.again(), texts),
                adding("add-reason", texts.get("setup.reasons.add"), model::knowsReason, model::addReason));
    }

    private Node keywordsCard() {
        return card(
                Labels.heading(texts.get("setup.keywords")),
                Labels.wrapped(texts.get("setup.keywords.hint"), "muted"),
                speakFor,
                addingWord("add-for", texts.get("setup.keywords.addFor"), Leaning.INCLUDE),
                speakAgainst,
                addingWord("add-against", texts.get("setup.keywords.addAgainst"), Leaning.EXCLUDE));
    }

    private Node tagsCard() {
        return card(
                Labels.heading(texts.get("setup.tags")),
                Labels.wrapped(texts.get("setup.tags.hint"), "muted"),
                new TagList(model, texts),
                adding("add-tag", texts.get("setup.tags.add"), model::knowsTag, model::addTag));
    }

    private Node addingWord(String id, String prompt, Leaning leaning) {
        return adding(id, prompt, term -> model.knowsKeyword(term, leaning), term -> model.addKeyword(term, leaning));
    }

    /** A field that adds to a list, and says so where the list has it already. */
    private Node adding(String id, String prompt, Predicate<String> known, Consumer<String> add) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setMaxWidth(420);
        Checks checks = new Checks();
        VBox box = new VBox(4, field, checks.on(field, t -> known.test(t) ? texts.get("setup.known", t) : ""));
        field.setOnAction(e -> {
            if (checks.pass()) {
                add.accept(field.getText());
                field.clear();
            }
        });
        return box;
    }

    private static VBox card(Node... content) {
        VBox card = new VBox(10, content);
        card.getStyleClass().add("card");
        return card;
    }

    private void show(Rules rules) {
        if (!title.isFocused()) {
            title.setText(rules.info().title());
        }
        screeners.getValueFactory().setValue(rules.info().screenersPerRecord());
        Labels.onlyRead(screeners, !rules.mayRule());
        reviewers.setText(rules.reviewers().stream().map(Reviewer::name).collect(Collectors.joining(", ")));
        reasons.getChildren().clear();
        for (int i = 0; i < rules.reasons().size(); i++) {
            reasons.getChildren().add(reason(rules.reasons().get(i), i));
        }
        words(speakFor, rules.keywords(), Leaning.INCLUDE, "legend-for");
        words(speakAgainst, rules.keywords(), Leaning.EXCLUDE, "legend-against");
    }

    private Node reason(Criterion criterion, int index) {
        Label label = new Label(criterion.label());
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        String name = criterion.label();
        HBox line = new HBox(
                8,
                Labels.key(index < 9 ? Integer.toString(index + 1) : " "),
                label,
                Buttons.icon(
                        "up-" + criterion.id(),
                        texts.get("setup.up", name),
                        Feather.ARROW_UP,
                        null,
                        () -> model.move(criterion, -1)),
                Buttons.icon(
                        "down-" + criterion.id(),
                        texts.get("setup.down", name),
                        Feather.ARROW_DOWN,
                        null,
                        () -> model.move(criterion, 1)),
                Buttons.icon(
                        "retire-" + criterion.id(),
                        texts.get("setup.retire", name),
                        Feather.X,
                        null,
                        () -> model.retire(criterion)));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void words(FlowPane pane, List<Keyword> all, Leaning leaning, String style) {
        pane.getChildren().clear();
        all.stream().filter(k -> k.leaning() == leaning).forEach(k -> {
            Label word = new Label(k.term());
            word.getStyleClass().add(style);
            HBox pill = new HBox(
                    2,
                    word,
                    Buttons.icon(
                            "remove-keyword",
                            texts.get("setup.keywords.remove", k.term()),
                            Feather.X,
                            null,
                            () -> model.remove(k)));
            pill.setAlignment(Pos.CENTER_LEFT);
            pill.getStyleClass().add("keyword");
            pane.getChildren().add(pill);
        });
        pane.setManaged(!pane.getChildren().isEmpty());
    }
}
