package org.winnow.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.winnow.ui.kit.Screen;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.Theme;

/** The menu bar: the platform's usual menus and keys, and the screens of the open review. */
public final class Menus {
    /** What the menus ask of the rest of the window. */
    public interface Surroundings {
        List<Path> recent();

        void textSize(int change);

        void keys();

        void about();
    }

    private final ReviewActions actions;
    private final Surroundings surroundings;
    private final Theme theme;
    private final Texts texts;
    private final MenuBar bar = new MenuBar();
    private final Menu recent;
    private final Menu go;
    private final List<MenuItem> needReview;

    public Menus(ReviewActions actions, Surroundings surroundings, Theme theme, Texts texts) {
        this.actions = actions;
        this.surroundings = surroundings;
        this.theme = theme;
        this.texts = texts;
        this.recent = new Menu(texts.get("menu.recent"));
        this.go = new Menu(texts.get("menu.go"));
        MenuItem export = item("export", "Shortcut+E", actions::exportRecords);
        MenuItem backUp = item("backup", null, actions::backUp);
        MenuItem decideAs = item("decideAs", null, actions::decideAs);
        MenuItem close = item("close", "Shortcut+W", actions::closeReview);
        this.needReview = List.of(export, backUp, decideAs, close);
        bar.setUseSystemMenuBar(true);
        bar.setId("menus");
        bar.getMenus().addAll(file(export, backUp, decideAs, close), edit(), view(), go, help());
        setScreens(null);
    }

    public MenuBar bar() {
        return bar;
    }

    /** The screens of the open review, or null while none is open. */
    public void setScreens(@Nullable Shell shell) {
        needReview.forEach(i -> i.setDisable(shell == null));
        go.getItems().clear();
        go.setDisable(shell == null);
        if (shell != null) {
            int number = 1;
            for (Screen screen : shell.screens()) {
                MenuItem item = new MenuItem(screen.title());
                item.setId("menu-go-" + screen.id());
                if (number <= 9) {
                    item.setAccelerator(KeyCombination.valueOf("Shortcut+" + number++));
                }
                item.setOnAction(e -> shell.go(screen.id()));
                go.getItems().add(item);
            }
        }
    }

    private Menu file(MenuItem export, MenuItem backUp, MenuItem decideAs, MenuItem close) {
        Menu menu = new Menu(texts.get("menu.file"));
        menu.setOnShowing(e -> listRecent());
        listRecent();
        menu.getItems()
                .addAll(
                        item("new", "Shortcut+N", actions::newReview),
                        item("open", "Shortcut+O", actions::openReview),
                        recent,
                        item("sample", null, actions::sample),
                        new SeparatorMenuItem(),
                        export,
                        backUp,
                        decideAs,
                        new SeparatorMenuItem(),
                        close,
                        item("quit", "Shortcut+Q", actions::quit));
        return menu;
    }

    private void listRecent() {
        recent.getItems().clear();
        for (Path path : surroundings.recent()) {
            MenuItem item = new MenuItem(path.toString());
            item.setMnemonicParsing(false);
            item.setOnAction(e -> actions.open(path));
            recent.getItems().add(item);
        }
        recent.setDisable(recent.getItems().isEmpty());
    }

    private Menu edit() {
        Menu menu = new Menu(texts.get("menu.edit"));
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        menu.getItems()
                .addAll(
                        changing("undo", "Shortcut+Z", actions.undoText(), actions::undo),
                        changing("redo", mac ? "Shortcut+Shift+Z" : "Shortcut+Y", actions.redoText(), actions::redo));
        return menu;
    }

    /** An item that says what it would undo or redo, and is off while there is nothing. */
    private MenuItem changing(String id, String key, ReadOnlyStringProperty what, Runnable action) {
        MenuItem item = item(id, key, action);
        String plain = texts.get("menu." + id);
        what.subscribe(now -> {
            item.setText(now.isEmpty() ? plain : plain + " " + now);
            item.setDisable(now.isEmpty());
        });
        return item;
    }

    private Menu view() {
        Menu menu = new Menu(texts.get("menu.view"));
        ToggleGroup group = new ToggleGroup();
        for (Theme.Choice choice : Theme.Choice.values()) {
            RadioMenuItem item =
                    new RadioMenuItem(texts.get("theme." + choice.name().toLowerCase(Locale.ROOT)));
            item.setId("theme-" + choice.name().toLowerCase(Locale.ROOT));
            item.setToggleGroup(group);
            item.setOnAction(e -> theme.choiceProperty().set(choice));
            theme.choiceProperty().subscribe(now -> item.setSelected(now == choice));
            menu.getItems().add(item);
        }
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("larger", "Shortcut+Plus", () -> surroundings.textSize(10)),
                        item("smaller", "Shortcut+Minus", () -> surroundings.textSize(-10)),
                        item("normal", "Shortcut+0", () -> surroundings.textSize(0)));
        return menu;
    }

    private Menu help() {
        Menu menu = new Menu(texts.get("menu.help"));
        menu.getItems().addAll(item("keys", "F1", surroundings::keys), item("about", null, surroundings::about));
        return menu;
    }

    private MenuItem item(String id, @Nullable String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get("menu." + id));
        item.setId("menu-" + id);
        if (key != null) {
            item.setAccelerator(KeyCombination.valueOf(key));
        }
        item.setOnAction(e -> action.run());
        return item;
    }
}
