package org.winnow.ui.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.LookAgain.About;
import org.winnow.store.LookAgain.Rule;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.setup.AgainModel.Question;

/** Asks after a change of the reasons which decisions are to be looked at again, and lists what is. */
final class AgainCard extends VBox {
    private final AgainModel model;
    private final Texts texts;
    private final VBox question = new VBox(8);
    private final VBox rules = new VBox(4);

    AgainCard(AgainModel model, Texts texts) {
        super(10);
        this.model = model;
        this.texts = texts;
        setId("look-again");
        question.getStyleClass().addAll("card", "question");
        getChildren().addAll(question, rules);
        model.questionProperty().subscribe(this::show);
        model.rulesProperty().subscribe(this::show);
    }

    private void show(@Nullable Question now) {
        question.setVisible(now != null);
        question.setManaged(now != null);
        question.getChildren().clear();
        if (now == null) {
            return;
        }
        Map<CheckBox, About> boxes = new LinkedHashMap<>();
        now.options().forEach(o -> {
            CheckBox box = new CheckBox(texts.get("setup.again.mine", words(o.about()), o.mine()));
            box.setWrapText(true);
            box.setSelected(o.mine() > 0);
            boxes.put(box, o.about());
        });
        question.getChildren().add(Labels.heading(now.why()));
        question.getChildren().add(Labels.wrapped(texts.get("setup.again.question")));
        question.getChildren().addAll(boxes.keySet());
        question.getChildren()
                .add(new HBox(
                        8,
                        Buttons.primary(
                                "again-look",
                                texts.get("setup.again.look"),
                                () -> model.look(boxes.entrySet().stream()
                                        .filter(e -> e.getKey().isSelected())
                                        .map(Map.Entry::getValue)
                                        .toList())),
                        Buttons.plain("again-leave", texts.get("setup.again.leave"), model::leave)));
    }

    private String words(About about) {
        String stage =
                texts.get(about.stage() == Stage.FULL_TEXT ? "setup.again.fullText" : "setup.again.titleAbstract");
        if (!about.verdicts().contains(Verdict.EXCLUDE)) {
            return texts.get("setup.again.kept", stage);
        }
        return texts.get("setup.again.excluded", stage, about.reason());
    }

    private void show(List<Rule> now) {
        rules.getChildren().setAll(now.stream().map(this::line).toList());
        rules.setManaged(!now.isEmpty());
    }

    private Node line(Rule rule) {
        Label words = Labels.wrapped(texts.get("setup.again.rule", words(rule.about()), rule.why()), "muted");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(
                8,
                words,
                Buttons.icon(
                        "again-enough", texts.get("setup.again.enough"), Feather.X, null, () -> model.enough(rule)));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
