package org.winnow.ui.ranking;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.ranking.QualityCheck;
import org.winnow.ranking.SoFar;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.ranking.StoppingModel.Advice;

/** The sentence, what it rests on, a random sample, the other rules, SAFE's steps, and the button that stops. */
final class StoppingView extends BorderPane {
    private static final int LOWEST = 50;
    private static final int HIGHEST = 99;
    private static final double PERCENT = 100;

    private final StoppingModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final Label headline = Labels.wrapped("", "heading");
    private final Label sentence = Labels.wrapped("");
    private final Label caution = Labels.wrapped("", "muted", "hint");
    private final VBox rules = new VBox(6);
    private final SafeCard safe;
    private final SampleCard sample;
    private final Label stopped = Labels.wrapped("", "muted");
    private final Button stop;
    private final Button goOn;
    private final ScrollPane page = new ScrollPane();

    StoppingView(StoppingModel model, Texts texts, Navigator navigator, SampleRoom room) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        getStyleClass().add("screen");
        setId("stopping");
        headline.setId("stopping-headline");
        sentence.setId("stopping-sentence");
        stopped.setId("stopping-stopped");
        stop = Buttons.primary("stop-screening", texts.get("stopping.stop"), this::stop);
        goOn = Buttons.plain("go-on-screening", texts.get("stopping.goOn"), model::goOn);
        setTop(Labels.header(texts.get("stopping.title"), Labels.muted(texts.get("stopping.explanation"))));
        safe = new SafeCard(model, texts, navigator);
        sample = new SampleCard(model, texts, room);
        VBox body = new VBox(16, test(), sample, others(), safe, decision());
        body.getStyleClass().add("screen-body");
        body.setMaxWidth(860);
        page.setContent(body);
        page.setFitToWidth(true);
        page.getStyleClass().add("record-page");
        model.adviceProperty().subscribe(this::show);
    }

    private Node test() {
        caution.setText(texts.get("stopping.caution"));
        HBox parameters = new HBox(
                8,
                new Label(texts.get("stopping.target")),
                percent("stopping-target", texts.get("stopping.target"), model.targetProperty()),
                new Label(texts.get("stopping.confidence")),
                percent("stopping-confidence", texts.get("stopping.confidence"), model.confidenceProperty()));
        parameters.setAlignment(Pos.CENTER_LEFT);
        return card(headline, sentence, parameters, caution);
    }

    private static Spinner<Integer> percent(String id, String name, IntegerProperty value) {
        Spinner<Integer> spinner = new Spinner<>(LOWEST, HIGHEST, value.get());
        spinner.setId(id);
        spinner.setAccessibleText(name);
        spinner.setPrefWidth(80);
        spinner.valueProperty().subscribe(now -> value.set(now));
        return spinner;
    }

    private Node others() {
        return card(
                Labels.heading(texts.get("stopping.others")),
                Labels.wrapped(texts.get("stopping.others.hint"), "muted"),
                rules);
    }

    private Node decision() {
        return card(
                Labels.heading(texts.get("stopping.decision")),
                Labels.wrapped(texts.get("stopping.decision.hint"), "muted"),
                stopped,
                new HBox(8, stop, goOn));
    }

    private static VBox card(Node... content) {
        VBox card = new VBox(10, content);
        card.getStyleClass().add("card");
        return card;
    }

    private void show(@Nullable Advice advice) {
        if (advice == null) {
            return;
        }
        if (advice.soFar().screening().read() == 0) {
            setCenter(new EmptyState(
                    "empty",
                    Feather.FLAG,
                    texts.get("stopping.empty.headline"),
                    texts.get("stopping.empty.sentence"),
                    Buttons.primary(
                            "leads-on", texts.get("stopping.empty.action"), () -> navigator.go("title-abstract"))));
            return;
        }
        setCenter(page);
        headline.setText(texts.get(headline(advice), advice.target(), advice.confidence()));
        sentence.setText(sentence(advice));
        SoFar now = advice.soFar();
        rules.getChildren()
                .setAll(List.of(
                        line(
                                now.fiftyInARow(),
                                texts.get("stopping.inARow", now.screening().irrelevantInARow(), SoFar.IN_A_ROW)),
                        line(advice.knee(), texts.get("stopping.knee")),
                        line(advice.budget(), texts.get("stopping.budget"))));
        safe.show(advice);
        sample.show(advice);
        stopped.setText(advice.stopped()
                .map(rule -> texts.get("stopping.stopped", rule))
                .orElse(texts.get("stopping.notStopped")));
        stop.setDisable(advice.stopped().isPresent() || now.unread() == 0);
        goOn.setDisable(advice.stopped().isEmpty());
    }

    private static String headline(Advice advice) {
        return advice.soFar().unread() == 0
                ? "stopping.allRead"
                : advice.reached() ? "stopping.reached" : "stopping.notReached";
    }

    private String sentence(Advice advice) {
        SoFar now = advice.soFar();
        return texts.get(
                now.unread() == 0 ? "stopping.sentence.allRead" : "stopping.sentence",
                now.screening().read(),
                now.screening().records(),
                now.found(),
                percent(advice.atLeast()),
                advice.confidence(),
                percent(advice.likely()),
                advice.target(),
                advice.p());
    }

    private static long percent(double share) {
        // Never more than is reached.
        return (long) Math.floor(share * PERCENT + 1e-9);
    }

    private HBox line(boolean says, String words) {
        FontIcon icon = new FontIcon(says ? Feather.CHECK_CIRCLE : Feather.CIRCLE);
        icon.setAccessibleText(texts.get(says ? "stopping.yes" : "stopping.no"));
        HBox line = new HBox(8, icon, Labels.wrapped(words));
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private void stop() {
        Advice advice = model.adviceProperty().get();
        if (advice != null) {
            String rule = texts.get(
                    "stopping.rule",
                    advice.target(),
                    advice.confidence(),
                    advice.p(),
                    advice.soFar().screening().read(),
                    advice.soFar().screening().records(),
                    advice.soFar().found(),
                    percent(advice.atLeast()));
            model.stop(advice.check()
                    .filter(QualityCheck::complete)
                    .map(check -> texts.get("stopping.rule.sampled", rule, SampleCard.sentence(check, advice, texts)))
                    .orElse(rule));
        }
    }
}
