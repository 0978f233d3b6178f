package org.winnow.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.winnow.settings.SettingsFile;
import org.winnow.testkit.Snapshots;

@ExtendWith(ApplicationExtension.class)
class WindowTest {
    @TempDir
    static Path folder;

    private MainWindow window;
    private Stage stage;
    private SettingsFile settings;

    @Start
    void start(Stage s) {
        stage = s;
        settings = new SettingsFile(folder);
        window = DesktopApp.build(s, settings, Clock.systemUTC());
        s.setWidth(1000);
        s.setHeight(700);
        s.show();
    }

    @Test
    void looks(FxRobot robot) throws Exception {
        snap(robot, "start");
        robot.interact(() -> window.sample(folder.resolve("sample")));
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.openReviewNow() != null);
        for (String theme : new String[] {"light", "dark"}) {
            robot.interact(() -> ((javafx.scene.control.MenuBar) window.root().getTop())
                    .getMenus().get(2).getItems().stream()
                            .filter(i -> ("theme-" + theme).equals(i.getId()))
                            .findFirst()
                            .orElseThrow()
                            .fire());
            for (String screen :
                    new String[] {"import", "duplicates", "setup", "title-abstract", "full-text", "flow"}) {
                robot.interact(() -> window.openReviewNow().shell().go(screen));
                Thread.sleep(2500);
                if (screen.equals("title-abstract")) {
                    robot.interact(() -> ((javafx.scene.control.ChoiceBox<?>)
                                    robot.lookup("#filter-show").query())
                            .getSelectionModel()
                            .selectLast());
                    Thread.sleep(1500);
                }
                snap(robot, theme + "-" + screen);
            }
        }
    }

    private void snap(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.save(stage.getScene(), name));
    }
}
