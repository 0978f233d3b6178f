package org.winnow.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.winnow.store.Rotation;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Asks which backup of which review that was open lately is to take its place. */
final class RestoreForm {
    private static final double WIDTH = 460;

    /** A backup, and the review whose place it would take. */
    record Choice(Path review, Rotation.Kept backup) {}

    private final Dialogs dialogs;
    private final Texts texts;

    RestoreForm(Dialogs dialogs, Texts texts) {
        this.dialogs = dialogs;
        this.texts = texts;
    }

    /** The backups of these reviews, each review's newest first. */
    static List<Choice> of(List<Path> reviews, Clock clock) {
        List<Choice> choices = new ArrayList<>();
        for (Path review : reviews) {
            new Rotation(review, clock).all().forEach(kept -> choices.add(new Choice(review, kept)));
        }
        return choices;
    }

    Optional<Choice> ask(List<Choice> choices) {
        if (choices.isEmpty()) {
            dialogs.tell(texts.get("restore.headline"), texts.get("restore.none"));
            return Optional.empty();
        }
        ComboBox<Choice> backups = new ComboBox<>();
        backups.setId("restore-backup");
        backups.getItems().setAll(choices);
        backups.setValue(choices.get(0));
        backups.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : words(choice);
            }

            @Override
            public Choice fromString(String text) {
                throw new UnsupportedOperationException("chosen from a list, never typed");
            }
        });
        Form form = new Form().field(texts.get("restore.backup"), backups);
        form.add(Labels.wrapped(texts.get("restore.explanation"), "muted"), 0, 2, 2, 1);
        form.setPrefWidth(WIDTH);
        return dialogs.form(texts.get("restore.headline"), form, texts.get("restore.verb"))
                ? Optional.of(backups.getValue())
                : Optional.empty();
    }

    private String words(Choice choice) {
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale());
        return choice.review().getFileName() + ", "
                + time.format(choice.backup().at());
    }
}
