package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.util.Subscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.prisma.ReviewFlow;
import org.winnow.prisma.Style;
import org.winnow.prisma.Template;
import org.winnow.report.ReferenceStyle;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.QuickRobot;
import org.winnow.testkit.Snapshots;
import org.winnow.testkit.TestSample;

/** The screens of the report in the real window: a number and the records behind it, an answer, a search. */
@InTheWindow
class ReportScreensTest {
    @TempDir
    Path folder;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1400, 900);

    @BeforeEach
    void openTheSample() throws Exception {
        fixture.open(TestSample.copy(folder));
    }

    @Test
    void theDrawingComesToRestAtEverySizeOfTheWindow() {
        fixture.go("flow");
        Region drawing = fixture.robot().lookup("#flow-drawing").queryAs(Region.class);
        AtomicInteger changes = new AtomicInteger();
        for (int height = 860; height <= 940; height += 4) {
            int now = height;
            fixture.robot().interact(() -> fixture.stage().setHeight(now));
            QuickRobot.drawn();
            changes.set(0);
            Subscription watch = drawing.widthProperty().subscribe(w -> changes.incrementAndGet());
            QuickRobot.drawn();
            QuickRobot.drawn();
            watch.unsubscribe();
            assertThat(changes.get()).as("widths at a height of " + height).isEqualTo(1);
        }
    }

    @Test
    void theScreenInFrontIsSeenInTheRailOfALowWindow() {
        fixture.robot().interact(() -> fixture.stage().setHeight(480));
        QuickRobot.drawn();
        for (String screen : new String[] {"checklist", "import"}) {
            fixture.go(screen);
            QuickRobot.drawn();
            Bounds rail = onScreen("#rail");
            assertThat(rail.contains(onScreen("#go-" + screen))).as(screen).isTrue();
        }
    }

    private Bounds onScreen(String query) {
        Node node = fixture.robot().lookup(query).query();
        return node.localToScreen(node.getBoundsInLocal());
    }

    @Test
    void aNumberShowsTheRecordsBehindItAndCanBeReplacedAndCountedAgain() {
        fixture.go("flow");
        click("(n = 42)");
        ListView<?> records = fixture.robot().lookup("#number-records").queryListView();
        assertThat(records.getItems()).hasSize(42);
        fixture.picture("light-flow-number");

        type("#number-value", "50");
        type("#number-note", "eight on paper");
        fire("#number-put");
        ReviewFlow flow = new ReviewFlow(fixture.review());
        assertThat(flow.counts(Template.NEW_ALL).box("records_excluded")).isEqualTo(50);
        assertThat(fixture.shows("#flow-warnings")).isTrue();
        fixture.picture("light-flow-by-hand");
        fire("#number-again");
        assertThat(flow.counts(Template.NEW_ALL).box("records_excluded")).isEqualTo(42);
    }

    @Test
    void aRecordBehindANumberIsOpenedWhereItWasDecided() {
        fixture.go("flow");
        click("(n = 42)");
        ListView<?> records = fixture.robot().lookup("#number-records").queryListView();
        String title = fixture.robot()
                .lookup("#number-records .list-cell")
                .nth(2)
                .queryAs(ListCell.class)
                .getAccessibleText();
        fixture.robot().interact(() -> {
            records.requestFocus();
            records.getSelectionModel().select(2);
        });
        fixture.robot().push(KeyCode.ENTER);
        fixture.settle();
        assertThat(fixture.shows("#flow-drawing")).isFalse();
        assertThat(fixture.text("#record-title")).contains(title);
        assertThat(fixture.texts()).doesNotContain("No records here.");
    }

    @Test
    void theDiagramIsShownInEveryStyleAndTemplate() {
        fixture.go("flow");
        for (Style style : Style.values()) {
            choose("#flow-style", style);
            fixture.picture("flow-style-" + style.key());
        }
        choose("#flow-template", Template.UPDATED_ALL);
        fixture.picture("flow-updated");
        assertThat(fixture.shows("#box-previous")).isTrue();
        choose("#flow-template", Template.NEW_DATABASES);
        assertThat(fixture.shows("#box-other_assessed")).isFalse();
    }

    @Test
    void anAnswerIsKeptAndTakenBack() {
        fixture.go("checklist");
        ListView<?> items = fixture.robot().lookup("#checklist-items").queryListView();
        assertThat(items.getItems()).hasSize(42);
        type("#answer-text", "It says so.");
        type("#answer-location", "p. 1");
        fire("#answer-keep");
        assertThat(fixture.review().statements().on("checklist/prisma-2020")).containsOnlyKeys("1");
        fire("#answer-clear");
        assertThat(fixture.review().statements().on("checklist/prisma-2020")).isEmpty();
    }

    @Test
    void howASourceWasSearchedIsWrittenDown() {
        fixture.go("searches");
        type("#search-platform", "NLM");
        fire("#search-keep");
        assertThat(fixture.review().statements().on("search/platform").values())
                .singleElement()
                .satisfies(s -> assertThat(s.value()).isEqualTo("NLM"));
        assertThat(fixture.review().statements().on("search/strategy")).isEmpty();
    }

    @Test
    void theStyleOfReferencesIsChosenByAPartOfItsNameAndShownOnARecord() {
        fixture.go("flow");
        item("#flow-more", "style-of-references");
        WindowFixture.waitFor(() ->
                fixture.shows("#dialog") && fixture.text("#reference-example").contains(";"));
        type("#reference-style", "the lancett");
        fire("#dialog-yes");
        assertThat(fixture.texts()).anyMatch(t -> t.contains("The nearest names are the-lancet"));

        type("#reference-style", "apa");
        WindowFixture.waitFor(() -> fixture.text("#reference-example").contains(" & "));
        picture("style-of-references");
        fire("#dialog-yes");
        assertThat(ReferenceStyle.of(fixture.review()).name()).isEqualTo("apa");
    }

    private void item(String menu, String id) {
        MenuButton button = fixture.robot().lookup(menu).queryAs(MenuButton.class);
        // Later: a dialog comes back only when it is closed.
        Platform.runLater(() ->
                button.getItems().stream().filter(i -> id.equals(i.getId())).forEach(MenuItem::fire));
    }

    private void picture(String name) {
        fixture.robot()
                .interact(() ->
                        Snapshots.save(fixture.robot().lookup("#dialog").query().getScene(), name));
    }

    private void click(String words) {
        Text text = fixture.robot()
                .lookup(node -> node instanceof Text t
                        && t.getText().equals(words)
                        && t.getStyleClass().contains("flow-number"))
                .query();
        fixture.robot()
                .interact(() -> text.fireEvent(new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        0,
                        0,
                        0,
                        0,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null)));
        fixture.settle();
    }

    private void type(String field, String words) {
        fixture.robot()
                .interact(
                        () -> ((TextInputControl) fixture.robot().lookup(field).query()).setText(words));
    }

    private void fire(String button) {
        fixture.robot()
                .interact(() -> ((ButtonBase) fixture.robot().lookup(button).query()).fire());
        fixture.settle();
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(String box, T value) {
        fixture.robot().interact(() -> {
            ChoiceBox<T> choice = (ChoiceBox<T>) fixture.robot().lookup(box).query();
            choice.setValue(value);
            if (choice.getOnAction() != null) {
                choice.getOnAction().handle(new ActionEvent());
            }
        });
        fixture.settle();
    }
}
