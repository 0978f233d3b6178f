package org.winnow.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.formats.table.TableField;
import org.winnow.model.Problem.Severity;
import org.winnow.store.NewReview;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.testkit.InTheWindow;
import org.winnow.ui.importing.ImportScreen;

/** The import screen in the real window, over an empty review; and what a robot does with it. */
@InTheWindow
abstract class ImportRoom {
    static final String RIS = """
            TY  - JOUR
            TI  - Sleep and memory in adults
            AU  - Meyer, Anna
            AU  - Okafor, Chidi
            PY  - 2019
            JO  - Journal of Sleep
            AB  - We asked whether sleep helps memory.
            ER  -

            TY  - JOUR
            ER  -

            TY  - JOUR
            TI  - Naps
            AU  - Silva, B.
            PY  - 2020
            """;
    static final String RAYYAN = """
            TY  - JOUR
            AN  - rayyan-101
            TI  - One
            N1  - RAYYAN-INCLUSION: {"Ann"=>"Included", "Bob"=>"Excluded"}
            ER  -
            """;
    static final String LOG = """
            created_at,user_id,user_email,article_id,key,value
            2025-05-06T10:14:32.680Z,1,ann@example.org,101,included,1
            2025-05-06T10:15:33.680Z,2,bob@example.org,101,included,-1
            2025-05-06T10:15:34.680Z,2,bob@example.org,101,\"""__EXR__wrong dose\""",1
            """;

    @TempDir
    Path folder;

    Path exports;

    @RegisterExtension
    final WindowFixture fixture = new WindowFixture(1000, 700);

    @BeforeEach
    void openAnEmptyReview() throws IOException {
        exports = Files.createDirectory(folder.resolve("exports"));
        Path file = folder.resolve("import.winnow");
        Review.create(file, new NewReview("Sleep and memory", List.of("Ada"), 1), Clock.systemUTC())
                .close();
        fixture.open(file);
        fixture.go("import");
    }

    String copied() {
        AtomicReference<String> text = new AtomicReference<>("");
        fixture.robot().interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
        return text.get();
    }

    void write(String name, String content) throws IOException {
        Files.writeString(exports.resolve(name), content);
    }

    static String records(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "TY  - JOUR\nTI  - Record number " + i + "\nDO  - 10.1000/n" + i
                        + "\nPY  - 2020\nAB  - About sleep and about memory.\nER  - \n")
                .collect(Collectors.joining("\n"));
    }

    Path rayyan() throws IOException {
        Path file = exports.resolve("rayyan.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : Map.of("articles.ris", RAYYAN, "customizations_log.csv", LOG)
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    void add(Path... paths) {
        ImportScreen screen = fixture.window().openReviewNow().shell().screens().stream()
                .filter(ImportScreen.class::isInstance)
                .map(ImportScreen.class::cast)
                .findFirst()
                .orElseThrow();
        fixture.robot().interact(() -> screen.take(List.of(paths)));
        fixture.settle();
        fixture.settle();
    }

    void click(String query) {
        fixture.robot()
                .interact(() ->
                        fixture.robot().lookup(query).queryAs(ButtonBase.class).fire());
        fixture.settle();
        fixture.settle();
    }

    void choose(String id) {
        fixture.robot().interact(() -> ((RadioButton) node(id)).fire());
        fixture.settle();
    }

    void field(String id, String text) {
        fixture.robot().interact(() -> ((TextInputControl) node(id)).setText(text));
        fixture.settle();
    }

    void column(int number, TableField field) {
        fixture.robot().interact(() -> box("column-" + number).setValue(field));
        fixture.settle();
        fixture.settle();
    }

    @SuppressWarnings("unchecked")
    ChoiceBox<TableField> box(String id) {
        return (ChoiceBox<TableField>) node(id);
    }

    @SuppressWarnings("unchecked")
    ChoiceBox<Severity> severity() {
        return (ChoiceBox<Severity>) node("problems-severity");
    }

    TableView<?> table() {
        return (TableView<?>) node("problems");
    }

    CheckBox check(String id) {
        return (CheckBox) node(id);
    }

    String area(String id) {
        return ((TextArea) node(id)).getText();
    }

    javafx.scene.Node node(String id) {
        return fixture.robot().lookup("#" + id).query();
    }

    void tab(String id) {
        TabPane tabs = fixture.robot().lookup(".tab-pane").queryAs(TabPane.class);
        fixture.robot().interact(() -> tabs.getTabs().stream()
                .filter(t -> id.equals(t.getId()))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select));
        fixture.settle();
    }

    void select(String name) {
        ListView<?> list = (ListView<?>) node("import-files");
        fixture.robot().interact(() -> {
            for (int i = 0; i < list.getItems().size(); i++) {
                if (files().get(i).startsWith(name + ".")) {
                    list.getSelectionModel().select(i);
                }
            }
        });
        fixture.settle();
    }

    /** What a screen reader says of each file in the list. */
    List<String> files() {
        return fixture.robot().lookup("#import-files .list-cell").queryAll().stream()
                .sorted(Comparator.comparingDouble(javafx.scene.Node::getLayoutY))
                .map(javafx.scene.Node::getAccessibleText)
                .filter(t -> t != null)
                .toList();
    }

    long count() {
        return fixture.review().records().count(RecordQuery.everything());
    }
}
