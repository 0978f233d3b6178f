package org.winnow.ui.importing;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.Preview;
import org.winnow.formats.Format;
import org.winnow.formats.Formats;
import org.winnow.formats.ReadOptions;
import org.winnow.model.SourceKind;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Texts;

/** What is asked about a file, what its search was, and as what it is read. */
final class SearchTab extends ScrollPane {
    private static final List<String> ENCODINGS = List.of(
            "UTF-8", "windows-1252", "ISO-8859-1", "x-MacRoman", "GB18030", "Shift_JIS", "UTF-16LE", "UTF-16BE");

    private final PendingFile file;
    private final ImportModel model;
    private final Texts texts;
    private final Form form = new Form();
    private final EarlierQuestion question;
    private final DecisionsOffer decisions;

    SearchTab(PendingFile file, ImportModel model, Texts texts) {
        this.file = file;
        this.model = model;
        this.texts = texts;
        this.question = new EarlierQuestion(file, model, texts);
        this.decisions = new DecisionsOffer(file, model, texts);
        words();
        reading();
        VBox page = new VBox(12, question, decisions, new RepairOffer(file, model, texts), form);
        page.getStyleClass().add("detail-page");
        setContent(page);
        setFitToWidth(true);
        getStyleClass().add("record-page");
    }

    private void words() {
        SearchWords words = file.words();
        TextField source = bound("source", new TextField(), words.sourceProperty());
        ChoiceBox<SourceKind> kind = SourceKinds.choice(texts);
        kind.valueProperty().bindBidirectional(words.kindProperty());
        TextField date = bound("search-date", new TextField(), words.dateProperty());
        date.setPromptText(texts.get("import.date.prompt"));
        TextField hits = bound("hits", new TextField(), words.hitsProperty());
        hits.setPromptText(texts.get("import.hits.prompt"));
        TextArea query = bound("query", new TextArea(), words.queryProperty());
        query.setPromptText(texts.get("import.query.prompt"));
        query.setWrapText(true);
        query.setPrefRowCount(3);
        form.field(texts.get("import.source"), source)
                .checked(source, t -> t.isEmpty() ? texts.get("import.source.missing") : "")
                .field(texts.get("import.kind"), kind)
                .field(texts.get("import.date"), date)
                .checked(date, t -> SourceChecks.date(t) ? "" : texts.get("import.date.wrong"))
                .field(texts.get("import.hits"), hits)
                .checked(hits, t -> SourceChecks.count(t) ? "" : texts.get("import.hits.wrong"))
                .field(texts.get("import.query"), query);
    }

    private static <F extends TextInputControl> F bound(
            String id, F field, javafx.beans.property.StringProperty words) {
        field.setId(id);
        field.textProperty().bindBidirectional(words);
        return field;
    }

    private void reading() {
        List<@Nullable Format> formats = new ArrayList<>();
        formats.add(null);
        Formats.readable().stream().sorted(Comparator.comparing(Format::title)).forEach(formats::add);
        ChoiceBox<@Nullable Format> format = Choices.of(
                "read-format", formats, f -> f == null ? texts.get("import.format.auto", found(true)) : f.title());
        format.setValue(file.optionsProperty().get().format());
        format.valueProperty()
                .subscribe(now -> read(now, file.optionsProperty().get().charset()));
        List<@Nullable Charset> charsets = new ArrayList<>();
        charsets.add(null);
        ENCODINGS.stream().filter(Charset::isSupported).map(Charset::forName).forEach(charsets::add);
        ChoiceBox<@Nullable Charset> encoding = Choices.of(
                "read-encoding",
                charsets,
                c -> c == null ? texts.get("import.format.auto", found(false)) : c.displayName(texts.locale()));
        encoding.setValue(file.optionsProperty().get().charset());
        encoding.valueProperty()
                .subscribe(now -> read(file.optionsProperty().get().format(), now));
        file.previewProperty().subscribe(p -> {
            Choices.redraw(format);
            Choices.redraw(encoding);
        });
        form.field(texts.get("import.format"), format).field(texts.get("import.encoding"), encoding);
    }

    private String found(boolean format) {
        Preview preview = file.previewProperty().get();
        if (preview == null) {
            return "";
        }
        return format
                ? preview.detection().format().title()
                : preview.detection().encodingName();
    }

    private void read(@Nullable Format format, @Nullable Charset charset) {
        ReadOptions now = file.optionsProperty().get();
        if (format != now.format() || charset != now.charset()) {
            // Columns that were settled belong to the text as it was read.
            model.read(file, new ReadOptions(format, charset, null, now.repairMojibake()));
        }
    }

    /** Complains about everything that is still to be said, and leads to it. */
    void ask() {
        boolean right = form.checks().pass();
        if (!decisions.ask()) {
            lead(decisions);
        }
        if (question.ask()) {
            lead(question);
        } else if (!right) {
            setVvalue(getVmax());
        }
    }

    private void lead(Node place) {
        setVvalue(getVmin());
        place.requestFocus();
    }
}
