package org.winnow.ui.dfllm;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
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
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.dfllm.ask.AnswerChanges;
import org.winnow.dfllm.tune.Point;
import org.winnow.dfllm.tune.TuneWatch;
import org.winnow.ui.dfllm.TuneDesk.Lesson;
import org.winnow.ui.dfllm.TuneDesk.Outcome;
import org.winnow.ui.dfllm.TuneDesk.Way;
import org.winnow.ui.dfllm.TuneDesk.Wish;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Dialogs.FileKind;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** How the network is to be tuned at the top; below, the run as it goes, and what came of it. */
final class TunePane extends BorderPane {
    private static final int STEPS = 200;
    private static final double MINUTE = 60;
    private static final double LOWEST = 240;

    private final TuneModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Map<Lesson, ToggleButton> lessons = new EnumMap<>(Lesson.class);
    private final Map<Way, ToggleButton> ways = new EnumMap<>(Way.class);
    private final Spinner<Integer> steps = new Spinner<>(10, 10_000, STEPS, 10);
    private final CheckBox teacher = new CheckBox();
    private final CheckBox rationales = new CheckBox();
    private final CheckBox anew = new CheckBox();
    private final Label lesson = Labels.wrapped("", "muted");
    private final XYChart.Series<Number, Number> learning = new XYChart.Series<>();
    private final XYChart.Series<Number, Number> validation = new XYChart.Series<>();
    private final VBox run = new VBox(10);

    TunePane(TuneModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        setId("tune");
        setTop(new VBox(explanation(), controls()));
        run();
        bind();
    }

    private Node explanation() {
        for (Lesson one : Lesson.values()) {
            String key = one.name().toLowerCase(Locale.ROOT);
            ToggleButton button = Buttons.toggle("tune-" + key, texts.get("language.tune." + key));
            button.selectedProperty().subscribe(now -> {
                if (now) {
                    lesson.setText(texts.get("language.tune.explanation." + key));
                    only(one == Lesson.VERDICTS, teacher, rationales);
                    only(one == Lesson.QUESTIONS, anew);
                }
            });
            lessons.put(one, button);
        }
        SegmentedButton choice = Buttons.segmented(lessons.values().toArray(ToggleButton[]::new));
        choice.getButtons().getFirst().setSelected(true);
        VBox box = new VBox(8, choice, lesson);
        box.getStyleClass().add("screen-filter");
        return box;
    }

    private static void only(boolean now, CheckBox... boxes) {
        for (CheckBox box : boxes) {
            box.setVisible(now);
            box.setManaged(now);
        }
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
        box(anew, "tune-anew", "language.tune.anew");
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
                anew,
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
        Lesson from = chosen(lessons, Lesson.VERDICTS);
        boolean verdicts = from == Lesson.VERDICTS;
        model.tune(new Wish(
                from,
                chosen(ways, Way.LORA),
                steps.getValue(),
                verdicts && teacher.isSelected(),
                verdicts && rationales.isSelected(),
                !verdicts && anew.isSelected()));
    }

    private static <K> K chosen(Map<K, ToggleButton> buttons, K otherwise) {
        return buttons.entrySet().stream()
                .filter(e -> e.getValue().isSelected())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(otherwise);
    }

