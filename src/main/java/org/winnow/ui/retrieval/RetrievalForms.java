package org.winnow.ui.retrieval;

import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import org.winnow.model.Retrieval;
import org.winnow.store.Retrievals.Said;
import org.winnow.store.Retrievals.Wanted;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Texts;

/** What is asked about reports: why and when, the library's address, the study. */
final class RetrievalForms {
    private final RetrievalModel model;
    private final Texts texts;
    private final Dialogs dialogs;

    RetrievalForms(RetrievalModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
    }

    void notRetrieved(List<Wanted> reports) {
        ask(reports, Retrieval.NOT_RETRIEVED, texts.get("retrieval.ask.not", reports.size()));
    }

    void sought(List<Wanted> reports) {
        ask(reports, Retrieval.SOUGHT, texts.get("retrieval.ask.sought", reports.size()));
    }

    private void ask(List<Wanted> reports, Retrieval state, String headline) {
        Said before = reports.get(0).said();
        TextField why = new TextField(before.why());
        why.setId("retrieval-why");
        why.setPromptText(texts.get("retrieval.why.prompt"));
        DatePicker asked = new DatePicker(before.asked().isEmpty() ? null : LocalDate.parse(before.asked()));
        asked.setId("retrieval-asked");
        Form form = new Form()
                .field(texts.get("retrieval.why"), why)
                .field(texts.get("retrieval.asked"), asked, texts.get("retrieval.asked.hint"));
        if (dialogs.form(headline, form, texts.get("retrieval.ask.verb"))) {
            LocalDate day = asked.getValue();
            model.say(reports, new Said(state, why.getText(), day == null ? "" : day.toString()));
        }
    }

    void noLink(String key) {
        dialogs.trouble(texts.get(key));
    }

    /** The library is asked for once; from then on its page opens. */
    void library(Wanted report) {
        if (model.resolver().isEmpty()) {
            TextField base = new TextField();
            base.setId("library-address");
            base.setPromptText("https://");
            Form form = new Form()
                    .field(texts.get("retrieval.library.address"), base, texts.get("retrieval.library.hint"))
                    .checked(
                            base,
                            text -> text.strip().matches("(?i)https?://\\S+")
                                    ? ""
                                    : texts.get("retrieval.library.wrong"));
            if (!dialogs.form(texts.get("retrieval.library.ask"), form, texts.get("retrieval.library.verb"))) {
                return;
            }
            model.rememberResolver(base.getText());
        }
        model.openLibrary(report, () -> noLink("retrieval.library.wrong"));
    }

    void study(List<Wanted> reports) {
        TextField name = new TextField(reports.stream()
                .map(report -> String.join(" | ", report.studies()))
                .filter(studies -> !studies.isEmpty())
                .findFirst()
                .orElse(""));
        name.setId("study-name");
        Form form = new Form().field(texts.get("retrieval.study.name"), name, texts.get("retrieval.study.hint"));
        if (dialogs.form(texts.get("retrieval.study.ask", reports.size()), form, texts.get("retrieval.study.verb"))) {
            model.join(reports, name.getText());
        }
    }
}
