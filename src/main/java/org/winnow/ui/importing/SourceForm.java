package org.winnow.ui.importing;

import java.util.Objects;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import org.winnow.model.Source;
import org.winnow.model.SourceKind;
import org.winnow.store.NewSource;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Texts;

/** What is known of a source, to be corrected. */
final class SourceForm {
    private final TextField name = new TextField();
    private final ChoiceBox<SourceKind> kind;
    private final TextField date = new TextField();
    private final TextField hits = new TextField();
    private final TextField query = new TextField();
    private final Form form = new Form();

    SourceForm(Source source, Texts texts) {
        kind = SourceKinds.choice(texts);
        name.setId("source-name");
        name.setText(source.name());
        kind.setValue(source.kind());
        date.setText(source.searchDate());
        date.setPromptText(texts.get("import.date.prompt"));
        hits.setText(Objects.toString(source.hits(), ""));
        query.setText(source.query());
        form.field(texts.get("import.source"), name)
                .checked(name, t -> t.isEmpty() ? texts.get("import.source.missing") : "")
                .field(texts.get("import.kind"), kind)
                .field(texts.get("import.date"), date)
                .checked(date, t -> SourceChecks.date(t) ? "" : texts.get("import.date.wrong"))
                .field(texts.get("import.hits"), hits)
                .checked(hits, t -> SourceChecks.count(t) ? "" : texts.get("import.hits.wrong"))
                .field(texts.get("import.query"), query);
        form.setPrefWidth(520);
    }

    Form content() {
        return form;
    }

    NewSource now() {
        return new NewSource(
                name.getText(),
                kind.getValue(),
                date.getText().strip(),
                query.getText().strip(),
                SourceChecks.hits(hits.getText()));
    }
}
