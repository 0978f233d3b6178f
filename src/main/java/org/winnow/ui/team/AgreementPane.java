package org.winnow.ui.team;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.Estimate;
import org.winnow.model.Stage;
import org.winnow.screening.Agreement;
import org.winnow.screening.AgreementOverTime;
import org.winnow.screening.TeamAgreement;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.team.TeamModel.Figures;
import org.winnow.ui.team.TeamModel.Pair;

/** How far people agreed before anything was settled: a line for each pair and stage, and a pair as time goes on. */
final class AgreementPane extends BorderPane {
    private static final double CHART_HEIGHT = 320;
    private static final List<String> FIGURES = List.of("observed", "kappa", "pabak", "ac1");

    private static final double NAME_WIDTH = 150;
    private static final double FIGURE_WIDTH = 98;

    private final Texts texts;
    private final Navigator navigator;
    private final GridPane table = new GridPane();
    private final ChoiceBox<Pair> pairs = new ChoiceBox<>();
    private final NumberAxis records = new NumberAxis();
    private final NumberAxis values = new NumberAxis(-0.2, 1, 0.2);
    private final LineChart<Number, Number> chart = new LineChart<>(records, values);
    private final ScrollPane scroll = new ScrollPane();

    AgreementPane(TeamModel model, Texts texts, Navigator navigator) {
        this.texts = texts;
        this.navigator = navigator;
        table.getStyleClass().add("compare");
        table.setId("agreement-table");
        pairs.setId("agreement-pair");
        pairs.setAccessibleText(texts.get("team.pair"));
        pairs.setConverter(names());
        pairs.valueProperty().subscribe(this::draw);
        VBox page = new VBox(
                16, table, Labels.wrapped(texts.get("team.agreement.explanation"), "muted", "hint"), pairs, chart());
        page.getStyleClass().add("screen-body");
        scroll.setContent(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("record-page");
        model.figuresProperty().subscribe(this::show);
    }

    private LineChart<Number, Number> chart() {
        chart.setId("agreement-chart");
        chart.setAccessibleText(texts.get("team.chart"));
        chart.setTitle(null);
        chart.setAnimated(false);
        chart.setLegendSide(Side.RIGHT);
        chart.setPrefHeight(CHART_HEIGHT);
        chart.setMinHeight(CHART_HEIGHT);
        records.setLabel(texts.get("team.chart.records"));
        records.setForceZeroInRange(true);
        return chart;
    }

    private StringConverter<Pair> names() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Pair pair) {
                return pair == null ? "" : name(pair);
            }

            @Override
            public Pair fromString(String text) {
                throw new UnsupportedOperationException("chosen from a list, never typed");
            }
        };
    }

    private String name(Pair pair) {
        return texts.get("team.pair.name", pair.first(), pair.second(), stage(pair.stage()));
    }

    private String stage(Stage stage) {
        return stage == Stage.FULL_TEXT ? texts.get("team.fullText") : texts.get("team.titleAbstract");
    }

    private void show(Figures figures) {
        if (figures.pairs().isEmpty()) {
            setCenter(new EmptyState(
                    "agreement-empty",
                    Feather.USERS,
                    texts.get("team.alone.headline"),
                    texts.get("team.alone.sentence"),
                    Buttons.primary(
                            "agreement-lead-on", texts.get("team.screen"), () -> navigator.go("title-abstract"))));
            return;
        }
        table.getChildren().clear();
        head();
        int row = 1;
        for (Pair pair : figures.pairs()) {
            row = line(row, name(pair), pair.agreement().records(), cells(pair.agreement()));
        }
        for (Map.Entry<Stage, TeamAgreement> e : figures.everybody().entrySet()) {
            TeamAgreement team = e.getValue();
            if (team.records() > 0) {
                row = line(
                        row,
                        texts.get("team.everybody", stage(e.getKey())),
                        team.records(),
                        List.of(
                                team.observed().map(v -> number(v)).orElse(""),
                                words(team.fleiss()),
                                "",
                                words(team.ac1())));
            }
        }
        int chosen = Math.max(0, pairs.getSelectionModel().getSelectedIndex());
        pairs.getItems().setAll(figures.pairs());
        pairs.getSelectionModel().select(Math.min(chosen, figures.pairs().size() - 1));
        setCenter(scroll);
    }

    private void head() {
        table.add(Labels.muted(texts.get("team.pair")), 0, 0);
        table.add(right(Labels.muted(texts.get("team.records"))), 1, 0);
        for (int i = 0; i < FIGURES.size(); i++) {
            table.add(right(Labels.muted(texts.get("team." + FIGURES.get(i)))), i + 2, 0);
        }
    }

    private int line(int row, String name, long n, List<String> cells) {
        Label who = Labels.wrapped(name);
        who.setMinWidth(NAME_WIDTH);
        table.add(who, 0, row);
        table.add(right(new Label(Long.toString(n))), 1, row);
        for (int i = 0; i < cells.size(); i++) {
            // Where there is no room for both, the interval stands below its value.
            Label figure = Labels.wrapped(cells.get(i));
            figure.setTextAlignment(TextAlignment.RIGHT);
            figure.setAlignment(Pos.CENTER_RIGHT);
            figure.setMinWidth(FIGURE_WIDTH);
            GridPane.setHalignment(figure, HPos.RIGHT);
            table.add(figure, i + 2, row);
        }
        return row + 1;
    }

    private static Label right(Label label) {
        GridPane.setHalignment(label, HPos.RIGHT);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private List<String> cells(Agreement a) {
        return List.of(words(a.observed()), words(a.kappa()), words(a.pabak()), words(a.ac1()));
    }

    private String words(Optional<Estimate> estimate) {
        return estimate.map(e -> texts.get("team.estimate", number(e.value()), number(e.low()), number(e.high())))
                .orElse(texts.get("team.undefined"));
    }

    private String number(double value) {
        return String.format(texts.locale(), "%.2f", value);
    }

    private void draw(@Nullable Pair pair) {
        chart.getData().clear();
        if (pair == null) {
            return;
        }
        Map<String, Function<Agreement, Optional<Estimate>>> lines = Map.of(
                "observed", Agreement::observed,
                "kappa", Agreement::kappa,
                "ac1", Agreement::ac1);
        for (String figure : List.of("observed", "kappa", "ac1")) {
            XYChart.Series<Number, Number> series = new XYChart.Series<>();
            series.setName(texts.get("team." + figure));
            long n = 0;
            for (AgreementOverTime.Block block : pair.overTime()) {
                n += block.agreement().records();
                long until = n;
                lines.get(figure).apply(block.agreement()).ifPresent(e -> series.getData()
                        .add(new XYChart.Data<>(until, e.value())));
            }
            chart.getData().add(series);
        }
        chart.setAccessibleText(texts.get("team.chart") + " " + name(pair).toLowerCase(Locale.ROOT));
    }
}
