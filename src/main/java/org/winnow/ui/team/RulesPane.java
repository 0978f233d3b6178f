package org.winnow.ui.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Assignment;
import org.winnow.model.Reviewer;
import org.winnow.model.Role;
import org.winnow.model.Stage;
import org.winnow.model.StagePolicy;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Choices;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.team.RulesModel.AtStage;
import org.winnow.ui.team.RulesModel.Rules;

/** The team's rules stage by stage, who takes which records, and who is what. */
final class RulesPane extends BorderPane {
    private static final double CARD = 520;
    private static final int MOST_IN_ROUND = 100_000;

    private final RulesModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final ChoiceBox<Stage> stage = new ChoiceBox<>();
    private final Spinner<Integer> screeners = spinner("rule-screeners", 1, StagePolicy.MOST_SCREENERS);
    private final Spinner<Integer> share = spinner("rule-share", 0, StagePolicy.HUNDRED);
    private final CheckBox blinded = new CheckBox();
    private final CheckBox settlers = new CheckBox();
    private final FlowPane takers = new FlowPane(12, 6);
    private final Spinner<Integer> overlap = spinner("assign-overlap", 0, StagePolicy.HUNDRED);
    private final Spinner<Integer> round = spinner("assign-calibration", 0, MOST_IN_ROUND);
    private final Spinner<Integer> seed = spinner("assign-seed", 0, (int) StagePolicy.MOST_SEED);
    private final Label given = Labels.wrapped("", "muted");
    private final Label locked = Labels.wrapped("");
    private final VBox people = new VBox(6);
    private final Label pin = Labels.wrapped("", "muted");
    private final List<Node> ruling = new ArrayList<>();

    RulesPane(RulesModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        FlowPane page = new FlowPane(20, 20, rulesCard(), assignmentCard(), peopleCard());
        page.getStyleClass().add("screen-body");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("record-page");
        setTop(stages());
        setCenter(scroll);
        ruling.addAll(List.of(screeners, share, blinded, settlers, takers, overlap, round, seed));
        model.rulesProperty().subscribe(now -> show());
        stage.valueProperty().subscribe(now -> show());
    }

    private static Spinner<Integer> spinner(String id, int from, int to) {
        Spinner<Integer> spinner = new Spinner<>(from, to, from);
        spinner.setId(id);
        spinner.setEditable(true);
        return spinner;
    }

    private VBox stages() {
        stage.setId("rules-stage");
        stage.setAccessibleText(texts.get("team.stage"));
        stage.getItems().setAll(Stage.values());
        stage.setConverter(
                Choices.words(s -> texts.get(s == Stage.FULL_TEXT ? "team.fullText" : "team.titleAbstract")));
        stage.setValue(Stage.TITLE_ABSTRACT);
        locked.setText(texts.get("team.rules.locked"));
        VBox bar = new VBox(8, stage, locked);
        bar.getStyleClass().add("screen-filter");
        return bar;
    }

    private VBox rulesCard() {
        blinded.setId("rule-blinded");
        blinded.setText(texts.get("team.rules.blinded.tick"));
        settlers.setId("rule-settlers");
        settlers.setText(texts.get("team.rules.settlers.tick"));
        Form form = new Form()
                .field(texts.get("team.rules.screeners"), narrow(screeners), "")
                .field(texts.get("team.rules.share"), narrow(share), texts.get("team.rules.share.hint"))
                .field(texts.get("team.rules.blinded"), blinded, texts.get("team.rules.blinded.hint"))
                .field(texts.get("team.rules.settlers"), settlers, texts.get("team.rules.settlers.hint"));
        return card(
                "team.rules.headline",
                "team.rules.explanation",
                form,
                leading(Buttons.primary("rules-keep", texts.get("team.rules.verb"), this::rule)));
    }

    /** A number does not need the width of the card. */
    private static HBox narrow(Spinner<Integer> spinner) {
        spinner.setPrefWidth(130);
        return new HBox(spinner);
    }

    private Node leading(Node button) {
        ruling.add(button);
        return new HBox(button);
    }

    private VBox card(String headline, String explanation, Node... content) {
        VBox card = new VBox(12, Labels.heading(texts.get(headline)), Labels.wrapped(texts.get(explanation), "muted"));
        card.getChildren().addAll(content);
        card.getStyleClass().add("card");
        card.setPrefWidth(CARD);
        return card;
    }

