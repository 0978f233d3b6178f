package org.winnow.ui.screening;

import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Criterion;
import org.winnow.model.CriterionId;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.WrappedCell;

/** One verdict for all records of the list: what it would do, and then it. */
final class BulkForm {
    private final ScreeningModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final ChoiceBox<Verdict> verdict = new ChoiceBox<>();
    private final ComboBox<Optional<Criterion>> reason = new ComboBox<>();
    private final CheckBox decidedToo = new CheckBox();
    private final Label sum = Labels.wrapped("");
    private final ListView<String> titles = new ListView<>();

    BulkForm(ScreeningModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
    }

    /** Looks what the list holds, and asks. */
    void ask() {
        model.bulk().look(this::ask);
    }

    private void ask(Bulk.Look look) {
        if (look.records().isEmpty()) {
            dialogs.trouble(texts.get("screening.bulk.none"));
            return;
        }
        Form form = form(look);
        if (dialogs.form(texts.get("screening.bulk"), form, texts.get("screening.bulk.verb"))) {
            CriterionId why = verdict.getValue() == Verdict.EXCLUDE
                    ? reason.getValue().map(Criterion::id).orElse(null)
                    : null;
            model.bulk()
                    .decide(
                            look.concerned(decidedToo.isSelected()),
                            verdict.getValue(),
                            why,
                            n -> dialogs.notice(texts.get("screening.bulk.done", n)));
        }
    }

    private Form form(Bulk.Look look) {
        verdict.setId("bulk-verdict");
        verdict.getItems().setAll(Verdict.values());
        verdict.setConverter(words(v -> texts.get("verdict." + v.key())));
        verdict.setValue(Verdict.EXCLUDE);
        reason.setId("bulk-reason");
        reason.setConverter(words(r -> r.map(Criterion::label).orElse(texts.get("screening.bulk.noReason"))));
        if (model.stage() == Stage.TITLE_ABSTRACT) {
            reason.getItems().add(Optional.empty());
        }
        model.reasons().forEach(r -> reason.getItems().add(Optional.of(r)));
        reason.setValue(
                reason.getItems().isEmpty()
                        ? Optional.empty()
                        : reason.getItems().get(0));
        reason.disableProperty().bind(verdict.valueProperty().isNotEqualTo(Verdict.EXCLUDE));
        decidedToo.setId("bulk-decided-too");
        decidedToo.setText(texts.get("screening.bulk.decidedToo", look.decided().size()));
        decidedToo.setDisable(look.decided().isEmpty());
        sum.setId("bulk-sum");
        titles.setId("bulk-titles");
        titles.setPrefHeight(220);
        titles.setCellFactory(list -> new Title());
        titles.setFocusTraversable(false);
        decidedToo.selectedProperty().subscribe(too -> show(look, too));
        Form form = new Form()
                .field(texts.get("screening.bulk.verdict"), verdict)
                .field(texts.get("screening.bulk.reason"), reason)
                .field("", decidedToo, "")
                .field(texts.get("screening.bulk.records"), titles)
                .field("", sum, "");
        form.setPrefWidth(560);
        return form;
    }

    private void show(Bulk.Look look, boolean decidedToo) {
        int n = look.concerned(decidedToo).size();
        titles.getItems().setAll(look.titles(decidedToo));
        int kept = look.records().size() - n;
        sum.setText(texts.get(kept == 0 ? "screening.bulk.sum" : "screening.bulk.sum.kept", n, kept));
    }

    /** A title over as many lines as it takes. */
    private static final class Title extends WrappedCell<String> {
        private final Label words = Labels.wrapped("");

        @Override
        protected void updateItem(@Nullable String title, boolean empty) {
            super.updateItem(title, empty);
            words.setText(title == null ? "" : title);
            setGraphic(empty ? null : words);
        }
    }

    private interface Words<T> {
        String of(T value);
    }

    private static <T> StringConverter<T> words(Words<T> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.of(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen from a list, never typed");
            }
        };
    }
}
