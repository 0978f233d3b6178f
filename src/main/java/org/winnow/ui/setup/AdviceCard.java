package org.winnow.ui.setup;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Estimate;
import org.winnow.model.Stage;
import org.winnow.screening.advice.AdviceMeasure;
import org.winnow.screening.advice.AdviceRule;
import org.winnow.screening.advice.Shown;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.setup.AdviceSetup.State;

/** When people see a language model's suggestions, how it has measured up, and its being asked. */
final class AdviceCard extends VBox {
    private static final int AT_ONCE = 50;
    private static final int MOST = 1000;
    private static final int HUNDRED = 100;

    private final AdviceSetup model;
    private final Texts texts;
    private final ChoiceBox<Shown> shown = new ChoiceBox<>(FXCollections.observableArrayList(Shown.values()));
    private final Spinner<Integer> sample = new Spinner<>(10, MOST, AdviceRule.NONE.sample(), 10);
    private final Label standing = Labels.wrapped("", "muted");
    private final TextArea example = new TextArea();
    private final Button measure;
    private final Button next;
    private boolean showing;

    AdviceCard(AdviceSetup model, Texts texts) {
        super(10);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("card");
        setId("advice-card");
        measure = Buttons.plain("advice-measure", texts.get("setup.advice.measure"), model::measure);
        next = Buttons.plain("advice-next", texts.get("setup.advice.next", AT_ONCE), () -> model.next(AT_ONCE));
        Button see = Buttons.plain("advice-see", texts.get("setup.advice.see"), () -> model.example(this::see));
        shown.setId("advice-shown");
        shown.setConverter(new Named());
        sample.setId("advice-sample");
        sample.setEditable(true);
        sample.setMaxWidth(110);
        example.setId("advice-example");
        example.setEditable(false);
        example.setWrapText(true);
        example.setPrefRowCount(8);
        example.setAccessibleText(texts.get("setup.advice.see"));
        see("");
        Form form = new Form()
                .field(texts.get("setup.advice.shown"), shown, texts.get("setup.advice.shown.hint"))
                .field(texts.get("setup.advice.sample"), sample, texts.get("setup.advice.sample.hint"));
        getChildren()
                .addAll(
                        Labels.heading(texts.get("setup.advice")),
                        Labels.wrapped(texts.get("setup.advice.hint"), "muted"),
                        stages(),
                        form,
                        standing,
                        new FlowPane(8, 8, see, measure, next),
                        example);
        shown.valueProperty().addListener((o, before, now) -> rule());
        sample.valueProperty().addListener((o, before, now) -> rule());
        model.stateProperty().subscribe(this::show);
        model.busyProperty().subscribe(now -> show(model.stateProperty().get()));
    }

    private Node stages() {
        ToggleButton[] buttons = Stream.of(Stage.values())
                .map(stage -> {
                    ToggleButton button =
                            Buttons.toggle("advice-" + stage.key(), texts.get("setup.advice.at." + stage.key()));
                    button.setSelected(stage == model.stageProperty().get());
                    button.selectedProperty().subscribe(now -> {
                        if (now) {
                            see("");
                            model.stageProperty().set(stage);
                        }
                    });
                    return button;
                })
                .toArray(ToggleButton[]::new);
        return Buttons.segmented(buttons);
    }

    private void rule() {
        if (!showing && shown.getValue() != null && sample.getValue() != null) {
            model.rule(shown.getValue(), sample.getValue());
        }
    }

    private void see(String words) {
        example.setText(words);
        example.positionCaret(0);
        example.setVisible(!words.isEmpty());
        example.setManaged(!words.isEmpty());
    }

    private void show(@Nullable State now) {
        if (now == null) {
            return;
        }
        showing = true;
        shown.setValue(now.rule().shown());
        sample.getValueFactory().setValue(now.rule().sample());
        showing = false;
        shown.setDisable(!now.mayRule());
        sample.setDisable(!now.mayRule());
        boolean idle = !model.busyProperty().get() && !now.models().isEmpty();
        boolean measured = now.measure().filter(m -> m.suffices(now.rule())).isPresent();
        measure.setDisable(!idle || measured);
        next.setDisable(!idle || !measured);
        standing.setText(
                now.models().isEmpty()
                        ? texts.get("setup.advice.noModel." + now.stage().key())
                        : standing(now, now.measure().orElseThrow()));
    }

    private String standing(State now, AdviceMeasure m) {
        String name = now.models().getFirst().endpoint().model();
        String suggested = texts.get("setup.advice.suggested", now.suggested());
        return m.agreement().records() == 0
                ? texts.get("setup.advice.unmeasured", name) + " " + suggested
                : texts.get(
                                "setup.advice.measured",
                                name,
                                m.agreement().records(),
                                kappa(m.agreement().kappa()),
                                m.included(),
                                percent(m.found()),
                                m.excluded(),
                                percent(m.spared()))
                        + " " + suggested;
    }

    private String kappa(Optional<Estimate> kappa) {
        return kappa.map(k -> String.format(Locale.ROOT, "%.2f", k.value())).orElse("–");
    }

    private String percent(Optional<Estimate> share) {
        return share.map(s -> texts.get(
                        "setup.advice.percent",
                        Math.round(HUNDRED * s.value()),
                        Math.round(HUNDRED * s.low()),
                        Math.round(HUNDRED * s.high())))
                .orElse("–");
    }

    /** The three rules in words. */
    private final class Named extends StringConverter<Shown> {
        @Override
        public String toString(@Nullable Shown value) {
            return value == null ? "" : texts.get("setup.advice." + value.key());
        }

        @Override
        public Shown fromString(String text) {
            throw new UnsupportedOperationException("choices are never typed");
        }
    }
}
