package org.winnow.ui.importing;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.exchange.ImportReport;
import org.winnow.exchange.Preview;
import org.winnow.exchange.Survey;
import org.winnow.formats.table.TableField;
import org.winnow.formats.table.TableLayout;
import org.winnow.model.Problem;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** All about one file: its search and what is asked, its first records, its columns, its problems. */
final class FileDetail extends BorderPane {
    private static final double KILO = 1000;

    private final PendingFile file;
    private final ImportModel model;
    private final Texts texts;
    private final TabPane tabs = new TabPane();
    private final SearchTab search;
    private final Tab toSearch;
    private final Tab toRecords;
    private final Tab toColumns;
    private final Tab toProblems;
    private final ProblemsModel problems;
    private List<Problem> listed = List.of();
    private final Label facts = Labels.wrapped("", "muted");
    private final Label trouble = Labels.wrapped("", "complaint");
    private final Label result = Labels.wrapped("");

    FileDetail(PendingFile file, ImportModel model, Texts texts, Dialogs dialogs) {
        this.file = file;
        this.model = model;
        this.texts = texts;
        this.problems = model.problemsOfOneFile();
        this.search = new SearchTab(file, model, texts);
        this.toSearch = tab("detail-search", "import.tab.search", search);
        this.toRecords = tab("detail-records", "import.tab.records", new RecordsTab(file, texts));
        this.toColumns = tab("detail-columns", "import.tab.columns", new ColumnsTab(file, model, texts));
        this.toProblems =
                tab("detail-problems", "import.tab.problems", new ProblemsPane(problems, texts, dialogs, false));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        setTop(head());
        setCenter(tabs);
        file.previewProperty().subscribe(this::arrange);
        file.layoutProperty().subscribe(this::arrange);
        file.surveyProperty().subscribe(this::arrange);
        file.troubleProperty().subscribe(this::arrange);
        file.reportProperty().subscribe(this::arrange);
        arrange();
    }

    private Tab tab(String id, String key, Node content) {
        Tab tab = new Tab(texts.get(key, 0), content);
        tab.setId(id);
        return tab;
    }

    private Node head() {
        Label name = Labels.wrapped(file.shortName(), "heading");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        facts.setId("file-facts");
        trouble.setId("file-trouble");
        result.setId("file-result");
        HBox line = new HBox(
                8,
                name,
                Buttons.icon(
                        "remove-file",
                        texts.get("import.remove", file.shortName()),
                        Feather.X,
                        null,
                        () -> model.remove(file)));
        line.setAlignment(Pos.TOP_LEFT);
        VBox head = new VBox(4, line, facts, trouble, result);
        head.getStyleClass().add("file-head");
        return head;
    }

    private void arrange() {
        Survey survey = file.surveyProperty().get();
        ImportReport report = file.reportProperty().get();
        say(facts, facts());
        say(trouble, file.troubleProperty().get());
        say(result, report == null ? "" : result(report));
        if (report != null || survey != null) {
            list(report != null ? report.problems() : survey.problems());
        }
        toProblems.setText(texts.get("import.tab.problems", problems.all().size()));
        show(toSearch, report == null && file.troubleProperty().get().isEmpty(), 0);
        show(toColumns, report == null && file.layoutProperty().get() != null, 1);
        show(toRecords, file.previewProperty().get() != null, 2);
        show(toProblems, survey != null || report != null, 3);
    }

    private void list(List<Problem> now) {
        if (now != listed) {
            listed = now;
            problems.show(file.shortName(), now);
        }
    }

    private static void say(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private void show(Tab tab, boolean wanted, int place) {
        if (wanted && !tabs.getTabs().contains(tab)) {
            tabs.getTabs().add(Math.min(place, tabs.getTabs().size()), tab);
        } else if (!wanted) {
            tabs.getTabs().remove(tab);
        }
    }

    private String facts() {
        Preview p = file.previewProperty().get();
        if (p == null) {
            return file.troubleProperty().get().isEmpty() ? texts.get("import.file.looking") : "";
        }
        Survey survey = file.surveyProperty().get();
        TableLayout layout = file.layoutProperty().get();
        String begin = texts.get(
                "import.facts",
                p.detection().format().title(),
                p.detection().encodingName(),
                Math.ceil(p.bytes() / KILO));
        String records = survey == null
                ? texts.get("import.file.looking")
                : texts.get("import.facts.records", survey.read(), survey.rejected(), survey.problemCount());
        String columns = layout == null ? "" : " " + texts.get("import.facts.columns", known(layout));
        return begin + " " + records + columns;
    }

    private static long known(TableLayout layout) {
        return layout.mapping().columns().stream()
                .filter(c -> c.field() != TableField.OTHER)
                .count();
    }

    private String result(ImportReport report) {
        String done = texts.get("import.done", report.imported(), report.read(), report.source());
        String known = report.known() == 0 ? "" : " " + texts.get("import.done.known", report.known());
        String decided = report.decisions() == 0 ? "" : " " + texts.get("import.done.decisions", report.decisions());
        return done + known + decided;
    }

    /** Goes to what is still to be said, and complains. */
    void ask() {
        tabs.getSelectionModel().select(toSearch);
        search.ask();
    }
}
