package org.winnow.app;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import org.winnow.settings.SettingsFile;
import org.winnow.ui.shell.Menus;

/** What the menus need besides the review: recent files, text size, help. */
final class MenuSurroundings implements Menus.Surroundings {
    private static final double BASE_PIXELS = 14;

    private final SettingsFile settings;
    private final Scene scene;
    private final Help help;

    MenuSurroundings(SettingsFile settings, Scene scene, Help help) {
        this.settings = settings;
        this.scene = scene;
        this.help = help;
    }

    @Override
    public List<Path> recent() {
        return settings.get().recent().stream().map(Path::of).toList();
    }

    @Override
    public void textSize(int change) {
        settings.change(s -> s.withTextPercent(change == 0 ? 100 : s.textPercent() + change));
        applyTextSize(scene, settings.get().textPercent());
    }

    /** All sizes in the style sheets are multiples of this one. */
    static void applyTextSize(Scene scene, int percent) {
        scene.getRoot().setStyle("-fx-font-size: " + BASE_PIXELS * percent / 100 + "px;");
    }

    @Override
    public void keys() {
        help.keys();
    }

    @Override
    public void about() {
        help.about();
    }
}