    private VBox assignmentCard() {
        takers.setId("assign-people");
        Form form = new Form()
                .field(texts.get("team.assign.people"), takers, texts.get("team.assign.people.hint"))
                .field(texts.get("team.assign.overlap"), narrow(overlap), texts.get("team.assign.overlap.hint"))
                .field(texts.get("team.assign.round"), narrow(round), texts.get("team.assign.round.hint"))
                .field(texts.get("team.assign.seed"), narrow(seed), texts.get("team.assign.seed.hint"));
        given.setId("assign-given");
        return card(
                "team.assign.headline",
                "team.assign.explanation",
                form,
                leading(Buttons.primary("assign-give", texts.get("team.assign.verb"), this::assign)),
                given);
    }

    private VBox peopleCard() {
        people.setId("team-roles");
        return card(
                "team.roles.headline",
                "team.roles.explanation",
                people,
                Labels.heading(texts.get("team.pin.headline")),
                pin,
                new HBox(Buttons.plain("pin-set", texts.get("team.pin.verb"), this::askPin)));
    }

    private Optional<AtStage> now() {
        return Optional.ofNullable(model.rulesProperty().get())
                .map(r -> r.stages().get(stage.getValue()));
    }

    private void show() {
        Rules rules = model.rulesProperty().get();
        now().ifPresent(this::show);
        if (rules != null) {
            boolean may = rules.mayRule();
            locked.setVisible(!may);
            locked.setManaged(!may);
            ruling.forEach(n -> Labels.onlyRead(n, !may));
            people.getChildren()
                    .setAll(rules.people().stream().map(p -> person(p, rules)).toList());
            pin.setText(texts.get(
                    rules.pin() ? "team.pin.set" : "team.pin.none",
                    model.reviewer().name()));
        }
    }

    private void show(AtStage at) {
        StagePolicy policy = at.policy();
        screeners.getValueFactory().setValue(policy.screeners());
        share.getValueFactory().setValue(policy.share());
        blinded.setSelected(policy.blinded());
        settlers.setSelected(policy.settlersOnly());
        Assignment assignment = at.assignment();
        overlap.getValueFactory().setValue(assignment.overlap());
        round.getValueFactory().setValue((int) at.calibration());
        seed.getValueFactory().setValue((int) assignment.seed());
        Rules rules = model.rulesProperty().get();
        takers.getChildren().clear();
        for (Reviewer person : rules == null ? List.<Reviewer>of() : rules.people()) {
            CheckBox taker = new CheckBox(person.name());
            taker.setId("take-" + person.id().value());
            taker.setSelected(assignment.people().stream().anyMatch(person.name()::equalsIgnoreCase));
            takers.getChildren().add(taker);
        }
        given.setText((assignment.isForAll()
                        ? texts.get("team.assign.all", at.records())
                        : texts.get("team.assign.shared", at.records(), String.join(", ", assignment.people())))
                + " " + texts.get("team.assign.mine", at.mine()));
    }

    private Node person(Reviewer person, Rules rules) {
        ChoiceBox<Role> role = new ChoiceBox<>();
        role.setId("role-" + person.id().value());
        role.setAccessibleText(texts.get("team.roles.of", person.name()));
        role.getItems().setAll(Role.values());
        role.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Role value) {
                return texts.get(value == null ? "team.role.none" : "team.role." + value.key());
            }

            @Override
            public Role fromString(String text) {
                throw new UnsupportedOperationException("chosen from a list, never typed");
            }
        });
        role.setValue(rules.roles().get(person));
        role.setPrefWidth(140);
        Labels.onlyRead(role, !rules.mayRule());
        role.valueProperty().addListener((o, before, now) -> model.role(person, now));
        Label name = new Label(person.name());
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        role.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(12, name, role);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void rule() {
        now().ifPresent(at -> model.rule(
                stage.getValue(),
                at.policy()
                        .withScreeners(screeners.getValue())
                        .withShare(share.getValue())
                        .withSeed(
                                at.policy().seed() == 0
                                        ? seed.getValue()
                                        : at.policy().seed())
                        .withBlinded(blinded.isSelected())
                        .withSettlersOnly(settlers.isSelected())));
    }

    private void assign() {
        List<String> chosen = takers.getChildren().stream()
                .map(CheckBox.class::cast)
                .filter(CheckBox::isSelected)
                .map(CheckBox::getText)
                .toList();
        model.assign(stage.getValue(), chosen, overlap.getValue(), round.getValue(), seed.getValue());
    }

    private void askPin() {
        PasswordField first = new PasswordField();
        first.setId("pin-first");
        PasswordField again = new PasswordField();
        again.setId("pin-again");
        Form form = new Form()
                .field(texts.get("team.pin.first"), first, texts.get("team.pin.hint"))
                .field(texts.get("team.pin.again"), again)
                .checked(again, t -> t.equals(first.getText()) ? "" : texts.get("team.pin.differs"));
        form.setPrefWidth(420);
        if (dialogs.form(texts.get("team.pin.headline"), form, texts.get("team.pin.keep"))) {
            model.pin(first.getText());
        }
    }
}
