package org.winnow.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.winnow.model.UserException;
import org.winnow.settings.Settings.WindowPlace;
import org.winnow.settings.SettingsFile;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.Theme;
import org.winnow.ui.shell.Menus;

/** The window: made, dressed and put where it was the last time. */
public final class DesktopApp extends Application {
    private static final double FIRST_WIDTH = 1280;
    private static final double FIRST_HEIGHT = 820;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    /** Keeps the program alive until the settings are written. */
    private final ExecutorService settingsWriter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon(false).name("settings-writer").factory());

    private @Nullable MainWindow window;

    /** Opens the window and returns when it is closed. */
    static void open(String[] args) {
        launch(DesktopApp.class, args);
    }

    @Override
    public void start(Stage stage) {
        List<String> words = getParameters().getRaw();
        SettingsFile settings = new SettingsFile(SettingsFile.folder(System.getenv()), settingsWriter);
        MainWindow now = build(stage, settings, Clock.systemUTC());
        window = now;
        stage.show();
        StartUp.measured(stage);
        if (words.size() == 2 && words.get(0).equals("--sample")) {
            now.sample(Path.of(words.get(1)));
        } else if (!words.isEmpty()) {
            now.open(Path.of(words.get(0)));
        }
    }

    /** Puts the window together without showing it. Also the way in for tests. */
    static MainWindow build(Stage stage, SettingsFile settings, Clock clock) {
        Texts texts = new Texts(Locale.getDefault());
        Theme theme = new Theme();
        Dialogs dialogs = new Dialogs(stage, texts);
        CrashReport crash = new CrashReport(
                SettingsFile.folder(System.getenv()), sentence -> Platform.runLater(() -> dialogs.trouble(sentence)));
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> crash.caught(e));
        MainWindow window = new MainWindow(stage, settings, texts, dialogs, failures(dialogs, crash), clock);
        Scene scene = new Scene(window.root(), FIRST_WIDTH, FIRST_HEIGHT);
        theme.dress(scene);
        remember(theme, settings, scene);
        Help help = new Help(dialogs, texts);
        scene.addEventHandler(KeyEvent.KEY_TYPED, e -> {
            if (e.getCharacter().equals("?") && !(e.getTarget() instanceof TextInputControl)) {
                help.keys();
            }
        });
        Menus menus = new Menus(window, new MenuSurroundings(settings, scene, help), theme, texts);
        window.root().setTop(menus.bar());
        window.onShown(open -> {
            menus.setScreens(open == null ? null : open.shell());
            bars(window.root(), true);
            if (open != null) {
                open.shell().aloneProperty().subscribe((was, alone) -> bars(window.root(), !alone));
            }
        });
        window.showStart();
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        for (int size : new int[] {16, 32, 64, 128, 256}) {
            var icon = DesktopApp.class.getResourceAsStream("/org/winnow/ui/icon-" + size + ".png");
            if (icon != null) {
                stage.getIcons().add(new Image(icon));
            }
        }
        place(stage, settings.get().window());
        stage.setOnHiding(e -> settings.change(s -> s.withWindow(new WindowPlace(
                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()))));
        return window;
    }

    /** The menu bar and the status bar; their shortcuts work also while they are not to be seen. */
    private static void bars(BorderPane root, boolean shown) {
        for (Node bar : Stream.of(root.getTop(), root.getBottom())
                .filter(Objects::nonNull)
                .toList()) {
            bar.setVisible(shown);
            bar.setManaged(shown);
        }
    }

    private static Jobs.Failures failures(Dialogs dialogs, CrashReport crash) {
        return new Jobs.Failures() {
            @Override
            public void userCanMend(UserException e) {
                dialogs.trouble(String.valueOf(e.getMessage()));
            }

            @Override
            public void bug(Throwable e) {
                crash.caught(e);
            }
        };
    }

    private static void remember(Theme theme, SettingsFile settings, Scene scene) {
        theme.choiceProperty().set(Theme.Choice.valueOf(settings.get().theme().toUpperCase(Locale.ROOT)));
        theme.choiceProperty()
                .subscribe(c -> settings.change(s -> s.withTheme(c.name().toLowerCase(Locale.ROOT))));
        theme.darkProperty().subscribe(dark -> {
            scene.getRoot().getStyleClass().remove("dark");
            if (dark) {
                scene.getRoot().getStyleClass().add("dark");
            }
        });
        MenuSurroundings.applyTextSize(scene, settings.get().textPercent());
    }

    /** Where it was, if that is still on a screen. */
    private static void place(Stage stage, WindowPlace place) {
        if (place.width() > 0
                && !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())
                        .isEmpty()) {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
            stage.setMaximized(place.maximized());
        }
    }

    /** The window is gone by now. What is left to write keeps the program alive until it is on the disk. */
    @Override
    public void stop() {
        MainWindow now = window;
        settingsWriter.shutdown();
        if (now != null) {
            now.leaveEverything();
            Thread.ofPlatform().daemon(false).name("closing").start(() -> {
                now.finish();
                settingsWriter.close();
                // A language model that ran in this program leaves a thread of its own behind, which knows no end.
                System.exit(0);
            });
        }
    }
}
