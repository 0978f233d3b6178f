package org.winnow.ui.screening;

import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.winnow.store.StageProgress;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** How much of the stage is decided, and at this pace how long the rest will take. */
final class ProgressLine extends VBox {
    private final ScreeningModel model;
    private final Texts texts;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = Labels.muted("");
    private final Label pace = Labels.muted("");
    private final Hyperlink again = new Hyperlink();

    ProgressLine(ScreeningModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        bar.setId("progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        words.setId("progress-words");
        words.setWrapText(true);
        pace.setId("pace");
        pace.getStyleClass().add("hint");
        again.setId("again");
        again.setOnAction(e -> model.filters().showProperty().set(Show.AGAIN));
        getChildren().addAll(bar, words, pace, again);
        getStyleClass().add("progress-line");
        model.counts().progressProperty().subscribe(this::show);
        model.counts().againProperty().subscribe(n -> {
            again.setText(texts.get("screening.again", n));
            again.setVisible(n.longValue() > 0);
            again.setManaged(again.isVisible());
        });
    }

    private void show(@Nullable StageProgress now) {
        if (now == null) {
            return;
        }
        long left = model.counts().left();
        long all = model.counts().mine();
        bar.setProgress(all == 0 ? 0 : 1 - (double) left / all);
        long conflicts = model.counts().conflicts();
        String mine = texts.get("screening.progress", all - left, all);
        words.setText(conflicts == 0 ? mine : mine + "  " + texts.get("screening.conflicts", conflicts));
        Optional<Duration> each = model.pace().each();
        boolean known = each.isPresent() && left > 0;
        pace.setText(
                known
                        ? texts.get(
                                "screening.pace",
                                span(each.get()),
                                span(model.pace().left(model.counts().left()).orElseThrow()))
                        : "");
        pace.setVisible(known);
        pace.setManaged(known);
    }

    private String span(Duration span) {
        long seconds = Math.max(1, Math.round(span.toMillis() / 1000.0));
        if (seconds < 90) {
            return texts.get("span.seconds", seconds);
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 90 ? texts.get("span.minutes", minutes) : texts.get("span.hours", minutes / 60, minutes % 60);
    }
}
