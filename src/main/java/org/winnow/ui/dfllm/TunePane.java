package org.winnow.ui.dfllm;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.dfllm.tune.Point;
import org.winnow.ui.dfllm.TuneDesk.Way;
import org.winnow.ui.dfllm.TuneDesk.Wish;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** How the network is to be tuned at the top; below, the run as it goes, and what came of it. */
final class TunePane extends BorderPane {
    private static final int STEPS = 200;
    private static final double MINUTE = 60;

    private final TuneModel model;
    private final Texts texts;
    private final Map<Way, ToggleButton> ways = new EnumMap<>(Way.class);
    private final Spinner<Integer> steps = new Spinner<>(10, 10_000, STEPS, 10);
    private final CheckBox teacher = new CheckBox();
    private final CheckBox rationales = new CheckBox();
    private final XYChart.Series<Number, Number> learning = new XYChart.Series<>();
    private final XYChart.Series<Number, Number> validation = new XYChart.Series<>();
    private final VBox run = new VBox(10);

    TunePane(TuneModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("tune");
        setTop(new VBox(explanation(), controls()));
        run();
        bind();
    }

    private Node explanation() {
        VBox box = new VBox(Labels.wrapped(texts.get("language.tune.explanation"), "muted"));
        box.getStyleClass().add("screen-filter");
        return box;
    }

    private Node controls() {
        for (Way way : Way.values()) {
            String key = way.name().toLowerCase(Locale.ROOT);
            ways.put(way, Buttons.toggle("tune-" + key, texts.get("language.tune." + key)));
        }
        ToggleButton first = ways.get(Way.LORA);
        first.setSelected(true);
        steps.setId("tune-steps");
        steps.setPrefWidth(90);
        steps.setEditable(true);
        steps.setAccessibleText(texts.get("language.tune.steps"));
        HBox counted = new HBox(6, new Label(texts.get("language.tune.steps")), steps);
        counted.setAlignment(Pos.CENTER_LEFT);
        box(teacher, "tune-teacher", "language.tune.teacher");
        box(rationales, "tune-rationales", "language.tune.rationales");
        Button start = Buttons.primary("tune-start", texts.get("language.tune.start"), this::start);
        start.disableProperty().bind(model.runningProperty());
        Button stop = Buttons.plain("tune-stop", texts.get("language.tune.stop"), model::stop);
        stop.disableProperty().bind(model.runningProperty().not());
        FlowPane line = new FlowPane(
                12,
                8,
                Buttons.segmented(ways.values().toArray(ToggleButton[]::new)),
                counted,
                teacher,
                rationales,
                start,
                stop);
        line.getStyleClass().add("screen-body");
        return line;
    }

    private void box(CheckBox box, String id, String key) {
        box.setId(id);
        box.setText(texts.get(key));
    }

    private void start() {
        Way way = ways.entrySet().stream()
                .filter(e -> e.getValue().isSelected())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Way.LORA);
        model.tune(new Wish(way, steps.getValue(), teacher.isSelected(), rationales.isSelected()));
    }

    private void run() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(texts.get("language.tune.progress"));
        bar.visibleProperty().bind(model.runningProperty());
        bar.managedProperty().bind(model.runningProperty());
        Label now = Labels.muted("");
        now.setId("tune-now");
        now.visibleProperty().bind(model.runningProperty());
        now.managedProperty().bind(model.runningProperty());
        model.momentProperty().subscribe(moment -> {
            bar.setProgress(moment == null ? -1 : (double) moment.step() / moment.steps());
            now.setText(
                    moment == null
                            ? texts.get("language.tune.reading")
                            : texts.get(
                                    "language.tune.now",
                                    moment.step(),
                                    moment.steps(),
                                    decimal(moment.loss(), 3),
                                    decimal(moment.piecesPerSecond(), 0),
                                    decimal(moment.secondsLeft() / MINUTE, 1)));
        });
        Label outcome = Labels.wrapped("");
        outcome.setId("tune-outcome");
        model.outcomeProperty().subscribe(o -> {
            outcome.setText(
                    o == null
                            ? ""
                            : o.words() + " "
                                    + texts.get(o.inUse() ? "language.tune.better" : "language.tune.notBetter"));
            outcome.setManaged(o != null);
        });
        Label stopped = Labels.wrapped(texts.get("language.tune.stopped"));
        stopped.setId("tune-stopped");
        stopped.visibleProperty().bind(model.stoppedProperty());
        stopped.managedProperty().bind(model.stoppedProperty());
        run.getChildren().addAll(outcome, stopped, now, bar, chart());
        run.getStyleClass().add("screen-body");
    }

    private LineChart<Number, Number> chart() {
        NumberAxis x = new NumberAxis();
        x.setLabel(texts.get("language.tune.step"));
        x.setAnimated(false);
        NumberAxis y = new NumberAxis();
        y.setLabel(texts.get("language.tune.loss"));
        y.setForceZeroInRange(false);
        y.setAnimated(false);
        LineChart<Number, Number> chart = new LineChart<>(x, y);
        chart.setId("tune-chart");
        chart.getStyleClass().add("loss-curve");
        chart.setAnimated(false);
        chart.setAccessibleText(texts.get("language.tune.chart"));
        learning.setName(texts.get("language.tune.learning"));
        validation.setName(texts.get("language.tune.validation"));
        chart.getData().add(learning);
        chart.getData().add(validation);
        VBox.setVgrow(chart, Priority.ALWAYS);
        return chart;
    }

    private void bind() {
        model.curve().addListener((ListChangeListener<Point>) change -> {
            learning.getData()
                    .setAll(model.curve().stream()
                            .map(p -> new XYChart.Data<Number, Number>(p.step(), p.loss()))
                            .toList());
            validation
                    .getData()
                    .setAll(model.curve().stream()
                            .filter(p -> p.validationLoss() != null)
                            .map(p -> new XYChart.Data<Number, Number>(p.step(), p.validationLoss()))
                            .toList());
        });
        Node nothing = new EmptyState(
                "tune-none",
                Feather.SLIDERS,
                texts.get("language.tune.none.headline"),
                texts.get("language.tune.none.sentence"));
        centerProperty()
                .bind(Bindings.createObjectBinding(
                        () -> model.runningProperty().get()
                                        || model.stoppedProperty().get()
                                        || model.outcomeProperty().get() != null
                                ? run
                                : nothing,
                        model.runningProperty(),
                        model.stoppedProperty(),
                        model.outcomeProperty()));
        model.inUseProperty()
                .subscribe(
                        folder -> setBottom(folder.map(f -> used(f.toString())).orElse(null)));
    }

    private Node used(String folder) {
        Label words = Labels.wrapped(texts.get("language.tune.used", folder));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(12, words, Buttons.plain("tune-forget", texts.get("language.tune.forget"), model::forget));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("verdict-bar");
        return line;
    }

    private String decimal(double number, int digits) {
        return String.format(texts.locale(), "%." + digits + "f", number);
    }
}
