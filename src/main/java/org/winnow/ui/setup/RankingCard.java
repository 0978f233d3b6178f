package org.winnow.ui.setup;

import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.winnow.ranking.Model;
import org.winnow.ranking.Models;
import org.winnow.ranking.Plan;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** How records are ranked: what is looked for in words, the model, whose verdicts it learns from, what is random. */
final class RankingCard extends VBox {
    private static final int MOST_BETWEEN = 100;

    private final SetupModel model;
    private final TextArea topic = new TextArea();
    private final ChoiceBox<Model> learner = new ChoiceBox<>(FXCollections.observableArrayList(Models.all()));
    private final CheckBox settled = new CheckBox();
    private final Spinner<Integer> random = new Spinner<>(0, MOST_BETWEEN, 0);
    private final TextField seed = new TextField();
    private boolean showing;

    RankingCard(SetupModel model, Texts texts) {
        super(10);
        this.model = model;
        getStyleClass().add("card");
        settled.setText(texts.get("setup.ranking.settled"));
        topic.setPrefRowCount(3);
        topic.setWrapText(true);
        topic.setPromptText(texts.get("setup.ranking.topic.prompt"));
        learner.setConverter(new Named());
        seed.setTextFormatter(new TextFormatter<>(c -> c.getControlNewText().matches("\\d{0,9}") ? c : null));
        Form form = new Form()
                .field(texts.get("setup.ranking.topic"), topic, texts.get("setup.ranking.topic.hint"))
                .field(texts.get("setup.ranking.model"), learner, texts.get("setup.ranking.model.hint"))
                .field(texts.get("setup.ranking.learns"), settled)
                .field(texts.get("setup.ranking.random"), random, texts.get("setup.ranking.random.hint"))
                .field(texts.get("setup.ranking.seed"), seed, texts.get("setup.ranking.seed.hint"));
        random.setMaxWidth(90);
        seed.setMaxWidth(120);
        getChildren().addAll(Labels.heading(texts.get("setup.ranking")), form);
        name();
        bind();
    }

    private void name() {
        topic.setId("ranking-topic");
        learner.setId("ranking-model");
        settled.setId("ranking-settled");
        random.setId("ranking-random");
        seed.setId("ranking-seed");
    }

    private void bind() {
        topic.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                change(p -> new Plan(p.model(), p.seed(), topic.getText(), p.settled(), p.randomEvery()));
            }
        });
        learner.valueProperty().subscribe((was, is) -> {
            if (is != null) {
                change(p -> new Plan(is, p.seed(), p.topic(), p.settled(), p.randomEvery()));
            }
        });
        settled.selectedProperty()
                .subscribe((was, is) -> change(p -> new Plan(p.model(), p.seed(), p.topic(), is, p.randomEvery())));
        random.valueProperty()
                .subscribe((was, is) -> change(p -> new Plan(p.model(), p.seed(), p.topic(), p.settled(), is)));
        seed.focusedProperty().subscribe((was, is) -> {
            if (was && !is && !seed.getText().isEmpty()) {
                change(p ->
                        new Plan(p.model(), Long.parseLong(seed.getText()), p.topic(), p.settled(), p.randomEvery()));
            }
        });
        model.rulesProperty().subscribe(rules -> {
            if (rules != null) {
                show(rules.plan());
            }
        });
    }

    private void change(UnaryOperator<Plan> change) {
        if (!showing) {
            model.plan(change);
        }
    }

    private void show(Plan plan) {
        showing = true;
        if (!topic.isFocused()) {
            topic.setText(plan.topic());
        }
        learner.setValue(plan.model());
        settled.setSelected(plan.settled());
        random.getValueFactory().setValue(plan.randomEvery());
        if (!seed.isFocused()) {
            seed.setText(Long.toString(plan.seed()));
        }
        showing = false;
    }

    /** Models by name, with what they are made of. */
    private static final class Named extends StringConverter<Model> {
        @Override
        public String toString(@Nullable Model value) {
            return value == null ? "" : value.name() + " " + value.version() + ": " + value.description();
        }

        @Override
        public Model fromString(String text) {
            throw new UnsupportedOperationException("choices are never typed");
        }
    }
}
