package org.winnow.ui.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.DecisionsAs;
import org.winnow.exchange.Survey;
import org.winnow.exchange.Voices.Found;
import org.winnow.formats.decision.Carried;
import org.winnow.model.Stage;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Offers to make the decisions that came with a file decisions of this review: whose, and at which stage. */
final class DecisionsOffer extends VBox {
    private final PendingFile file;
    private final ImportModel model;
    private final Texts texts;
    private final Label sentence = Labels.wrapped("");
    private final CheckBox take = new CheckBox();
    private final VBox people = new VBox();
    private final Map<String, ComboBox<String>> names = new LinkedHashMap<>();
    private Form form = new Form();
    private ChoiceBox<Stage> stage;
    private Found found = Found.NONE;

    DecisionsOffer(PendingFile file, ImportModel model, Texts texts) {
        super(6);
        this.file = file;
        this.model = model;
        this.texts = texts;
        this.stage = stages();
        getStyleClass().addAll("card", "question");
        setId("decisions-offer");
        take.setId("take-decisions");
        take.setText(texts.get("import.decisions.verb"));
        take.setWrapText(true);
        take.selectedProperty().subscribe(now -> {
            people.setVisible(now);
            people.setManaged(now);
            say();
        });
        getChildren().addAll(Labels.heading(texts.get("import.decisions")), sentence, take, people);
        show(Found.NONE);
        file.surveyProperty().subscribe(this::surveyed);
    }

    private ChoiceBox<Stage> stages() {
        ChoiceBox<Stage> box = Choices.of(
                "decisions-stage",
                List.of(Stage.values()),
                s -> s == null ? "" : texts.get("screening.title." + s.key()));
        box.setValue(Stage.TITLE_ABSTRACT);
        box.valueProperty().subscribe(now -> say());
        return box;
    }

    private void surveyed(@Nullable Survey survey) {
        // While the file is read anew the question stays where it is.
        if (survey != null && !survey.decisions().equals(found)) {
            show(survey.decisions());
        }
    }

    private void show(Found now) {
        found = now;
        setVisible(now.records() > 0);
        setManaged(now.records() > 0);
        sentence.setText(texts.get(
                "import.decisions.sentence",
                now.records(),
                now.tools().stream().map(Carried.Tool::title).sorted().collect(Collectors.joining(", "))));
        names.clear();
        form = new Form();
        new TreeMap<>(now.verdicts()).forEach(this::person);
        if (!now.stageTold()) {
            form.field(texts.get("import.decisions.stage"), stage);
        }
        people.getChildren().setAll(form);
        say();
    }

    private void person(String name, long verdicts) {
        List<String> choices = new ArrayList<>(model.reviewersProperty().get());
        if (!name.isEmpty() && choices.stream().noneMatch(name::equalsIgnoreCase)) {
            choices.add(0, name);
        }
        choices.add(texts.get("import.decisions.leaveOut"));
        ComboBox<String> who = new ComboBox<>();
        who.setId("decisions-of-" + names.size());
        who.setEditable(true);
        who.getItems().setAll(choices);
        who.setValue(name.isEmpty() ? only(model.reviewersProperty().get()) : name);
        who.getEditor().textProperty().subscribe(typed -> say());
        names.put(name, who);
        form.field(
                        name.isEmpty()
                                ? texts.get("import.decisions.nameless", verdicts)
                                : texts.get("import.decisions.of", name, verdicts),
                        who)
                .checked(who.getEditor(), t -> t.isEmpty() ? texts.get("import.decisions.missing") : "");
    }

    /** Where a review has a single reviewer, whose else would they be? */
    private static String only(List<String> reviewers) {
        return reviewers.size() == 1 ? reviewers.get(0) : "";
    }

    private void say() {
        file.decisionsProperty().set(take.isSelected() && found.records() > 0 ? chosen() : null);
        file.words().decisionsSaidProperty().set(!take.isSelected() || complete());
    }

    private boolean complete() {
        return names.values().stream().noneMatch(box -> text(box).isEmpty());
    }

    private static String text(ComboBox<String> box) {
        String typed = box.getEditor().getText();
        return typed == null ? "" : typed.strip();
    }

    private DecisionsAs chosen() {
        Map<String, String> renamed = new HashMap<>();
        String nameless = "";
        String leaveOut = texts.get("import.decisions.leaveOut");
        for (Map.Entry<String, ComboBox<String>> entry : names.entrySet()) {
            String typed = text(entry.getValue());
            String who = typed.equals(leaveOut) ? "" : typed;
            if (entry.getKey().isEmpty()) {
                nameless = who;
            } else {
                renamed.put(entry.getKey(), who);
            }
        }
        return new DecisionsAs(renamed, nameless, stage.getValue());
    }

    /** Complains where nobody is named; says whether nothing is wrong. */
    boolean ask() {
        return !take.isSelected() || form.checks().pass();
    }

    @Override
    public void requestFocus() {
        names.values().stream().filter(box -> text(box).isEmpty()).findFirst().ifPresent(ComboBox::requestFocus);
    }
}
