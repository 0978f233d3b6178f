package org.winnow.app;

import java.nio.file.Path;
import java.time.Clock;
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

    @Start
    void start(Stage s) {
        stage = s;
        window = DesktopApp.build(s, new SettingsFile(folder), Clock.systemUTC());
        s.setWidth(1000);
        s.setHeight(700);
        s.show();
    }

    @Test
    void looks(FxRobot robot) throws Exception {
        snap(robot, "start");
        Path review = Path.of(System.getProperty("scratch.review"));
        robot.interact(() -> window.open(review));
        WaitForAsyncUtils.waitFor(60, java.util.concurrent.TimeUnit.SECONDS, () -> window.openReviewNow() != null);
        for (String screen : new String[] {"import", "duplicates", "setup", "title-abstract", "full-text", "flow"}) {
            robot.interact(() -> window.openReviewNow().shell().go(screen));
            Thread.sleep(4000);
            snap(robot, screen);
        }
    }

    private void snap(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.save(stage.getScene(), name));
    }
}
