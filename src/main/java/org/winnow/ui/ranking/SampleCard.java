package org.winnow.ui.ranking;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.winnow.ranking.QualityCheck;
import org.winnow.ranking.UnreadSample;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.ranking.StoppingModel.Advice;

/** Draws a random sample of the unread, leads to its reading, and says what it showed. */
final class SampleCard extends VBox {
    private static final double PERCENT = 100;

    private final StoppingModel model;
    private final Texts texts;
    private final Label result = Labels.wrapped("");
    private final Label promise = Labels.wrapped("", "muted");
    private final IntegerSpinnerValueFactory size = new IntegerSpinnerValueFactory(1, 1, 1);
    private final Button read;
    private final HBox drawing;
    private int unread;
    private int suggested;

    SampleCard(StoppingModel model, Texts texts, SampleRoom room) {
        super(10);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("card");
        result.setId("sample-result");
        promise.setId("sample-promise");
        Spinner<Integer> spinner = new Spinner<>(size);
        spinner.setId("sample-size");
        spinner.setEditable(true);
        spinner.setAccessibleText(texts.get("stopping.sample.size"));
        spinner.setPrefWidth(110);
        spinner.valueProperty().subscribe(now -> promise());
        read = Buttons.primary("read-sample", texts.get("stopping.sample.read"), () -> current()
                .ifPresent(check -> room.read(check.tag().id())));
        Button draw = Buttons.plain("draw-sample", "", () -> model.draw(size.getValue()));
        draw.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("stopping.sample.draw", size.getValue()), size.valueProperty()));
        drawing = new HBox(8, new Label(texts.get("stopping.sample.size")), spinner, draw);
        drawing.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        Labels.heading(texts.get("stopping.sample")),
                        Labels.wrapped(texts.get("stopping.sample.hint"), "muted"),
                        result,
                        read,
                        drawing,
                        promise);
    }

    private Optional<QualityCheck> current() {
        Advice advice = model.adviceProperty().get();
        return advice == null ? Optional.empty() : advice.check();
    }

    void show(Advice advice) {
        Optional<QualityCheck> check = advice.check();
        boolean open = check.filter(c -> c.whole() && !c.complete()).isPresent();
        result.setText(check.map(c -> result(c, advice)).orElse(""));
        shown(result, check.isPresent());
        shown(read, open);
        boolean possible = !open && advice.undecided() > 0;
        shown(drawing, possible);
        shown(promise, possible);
        unread = advice.undecided();
        size.setMax(Math.max(1, unread));
        // What the person has typed stays, until something else is needed.
        if (advice.needed() != suggested) {
            suggested = advice.needed();
            size.setValue(Math.clamp(suggested, 1, Math.max(1, unread)));
        }
        promise();
    }

    private static void shown(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    private String result(QualityCheck check, Advice advice) {
        if (!check.whole()) {
            return texts.get("stopping.sample.changed", check.tag().name(), check.tagged(), check.drawn());
        }
        if (!check.complete()) {
            return texts.get("stopping.sample.open", check.tag().name(), check.read(), check.drawn(), check.relevant());
        }
        return sentence(check, advice, texts);
    }

    /** What a sample that was read to its end shows, as a methodologist would sign it. */
    static String sentence(QualityCheck check, Advice advice, Texts texts) {
        double confidence = advice.confidence() / PERCENT;
        return texts.get(
                "stopping.sample.sentence",
                check.drawn(),
                check.unread(),
                check.relevant(),
                check.missedAtMost(confidence),
                advice.confidence(),
                (int) Math.floor(PERCENT * check.recallAtLeast(advice.soFar().found(), confidence) + 1e-9),
                check.number());
    }

    /** What the sample would show if nothing relevant were in it. */
    private void promise() {
        Advice advice = model.adviceProperty().get();
        @Nullable Integer asked = size.getValue();
        if (advice == null || asked == null || asked > unread) {
            promise.setText("");
            return;
        }
        int found = advice.soFar().found();
        int missed = new UnreadSample(unread, asked, 0).atMost(advice.confidence() / PERCENT);
        promise.setText(texts.get(
                "stopping.sample.promise",
                asked,
                missed,
                found + missed == 0 ? 100 : (int) Math.floor(PERCENT * found / (found + missed)),
                advice.confidence()));
    }
}
