package org.winnow.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.formats.table.NameOrder;
import org.winnow.formats.table.TableField;
import org.winnow.formats.table.TableMapping;
import org.winnow.settings.Settings.WindowPlace;

class SettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasChangedIsThereTheNextTime() {
        Path review = folder.resolve("Übersicht.winnow");
        TableMapping table =
                TableMapping.ofText(';', 1, List.of("Überschrift", "DOI")).with(0, TableField.TITLE);
        new SettingsFile(folder.resolve("new/folder")).change(s -> s.withTheme("dark")
                .withTextPercent(130)
                .withReviewer("Zoë")
                .withWindow(new WindowPlace(-10.5, 20, 800, 600, true))
                .withRecent(review)
                .withLastScreen(review, "flow")
                .withTable(table)
                .withHands("left"));

        Settings read = new SettingsFile(folder.resolve("new/folder")).get();

        assertThat(read)
                .isEqualTo(new Settings(
                        "dark",
                        130,
                        "Zoë",
                        List.of(review.toString()),
                        new WindowPlace(-10.5, 20, 800, 600, true),
                        Map.of(review.toString(), "flow"),
                        Map.of(table.fingerprint(), table),
                        "",
                        "left"));
    }

    @Test
    void whatColumnsHoldIsRememberedForTablesOfTheSameLayoutWhateverDividesTheirCells() {
        TableMapping said = TableMapping.ofText(';', 0, List.of("Überschrift", "Jahr", "x"))
                .with(0, TableField.TITLE)
                .with(2, TableField.ABSTRACT)
                .withAuthors("/", NameOrder.GIVEN_FIRST);
        Settings settings = Settings.FIRST.withTable(said);

        TableMapping again = settings.remembered(TableMapping.ofText(',', 2, List.of("Überschrift", "Jahr", "X")));
        TableMapping other = TableMapping.ofText(',', 0, List.of("Überschrift", "Jahr", "y"));

        assertThat(again.columns()).isEqualTo(said.columns());
        assertThat(again.headerRow()).isEqualTo(2);
        assertThat(again.delimiter()).isEqualTo(",");
        assertThat(again.nameOrder()).isEqualTo(NameOrder.GIVEN_FIRST);
        assertThat(settings.remembered(other)).isEqualTo(other);
    }

    @Test
    void withoutAFileTheSettingsAreTheFirst() {
        assertThat(new SettingsFile(folder).get()).isEqualTo(Settings.FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"theme\": \"da",
                "",
                "[]",
                "null",
                "{\"textPercent\": \"large\"}",
                "{\"recent\": 7}",
                "{\"theme\": null}",
                "{\"window\": null}",
                "{\"recent\": [null]}"
            })
    void aDamagedFileIsKeptAndTheSettingsStartAfresh(String text) throws IOException {
        Files.writeString(folder.resolve("settings.json"), text);

        SettingsFile file = new SettingsFile(folder);

        assertThat(file.get()).isEqualTo(Settings.FIRST);
        assertThat(folder.resolve("settings.json.bad")).hasContent(text);
        file.change(s -> s.withTheme("light"));
        assertThat(new SettingsFile(folder).get().theme()).isEqualTo("light");
    }

    @Test
    void fieldsOfANewerProgramAreIgnoredAndMissingOnesHaveTheirDefault() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"theme\": \"dark\", \"telepathy\": {\"on\": true}}");

        assertThat(new SettingsFile(folder).get()).isEqualTo(Settings.FIRST.withTheme("dark"));
        assertThat(folder.resolve("settings.json.bad")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenToStopsNobody() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file where the folder should be");
        SettingsFile file = new SettingsFile(taken.resolve("winnow"));

        file.change(s -> s.withTheme("dark"));

        assertThat(file.get().theme()).isEqualTo("dark");
        assertThat(taken).hasContent("a file where the folder should be");
    }

    @Test
    void onlyTheNewestReviewsAreRemembered() {
        Settings settings = Settings.FIRST;
        for (int i = 0; i < Settings.MOST_RECENT + 5; i++) {
            Path review = folder.resolve(i + ".winnow");
            settings = settings.withRecent(review).withLastScreen(review, "flow");
        }

        assertThat(settings.recent())
                .hasSize(Settings.MOST_RECENT)
                .startsWith(folder.resolve("16.winnow").toString());
        assertThat(settings.lastScreen().keySet()).isSubsetOf(settings.recent());
        Settings again = settings.withRecent(folder.resolve("10.winnow"));
        assertThat(again.recent()).hasSize(Settings.MOST_RECENT).doesNotHaveDuplicates();
        assertThat(again.withoutRecent(folder.resolve("10.winnow")).recent())
                .hasSize(Settings.MOST_RECENT - 1)
                .startsWith(folder.resolve("16.winnow").toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 79, 80})
    void textNeverShrinksBeyondReading(int percent) {
        assertThat(Settings.FIRST.withTextPercent(percent).textPercent()).isEqualTo(80);
    }

    @Test
    void theFolderCanBeNamed() {
        assertThat(SettingsFile.folder(Map.of("WINNOW_HOME", "/somewhere"))).isEqualTo(Path.of("/somewhere"));
    }

    @Test
    void whatCanBeMadeAgainLiesInTheCacheFolderOfThisUser() {
        assertThat(SettingsFile.cache(Map.of("WINNOW_HOME", "/own"))).isEqualTo(Path.of("/own/cache"));
        assertThat(SettingsFile.cache(Map.of())).isNotEqualTo(SettingsFile.folder(Map.of()));
    }
}
