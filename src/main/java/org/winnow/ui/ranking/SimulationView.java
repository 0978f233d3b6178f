package org.winnow.ui.ranking;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.ranking.Model;
import org.winnow.ranking.Models;
import org.winnow.ranking.Replay;
import org.winnow.ranking.ReplayFigures;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** What to replay at the top, curves that grow while it runs below, and the models side by side in a table. */
final class SimulationView extends BorderPane {
    private static final int POINTS = 200;
    private static final double PERCENT = 100;

    private final SimulationModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Map<Model, CheckBox> learners = new LinkedHashMap<>();
    private final Spinner<Integer> seeds = new Spinner<>(1, 50, 3);
    private final Spinner<Integer> priors = new Spinner<>(1, 50, 1);
    private final LineChart<Number, Number> chart = new LineChart<>(axis("x"), axis("y"));
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final TableView<Row> table = new TableView<>(rows);
    private final VBox results = new VBox(8, chart, table);
    private final Timeline clock = new Timeline(new KeyFrame(Duration.millis(250), e -> draw()));

    /** A model with its finished runs. */
    private record Row(Model model, List<Replay> done, int runs) {}

    SimulationView(SimulationModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        getStyleClass().add("screen");
        setId("simulation");
        Button export = Buttons.plain("simulation-export", texts.get("simulation.export"), this::export);
        export.disableProperty().bind(model.runningProperty().or(Bindings.isEmpty(model.runs())));
        setTop(new VBox(
                Labels.header(texts.get("simulation.title"), Labels.muted(texts.get("simulation.explanation")), export),
                controls()));
        clock.setCycleCount(Animation.INDEFINITE);
        chart();
        table();
        bind();
    }

    private Node controls() {
        Label name = Labels.muted("");
        name.setId("simulation-file");
        model.fileProperty().subscribe(f -> name.setText(f == null ? "" : String.valueOf(f.getFileName())));
        FlowPane line = new FlowPane(
                12,
                8,
                Buttons.withIcon("simulation-choose", texts.get("simulation.choose"), Feather.FOLDER, this::choose),
                name);
        for (Model learner : Models.all()) {
            CheckBox box = new CheckBox(learner.name());
            box.setId("simulate-" + learner.name());
            box.setSelected(learner != Models.named("u3").orElseThrow());
            learners.put(learner, box);
            line.getChildren().add(box);
        }
        Button start = Buttons.primary("simulation-start", texts.get("simulation.start"), this::start);
        start.disableProperty()
                .bind(model.runningProperty().or(model.fileProperty().isNull()));
        line.getChildren()
                .addAll(
                        numbered("simulation-seeds", texts.get("simulation.seeds"), seeds),
                        numbered("simulation-priors", texts.get("simulation.priors"), priors),
                        start);
        line.getStyleClass().add("screen-body");
        return line;
    }

