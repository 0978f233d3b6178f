package org.winnow.ui.ranking;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.ranking.QualityCheck;
import org.winnow.ranking.SoFar;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.ranking.StoppingModel.Advice;
import org.winnow.ui.ranking.StoppingModel.SafeStep;

/** SAFE's steps in their order: what is done, and a button to where the next thing is done. */
final class SafeCard extends VBox {
    private final StoppingModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final Label done = Labels.muted("");
    private final VBox steps = new VBox(8);

    SafeCard(StoppingModel model, Texts texts, Navigator navigator) {
        super(10);
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        getStyleClass().add("card");
        done.setId("safe-done");
        getChildren()
                .addAll(
                        Labels.heading(texts.get("stopping.safe")),
                        Labels.wrapped(texts.get("stopping.safe.hint"), "muted"),
                        done,
                        steps);
    }

    void show(Advice advice) {
        SoFar now = advice.soFar();
        boolean sampled = advice.check().filter(QualityCheck::complete).isPresent();
        List<Boolean> all = List.of(
                now.randomStart(),
                advice.ticked().contains(SafeStep.KEY_PAPERS),
                now.tenthRead(),
                now.fiftyInARow(),
                now.anotherModel(),
                advice.ticked().contains(SafeStep.SECOND_LOOK),
                sampled);
        done.setText(texts.get("stopping.safe.done", all.stream().filter(d -> d).count(), all.size()));
        String models = now.models().isEmpty() ? texts.get("stopping.safe.none") : String.join(", ", now.models());
        steps.getChildren()
                .setAll(
                        counted(all.get(0), texts.get("stopping.safe.random", now.atRandom()), "setup"),
                        ticked(SafeStep.KEY_PAPERS, all.get(1), "title-abstract"),
                        counted(all.get(2), texts.get("stopping.safe.tenth"), "title-abstract"),
                        counted(all.get(3), texts.get("stopping.safe.row", SoFar.IN_A_ROW), "title-abstract"),
                        counted(all.get(4), texts.get("stopping.safe.model", models), "setup"),
                        ticked(SafeStep.SECOND_LOOK, all.get(5), "insight"),
                        line(icon(sampled), Labels.wrapped(texts.get("stopping.safe.sample")), null));
    }

    private Node counted(boolean says, String words, String screen) {
        return line(icon(says), Labels.wrapped(words), says ? null : lead(screen));
    }

    private FontIcon icon(boolean says) {
        FontIcon icon = new FontIcon(says ? Feather.CHECK_CIRCLE : Feather.CIRCLE);
        icon.setAccessibleText(texts.get(says ? "stopping.safe.is" : "stopping.safe.isNot"));
        return icon;
    }

    /** What only a person can know. */
    private Node ticked(SafeStep step, boolean is, String screen) {
        CheckBox box = new CheckBox();
        box.setId("safe-" + step.key());
        box.setSelected(is);
        String words = texts.get("stopping.safe." + step.key());
        box.setAccessibleText(words);
        box.setOnAction(e -> model.tick(step, box.isSelected()));
        return line(box, Labels.wrapped(words), is ? null : lead(screen));
    }

    private Button lead(String screen) {
        Button lead = Buttons.icon(
                "safe-to-" + screen,
                texts.get("stopping.safe.to." + screen),
                Feather.ARROW_RIGHT,
                null,
                () -> navigator.go(screen));
        lead.setMinWidth(Region.USE_PREF_SIZE);
        return lead;
    }

    private static HBox line(Node mark, Label words, @Nullable Button lead) {
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(8, mark, words);
        if (lead != null) {
            line.getChildren().add(lead);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
