package org.winnow.ui.kit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.controlsfx.control.Notifications;
import org.jspecify.annotations.Nullable;

/** Questions and messages. Buttons say what they do; every dialog closes with Escape and leaves things as they were. */
public final class Dialogs {
    /** A kind of file that a chooser offers: its name for people and its endings without the dot. */
    public record FileKind(String name, List<String> endings) {
        private FileChooser.ExtensionFilter filter() {
            return new FileChooser.ExtensionFilter(
                    name, endings.stream().map(e -> "*." + e).toList());
        }
    }

    private final Stage window;
    private final Texts texts;
    /** Where the last file was chosen: the next one is often beside it. */
    private @Nullable Path folder;

    public Dialogs(Stage window, Texts texts) {
        this.window = window;
        this.texts = texts;
    }

    /** A message that has to be read before going on. */
    public void tell(String headline, String sentence) {
        Alert alert = new Alert(
                Alert.AlertType.INFORMATION, sentence, new ButtonType(texts.get("dialog.ok"), ButtonData.OK_DONE));
        ask(alert, headline);
    }

    /** Trouble that the person can mend. */
    public void trouble(String sentence) {
        Alert alert = new Alert(
                Alert.AlertType.WARNING, sentence, new ButtonType(texts.get("dialog.ok"), ButtonData.OK_DONE));
        ask(alert, texts.get("dialog.trouble"));
    }

    /** A passing word at the edge of the window, about something that has been done. */
    public void notice(String sentence) {
        Notifications.create().owner(window).text(sentence).show();
    }

    /** A form in a dialog: true when the person chose the verb and nothing in the form is wrong. */
    public boolean form(String headline, Form form, String verb) {
        ButtonType yes = new ButtonType(verb, ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = new Dialog<>();
        DialogPane pane = dialog.getDialogPane();
        pane.getButtonTypes().addAll(yes, new ButtonType(texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE));
        pane.setContent(form);
        Button button = (Button) pane.lookupButton(yes);
        button.setId("dialog-yes");
        button.addEventFilter(ActionEvent.ACTION, e -> {
            if (!form.checks().pass()) {
                e.consume();
            }
        });
        form.checks().onResized(() -> {
            if (pane.getScene() != null && pane.getScene().getWindow() != null) {
                pane.getScene().getWindow().sizeToScene();
            }
        });
        form.lookupAll(".text-input").stream()
                .findFirst()
                // Later: the dialog gives the focus to its default button once it is shown.
                .ifPresent(first -> dialog.setOnShown(e -> Platform.runLater(first::requestFocus)));
        return ask(dialog, headline) == yes;
    }

    /** Something to look at. */
    public void show(String headline, Node content) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.getDialogPane().getButtonTypes().add(new ButtonType(texts.get("dialog.ok"), ButtonData.OK_DONE));
        dialog.getDialogPane().setContent(content);
        ask(dialog, headline);
    }

    private @Nullable ButtonType ask(Dialog<ButtonType> dialog, String headline) {
        dialog.initOwner(window);
        dialog.setTitle(headline);
        dialog.setHeaderText(headline);
        DialogPane pane = dialog.getDialogPane();
        pane.getStylesheets().add(Theme.styleSheet());
        pane.setId("dialog");
        pane.setMinHeight(Region.USE_PREF_SIZE);
        return dialog.showAndWait().orElse(null);
    }

    public List<Path> chooseFiles(String title, FileKind... kinds) {
        List<File> files = chooser(title, kinds).showOpenMultipleDialog(window);
        return files == null ? List.of() : files.stream().map(this::chosen).toList();
    }

    public Optional<Path> chooseFile(String title, FileKind... kinds) {
        return Optional.ofNullable(chooser(title, kinds).showOpenDialog(window)).map(this::chosen);
    }

    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        place().ifPresent(place -> chooser.setInitialDirectory(place.toFile()));
        return Optional.ofNullable(chooser.showDialog(window)).map(this::chosen);
    }

    /** Where to save; the operating system asks before an existing file is replaced. */
    public Optional<Path> chooseTarget(String title, String name, FileKind... kinds) {
        FileChooser chooser = chooser(title, kinds);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(this::chosen);
    }

    private Path chosen(File file) {
        Path path = file.toPath().toAbsolutePath();
        folder = path.getParent();
        return path;
    }

    private FileChooser chooser(String title, FileKind... kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        for (FileKind kind : kinds) {
            chooser.getExtensionFilters().add(kind.filter());
        }
        place().ifPresent(place -> chooser.setInitialDirectory(place.toFile()));
        return chooser;
    }

    /** Where to begin to look. */
    private Optional<Path> place() {
        Path home = Path.of(System.getProperty("user.home"));
        return Stream.of(folder, home.resolve("Documents"), home)
                .filter(place -> place != null && Files.isDirectory(place))
                .findFirst();
    }
}