    private VBox progress() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(texts.get("language.tune.progress"));
        Label now = Labels.muted("");
        now.setId("tune-now");
        Runnable show = () -> {
            TuneWatch.Moment moment = model.momentProperty().get();
            bar.setProgress(
                    model.judgingProperty().get()
                            ? ProgressBar.INDETERMINATE_PROGRESS
                            : moment == null ? model.readingProperty().get() : (double) moment.step() / moment.steps());
            now.setText(doing(moment));
        };
        model.momentProperty().subscribe(show);
        model.readingProperty().subscribe(show);
        model.judgingProperty().subscribe(show);
        VBox progress = new VBox(10, now, bar);
        progress.visibleProperty().bind(model.runningProperty());
        progress.managedProperty().bind(model.runningProperty());
        return progress;
    }

    private String doing(TuneWatch.@Nullable Moment moment) {
        if (model.judgingProperty().get()) {
            return texts.get("language.tune.judging");
        }
        if (moment == null) {
            return texts.get("language.tune.reading");
        }
        return texts.get(
                "language.tune.now",
                moment.step(),
                moment.steps(),
                decimal(moment.loss(), 3),
                decimal(moment.piecesPerSecond(), 0),
                Math.ceil(moment.secondsLeft() / MINUTE));
    }

    private void run() {
        VBox outcome = new VBox(12);
        outcome.setId("tune-came");
        model.outcomeProperty().subscribe(o -> {
            outcome.getChildren().setAll(o == null ? List.of() : came(o));
            outcome.setManaged(o != null);
        });
        Label stopped = Labels.wrapped(texts.get("language.tune.stopped"));
        stopped.setId("tune-stopped");
        stopped.visibleProperty().bind(model.stoppedProperty());
        stopped.managedProperty().bind(model.stoppedProperty());
        run.getChildren().addAll(stopped, progress(), outcome, chart());
        run.getStyleClass().add("screen-body");
    }

    private List<Node> came(Outcome outcome) {
        String key = outcome.lesson() == Lesson.QUESTIONS ? ".asking" : "";
        Label words = Labels.wrapped(outcome.words() + " "
                + texts.get((outcome.inUse() ? "language.tune.better" : "language.tune.notBetter") + key));
        words.setId("tune-outcome");
        AnswerChanges changes = outcome.changes();
        return changes == null ? List.of(words) : List.of(words, new ChangesPane(changes, texts, this::save));
    }

    private void save(AnswerChanges changes) {
        dialogs.chooseTarget(
                        texts.get("language.changes.save"),
                        "answers.svg",
                        new FileKind(texts.get("language.changes.svg"), List.of("svg")))
                .ifPresent(target -> model.save(target, changes.picture()));
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
        chart.setMinHeight(LOWEST);
        chart.visibleProperty().bind(Bindings.isNotEmpty(model.curve()));
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
        Node noVerdicts = nothing("tune-none", "language.tune.none.sentence");
        Node noQuestions = nothing("tune-none-questions", "language.tune.none.sentence.asking");
        ReadOnlyBooleanProperty verdicts = lessons.get(Lesson.VERDICTS).selectedProperty();
        ScrollPane page = new ScrollPane(run);
        page.setFitToWidth(true);
        page.setFitToHeight(true);
        page.getStyleClass().add("record-page");
        centerProperty()
                .bind(Bindings.createObjectBinding(
                        () -> model.runningProperty().get()
                                        || model.stoppedProperty().get()
                                        || model.outcomeProperty().get() != null
                                ? page
                                : verdicts.get() ? noVerdicts : noQuestions,
                        verdicts,
                        model.runningProperty(),
                        model.stoppedProperty(),
                        model.outcomeProperty()));
        model.inUseProperty().subscribe(this::foot);
        model.unfinishedProperty().subscribe(this::foot);
    }

    private Node nothing(String id, String sentence) {
        return new EmptyState(id, Feather.SLIDERS, texts.get("language.tune.none.headline"), texts.get(sentence));
    }

    /** What is in use, and what can go on. */
    private void foot() {
        VBox all = new VBox(6);
        Wish broken = model.unfinishedProperty().get();
        if (broken != null) {
            all.getChildren().add(unfinished(broken));
        }
        model.inUseProperty().get().forEach((from, folder) -> all.getChildren().add(used(from, folder.toString())));
        all.getStyleClass().add("verdict-bar");
        setBottom(all.getChildren().isEmpty() ? null : all);
    }

    private Node unfinished(Wish wish) {
        String from = texts.get("language.tune." + wish.lesson().name().toLowerCase(Locale.ROOT));
        String way = texts.get("language.tune." + wish.way().name().toLowerCase(Locale.ROOT));
        return line(
                Labels.wrapped(texts.get("language.tune.unfinished", from, way, wish.steps())),
                Buttons.primary("tune-on", texts.get("language.tune.on"), () -> model.tune(wish)));
    }

    private Node used(Lesson from, String folder) {
        boolean verdicts = from == Lesson.VERDICTS;
        Label words = Labels.wrapped(texts.get(verdicts ? "language.tune.used" : "language.tune.used.asking", folder));
        return line(
                words,
                Buttons.plain(
                        verdicts ? "tune-forget" : "tune-forget-questions",
                        texts.get("language.tune.forget"),
                        () -> model.forget(from)));
    }

    private static HBox line(Label words, Button button) {
        HBox.setHgrow(words, Priority.ALWAYS);
        button.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(12, words, button);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String decimal(double number, int digits) {
        return String.format(texts.locale(), "%." + digits + "f", number);
    }
}