    private static HBox numbered(String id, String name, Spinner<Integer> spinner) {
        spinner.setId(id);
        spinner.setAccessibleText(name);
        spinner.setPrefWidth(76);
        HBox box = new HBox(6, new Label(name), spinner);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static NumberAxis axis(String id) {
        NumberAxis axis = new NumberAxis(0, PERCENT, 20);
        axis.setId(id);
        axis.setAnimated(false);
        return axis;
    }

    private void chart() {
        chart.setId("simulation-chart");
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        chart.setLegendVisible(false);
        chart.getXAxis().setLabel(texts.get("simulation.read"));
        chart.getYAxis().setLabel(texts.get("simulation.recall"));
        chart.setAccessibleText(texts.get("simulation.chart"));
        VBox.setVgrow(chart, Priority.ALWAYS);
        results.getStyleClass().add("screen-body");
    }

    private void table() {
        table.setId("simulation-table");
        table.setPrefHeight(150);
        table.setMinHeight(150);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Row, Row> name = new TableColumn<>(texts.get("simulation.model"));
        name.setCellValueFactory(c -> new SimpleObjectProperty<>(c.getValue()));
        name.setCellFactory(c -> new ModelCell());
        name.setSortable(false);
        table.getColumns().add(name);
        column(texts.get("simulation.runs"), r -> r.done().size() + " / " + r.runs());
        ReplayFigures.METRICS.forEach((key, metric) -> column(texts.get("simulation." + key), r -> mean(r, metric)));
        column(texts.get("simulation.seconds"), r -> mean(r, Replay::seconds));
    }

    /** The name of a model with the colour of its curves. */
    private final class ModelCell extends TableCell<Row, Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
            } else {
                setText(row.model().name() + " " + row.model().version());
                Label key = new Label("●");
                key.getStyleClass().add("curve-key-" + rows.indexOf(row));
                setGraphic(key);
            }
        }
    }

    private void column(String title, Function<Row, String> value) {
        TableColumn<Row, String> column = new TableColumn<>(title);
        column.setCellValueFactory(c -> new SimpleStringProperty(value.apply(c.getValue())));
        column.setSortable(false);
        table.getColumns().add(column);
    }

    /** Mean and standard deviation over the runs. */
    private String mean(Row row, ToDoubleFunction<Replay> metric) {
        double[] values =
                row.done().stream().mapToDouble(metric).filter(Double::isFinite).toArray();
        if (values.length == 0) {
            return "";
        }
        double mean = Arrays.stream(values).average().orElse(0);
        double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = values.length > 1 ? Math.sqrt(square / (values.length - 1)) : 0;
        return texts.get("simulation.mean", mean, deviation);
    }

    private void bind() {
        model.runningProperty().subscribe(now -> {
            if (now) {
                clock.play();
            } else {
                clock.stop();
                draw();
            }
        });
        model.fileProperty().subscribe(f -> draw());
    }

    private void draw() {
        if (model.runs().isEmpty()) {
            setCenter(new EmptyState(
                    "empty",
                    Feather.ACTIVITY,
                    texts.get("simulation.empty.headline"),
                    texts.get("simulation.empty.sentence"),
                    Buttons.plain("simulation-choose-first", texts.get("simulation.choose"), this::choose)));
            return;
        }
        setCenter(results);
        List<Model> models =
                model.runs().stream().map(LiveRun::model).distinct().toList();
        List<XYChart.Series<Number, Number>> curves = new ArrayList<>();
        for (LiveRun run : model.runs()) {
            curves.add(curve(run));
        }
        chart.getData().setAll(curves);
        for (int i = 0; i < curves.size(); i++) {
            int colour = models.indexOf(model.runs().get(i).model());
            curves.get(i).getNode().getStyleClass().setAll("chart-series-line", "curve-" + colour);
        }
        rows.setAll(models.stream().map(this::row).toList());
    }

    private Row row(Model learner) {
        List<LiveRun> own =
                model.runs().stream().filter(r -> r.model() == learner).toList();
        List<Replay> done = own.stream()
                .map(r -> r.replayProperty().get())
                .filter(Objects::nonNull)
                .toList();
        return new Row(learner, done, own.size());
    }

    private static XYChart.Series<Number, Number> curve(LiveRun run) {
        int[] found = run.found();
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        int step = Math.max(1, found.length / POINTS);
        for (int k = 0; k < found.length; k += step) {
            series.getData().add(point(run, k, found[k]));
        }
        if (run.finished()) {
            series.getData().add(point(run, found.length, (int) run.relevant()));
        }
        return series;
    }

    private static XYChart.Data<Number, Number> point(LiveRun run, int read, int found) {
        return new XYChart.Data<>(PERCENT * read / run.records(), PERCENT * found / run.relevant());
    }

    private void choose() {
        dialogs.chooseFile(
                        texts.get("simulation.choose"),
                        new Dialogs.FileKind(texts.get("simulation.files"), List.of("csv", "tsv", "xlsx", "ris")))
                .ifPresent(model::choose);
    }

    private void start() {
        List<Model> chosen = learners.entrySet().stream()
                .filter(e -> e.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
        model.start(chosen, seeds.getValue(), priors.getValue());
    }

    private void export() {
        dialogs.chooseTarget(
                        texts.get("simulation.export"),
                        "replays.svg",
                        new Dialogs.FileKind("SVG", List.of("svg")),
                        new Dialogs.FileKind("CSV", List.of("csv")),
                        new Dialogs.FileKind("JSON", List.of("json")))
                .ifPresent((Path target) -> model.export(target));
    }
}
