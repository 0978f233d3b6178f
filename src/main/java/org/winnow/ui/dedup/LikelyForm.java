package org.winnow.ui.dedup;

import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** From which probability on doubtful pairs are accepted together, and how many of them are expected to be wrong. */
final class LikelyForm {
    private static final double LOWEST = 0.5;
    private static final double USUAL = 0.7;
    private static final double STEP = 0.05;

    private final Form form = new Form();
    private final Slider threshold = new Slider(LOWEST, 1, USUAL);
    private final Label outcome = Labels.wrapped("", "muted");
    private final double[] scores;
    private final Texts texts;

    /** @param scores the probabilities of all pairs */
    LikelyForm(double[] scores, Texts texts) {
        this.scores = scores.clone();
        this.texts = texts;
        threshold.setId("least-likely");
        threshold.setShowTickLabels(true);
        threshold.setShowTickMarks(true);
        threshold.setMajorTickUnit(2 * STEP);
        threshold.setMinorTickCount(1);
        threshold.setBlockIncrement(STEP);
        outcome.setId("expected-error");
        // The window is measured once: room for two lines, however long the numbers grow.
        outcome.setMinHeight(48);
        form.field(texts.get("duplicates.likely.threshold"), threshold, texts.get("duplicates.likely.hint"))
                .field("", outcome, "");
        form.setPrefWidth(520);
        threshold.valueProperty().subscribe(this::tell);
    }

    Form content() {
        return form;
    }

    double least() {
        return threshold.getValue();
    }

    private void tell() {
        long accepted = 0;
        double wrong = 0;
        for (double score : scores) {
            if (score >= least()) {
                accepted++;
                wrong += 1 - score;
            }
        }
        outcome.setText(texts.get("duplicates.likely.outcome", accepted, scores.length, wrong));
    }
}
