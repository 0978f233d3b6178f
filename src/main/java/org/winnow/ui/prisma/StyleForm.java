package org.winnow.ui.prisma;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.textfield.AutoCompletionBinding.ISuggestionRequest;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.winnow.model.UserException;
import org.winnow.report.ReferenceStyle;
import org.winnow.store.Review;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.Theme;

/** Asks for the style of references by name, or for a style file, and shows what a reference looks like in it. */
final class StyleForm {
    private static final int MOST_OFFERED = 12;
    /** An example is set when typing has come to rest. */
    private static final long REST_MILLIS = 250;

    private static final double EXAMPLE_HEIGHT = 130;

    private final Texts texts;
    private final Dialogs dialogs;
    private final Jobs jobs;
    private final Review review;
    private final TextField name = new TextField();
    private final Label example = Labels.wrapped("", "reference-example");
    private List<String> names = List.of();
    private ReferenceStyle kept = ReferenceStyle.USUAL;
    private @Nullable Path file;

    StyleForm(Texts texts, Dialogs dialogs, Jobs jobs, Review review) {
        this.texts = texts;
        this.dialogs = dialogs;
        this.jobs = jobs;
        this.review = review;
        name.setId("reference-style");
        example.setId("reference-example");
        // Room for a long one: the dialog keeps the size that it opened with.
        example.setMinHeight(EXAMPLE_HEIGHT);
        example.setAlignment(Pos.TOP_LEFT);
        // A popup has a scene of its own, which knows nothing of our colours.
        TextFields.bindAutoCompletion(name, this::offered)
                .getAutoCompletionPopup()
                .getScene()
                .getStylesheets()
                .add(Theme.styleSheet());
        name.textProperty().subscribe(typed -> {
            if (file != null && !typed.equals(String.valueOf(file.getFileName()))) {
                file = null;
            }
            show();
        });
        jobs.latest("reference-styles", p -> ReferenceStyle.names()).then(all -> names = all);
        jobs.latest("reference-style", p -> ReferenceStyle.of(review)).then(style -> {
            kept = style;
            name.setText(style.name());
            name.selectAll();
        });
    }

    /** Names that hold every word that was typed, the shortest first. */
    private List<String> offered(ISuggestionRequest request) {
        String[] words = request.getUserText().toLowerCase(Locale.ROOT).strip().split("[\\s-]+");
        return names.stream()
                .filter(n -> Arrays.stream(words).allMatch(n::contains))
                .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : a.length() - b.length())
                .limit(MOST_OFFERED)
                .toList();
    }

    /** @throws UserException where what stands in the field is no style */
    private static ReferenceStyle style(String named, @Nullable Path file, ReferenceStyle kept) {
        if (file != null) {
            return ReferenceStyle.file(file);
        }
        return named.strip().equals(kept.name()) ? kept : ReferenceStyle.named(named);
    }

    private void show() {
        String named = name.getText();
        Path from = file;
        jobs.settled("reference-example", REST_MILLIS, p -> style(named, from, kept)
                        .example(review))
                .then(example::setText)
                .onTrouble(e -> example.setText(""));
    }

    /** Keeps what is chosen in the review. */
    void ask() {
        Button open = new Button(texts.get("style.file"));
        open.setId("reference-style-file");
        open.setMinWidth(Button.USE_PREF_SIZE);
        open.setOnAction(e -> dialogs.chooseFile(texts.get("style.file"), new Dialogs.FileKind("CSL", List.of("csl")))
                .ifPresent(f -> {
                    file = f;
                    name.setText(String.valueOf(f.getFileName()));
                }));
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(8, name, open);
        Form form = new Form()
                .field(texts.get("style.name"), row, texts.get("style.hint"))
                .checked(name, n -> complaint())
                .field(texts.get("style.example"), example, "");
        form.setPrefWidth(620);
        name.setAccessibleText(texts.get("style.name"));
        if (dialogs.form(texts.get("style.headline"), form, texts.get("style.verb"))) {
            ReferenceStyle chosen = style(name.getText(), file, kept);
            if (!chosen.equals(kept)) {
                jobs.inOrder(p -> review.write(chosen.keep()));
            }
        }
    }

    private String complaint() {
        try {
            style(name.getText(), file, kept);
            return "";
        } catch (UserException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
