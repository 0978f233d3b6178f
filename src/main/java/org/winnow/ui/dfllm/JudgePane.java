package org.winnow.ui.dfllm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.dfllm.ask.Label;
import org.winnow.dfllm.ask.Share;
import org.winnow.dfllm.judge.GivenAnswer;
import org.winnow.dfllm.judge.Judgements;
import org.winnow.dfllm.judge.Judgements.Pair;
import org.winnow.model.Estimate;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Dialogs.FileKind;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/**
 * One answer after another without its score and without what others say of it; when all are judged, how far people agree
 * with each other and with the score.
 */
final class JudgePane extends BorderPane {
    private static final Map<KeyCode, Label> KEYS = Map.of(
            KeyCode.DIGIT1, Label.SUPPORTED,
            KeyCode.DIGIT2, Label.REFUTED,
            KeyCode.DIGIT3, Label.NOT_ENOUGH);

    private final JudgeModel model;
    private final Texts texts;
    private final Dialogs dialogs;

    JudgePane(JudgeModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        setId("judge");
        setFocusTraversable(true);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            Label label = KEYS.get(e.getCode());
            if (label != null && !model.open().isEmpty()) {
                model.say(model.open().getFirst(), label);
                e.consume();
            }
        });
        model.judgementsProperty().subscribe(this::show);
    }

    private void show(@Nullable Judgements now) {
        setTop(null);
        setBottom(null);
        if (now == null) {
            setCenter(new EmptyState(
                    "judge-none",
                    Feather.CHECK_SQUARE,
                    texts.get("language.judge.none.headline"),
                    texts.get("language.judge.none.sentence"),
                    Buttons.primary("judge-choose", texts.get("language.judge.choose"), this::choose)));
            return;
        }
        List<GivenAnswer> open = model.open();
        setTop(progress(now.answers().size() - open.size(), now.answers().size()));
        if (open.isEmpty()) {
            setCenter(page(results(now)));
        } else {
            setCenter(page(answer(open.getFirst())));
            setBottom(actions(open.getFirst()));
            requestFocus();
        }
    }

    private void choose() {
        dialogs.chooseFile(
                        texts.get("language.judge.choose"),
                        new FileKind(texts.get("language.judge.run"), List.of("json")))
                .ifPresent(model::take);
    }

    private VBox progress(int done, int all) {
        ProgressBar bar = new ProgressBar((double) done / all);
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox progress = new VBox(6, Labels.muted(texts.get("language.judge.done", done, all)), bar);
        progress.getStyleClass().add("screen-filter");
        return progress;
    }

    private static ScrollPane page(VBox content) {
        content.getStyleClass().add("record-card");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("record-page");
        return scroll;
    }

    private VBox answer(GivenAnswer answer) {
        return new VBox(
                12,
                Labels.wrapped(answer.question(), "heading"),
                Labels.wrapped(texts.get("language.quoted", answer.sentence())),
                Buttons.plain("judge-page", texts.get("language.showPage"), () -> model.show(answer)));
    }

    private FlowPane actions(GivenAnswer answer) {
        FlowPane actions = new FlowPane(8, 8);
        actions.getStyleClass().add("verdict-bar");
        KEYS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(key -> {
            String name = key.getValue().name().toLowerCase(Locale.ROOT);
            Button button = Buttons.plain(
                    "judge-" + name.replace('_', '-'),
                    texts.get("language.judge." + name),
                    () -> model.say(answer, key.getValue()));
            Buttons.keyed(button, key.getKey());

            actions.getChildren().add(button);
        });
        actions.getChildren().get(0).getStyleClass().add("success");
        actions.getChildren().get(1).getStyleClass().add("danger");
        return actions;
    }

    private VBox results(Judgements now) {
        VBox results = new VBox(8, Labels.heading(texts.get("language.judge.results")));
        now.byPerson().keySet().forEach(person -> {
            results.getChildren()
                    .add(Labels.wrapped(texts.get(
                            "language.judge.person",
                            person,
                            words(now.share(person, Label.SUPPORTED)),
                            words(now.share(person, Label.REFUTED)))));
            results.getChildren()
                    .add(Labels.wrapped(texts.get("language.judge.scored", words(now.asScored(person))), "muted"));
        });
        for (Pair pair : now.pairs()) {
            Estimate kappa = pair.kappa();
            results.getChildren()
                    .add(Labels.wrapped(texts.get(
                            "language.judge.pair",
                            pair.first(),
                            pair.second(),
                            words(pair.same()),
                            kappa == null ? texts.get("language.judge.undefined") : interval(kappa))));
        }
        results.getChildren().add(Buttons.plain("judge-other", texts.get("language.judge.other"), this::choose));
        return results;
    }

    private String words(Share share) {
        return texts.get(
                "language.judge.share",
                share.of(),
                share.all(),
                percent(share.value()),
                percent(share.low()),
                percent(share.high()));
    }

    private String interval(Estimate estimate) {
        return texts.get(
                "language.judge.kappa", decimal(estimate.value()), decimal(estimate.low()), decimal(estimate.high()));
    }

    private String percent(double share) {
        return String.format(texts.locale(), "%.0f", 100 * share);
    }

    private String decimal(double number) {
        return String.format(texts.locale(), "%.2f", number);
    }
}
