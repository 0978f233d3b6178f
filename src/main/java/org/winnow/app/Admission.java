package org.winnow.app;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Reviewer;
import org.winnow.screening.Pin;
import org.winnow.store.Review;
import org.winnow.store.Reviewers;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;

/** Who goes to work in a review: asks for the name, and for the PIN of a person who has one. On the FX thread. */
final class Admission {
    private final Dialogs dialogs;
    private final Texts texts;
    private final Jobs jobs;

    Admission(Dialogs dialogs, Texts texts, Jobs jobs) {
        this.dialogs = dialogs;
        this.texts = texts;
        this.jobs = jobs;
    }

    /**
     * Lets the person in whose name is known, once the PIN is right; who gives up may choose another name.
     *
     * @param in hears who has come in
     * @param out runs where nobody has
     */
    void admit(Review review, Reviewer person, Consumer<Reviewer> in, Runnable out) {
        jobs.inOrder(p -> new Kept(review.team().pin(person))).then(kept -> {
            if (kept.pin() == null) {
                in.accept(person);
            } else {
                ask(review, person, kept.pin(), in, out);
            }
        });
    }

    private record Kept(@Nullable String pin) {}

    private void ask(Review review, Reviewer person, String kept, Consumer<Reviewer> in, Runnable out) {
        PasswordField field = new PasswordField();
        field.setId("pin");
        Form form = new Form().field(texts.get("pin.field"), field, texts.get("pin.hint"));
        form.setPrefWidth(420);
        if (!dialogs.form(texts.get("pin.headline", person.name()), form, texts.get("pin.verb"))) {
            choose(review, person, in, out);
            return;
        }
        String typed = field.getText();
        jobs.inOrder(p -> Pin.matches(kept, typed)).then(right -> {
            if (right) {
                in.accept(person);
            } else {
                dialogs.notice(texts.get("pin.wrong", person.name()));
                ask(review, person, kept, in, out);
            }
        });
    }

    /** Asks who it is; a new name joins. */
    void choose(Review review, Reviewer before, Consumer<Reviewer> in, Runnable out) {
        jobs.inOrder(p -> review.reviewers().all()).then(known -> choose(review, before, known, in, out));
    }

    private void choose(Review review, Reviewer before, List<Reviewer> known, Consumer<Reviewer> in, Runnable out) {
        ComboBox<String> names = new ComboBox<>();
        names.setId("reviewer-name");
        names.setEditable(true);
        known.forEach(r -> names.getItems().add(r.name()));
        names.setValue(before.name());
        Form form = new Form()
                .field(texts.get("decideAs.name"), names, texts.get("decideAs.hint"))
                .checked(names.getEditor(), t -> t.isEmpty() ? texts.get("decideAs.missing") : "");
        form.setPrefWidth(420);
        if (!dialogs.form(texts.get("decideAs.headline"), form, texts.get("decideAs.verb"))) {
            out.run();
            return;
        }
        String name = names.getEditor().getText().strip();
        jobs.inOrder(p -> reviewer(review, name)).then(person -> admit(review, person, in, out));
    }

    /** The person of that name; a new one joins. */
    static Reviewer reviewer(Review review, String name) {
        return review.reviewers().named(name).orElseGet(() -> review.write(Reviewers.join(name)));
    }
}
