package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Label;
import org.winnow.dfllm.dataset.Evidence;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.Level;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.Quote;
import org.winnow.fulltext.reading.TextLayer;
import org.winnow.fulltext.reading.Whereabouts;
import org.winnow.model.RecordId;
import org.winnow.store.Attachments.Attachment;
import org.winnow.ui.fulltext.PdfModel.Sought;
import org.winnow.ui.fulltext.QuestionDesk.Draft;
import org.winnow.ui.fulltext.QuestionDesk.Passage;
import org.winnow.ui.kit.Jobs;
import org.winnow.work.Progress;

/** Questions about the report in front, and the one that is being written. */
final class QuestionsModel {
    /**
     * A question that is being written or changed.
     *
     * @param report that it is about
     * @param sha256 of the file that is read
     * @param passages that were selected
     * @param words the same as running text
     * @param changed the question that is written anew, or null
     * @param sameAs the question that is asked in other words, or null
     */
    record Writing(
            RecordId report,
            String sha256,
            List<Passage> passages,
            String words,
            @Nullable Item changed,
            @Nullable Item sameAs) {
        Writing {
            passages = List.copyOf(passages);
        }

        /** What the answer is to begin with. */
        String answer() {
            if (changed != null) {
                return changed.answer();
            }
            return sameAs != null ? sameAs.answer() : words;
        }

        /** How much of the review it draws on, as far as can be told. */
        Level level() {
            Item known = changed == null ? sameAs : changed;
            return known != null ? known.level() : passages.isEmpty() ? Level.PAPER : Level.SECTION;
        }
    }

    private final QuestionDesk desk;
    private final Jobs jobs;
    private final FileModel file;
    private final ObservableList<Item> questions = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Item> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Writing> writing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper calls = new ReadOnlyIntegerWrapper();

    QuestionsModel(QuestionDesk desk, Jobs jobs, FileModel file) {
        this.desk = desk;
        this.jobs = jobs;
        this.file = file;
        file.fileProperty().subscribe((was, is) -> {
            writing.set(null);
            chosen.set(null);
            questions.clear();
            load();
        });
    }

    /** The questions about the report in front that may be seen. */
    ObservableList<Item> questions() {
        return questions;
    }

    ObjectProperty<@Nullable Item> chosenProperty() {
        return chosen;
    }

    /** What is being written, or null. */
    ReadOnlyObjectProperty<@Nullable Writing> writingProperty() {
        return writing.getReadOnlyProperty();
    }

    /** Rises whenever a question is begun from the pages. */
    ReadOnlyIntegerProperty callsProperty() {
        return calls.getReadOnlyProperty();
    }

    void load() {
        Attachment now = file.fileProperty().get();
        if (now != null) {
            jobs.latest("reader-questions", p -> desk.about(now.record())).then(all -> {
                if (now.equals(file.fileProperty().get())) {
                    Item before = chosen.get();
                    questions.setAll(all);
                    chosen.set(
                            before == null
                                    ? null
                                    : all.stream()
                                            .filter(i -> i.id().equals(before.id()))
                                            .findFirst()
                                            .orElse(null));
                }
            });
        }
    }

    /** Begins a question about what is selected; where nothing is, about the report as a whole. */
    void begin() {
        Attachment now = file.fileProperty().get();
        OpenPdf from = file.pdf().pdfProperty().get();
        Stretch stretch = file.pdf().selection().stretchProperty().get();
        if (now == null || from == null) {
            return;
        }
        calls.set(calls.get() + 1);
        if (stretch == null) {
            writing.set(new Writing(now.record(), now.sha256(), List.of(), "", null, null));
            return;
        }
        jobs.latest("reader-question", p -> selected(from, stretch, now, p)).then(begun -> {
            if (now.equals(file.fileProperty().get())) {
                writing.set(begun);
            }
        });
    }

    private static Writing selected(OpenPdf from, Stretch stretch, Attachment in, Progress progress) {
        List<Passage> passages = new ArrayList<>();
        List<Quote.Part> parts = new ArrayList<>();
        for (int page = stretch.from().page(); page <= stretch.to().page(); page++) {
            TextLayer layer = from.text(page, progress);
            int end = stretch.end(page, layer.text());
            String words = layer.text().substring(stretch.start(page), end);
            if (!words.isBlank()) {
                passages.add(new Passage(page, words.strip()));
                parts.add(new Quote.Part(layer, stretch.start(page), end));
            }
        }
        return new Writing(in.record(), in.sha256(), passages, Quote.of(parts), null, null);
    }

    /** Begins to change the question that is chosen. */
    void change() {
        chosen(item -> item, item -> null);
    }

    /** Begins the same question in other words. */
    void reword() {
        chosen(item -> null, item -> item);
    }

    private interface Of {
        @Nullable
        Item of(Item chosen);
    }

    private void chosen(Of changed, Of sameAs) {
        Item item = chosen.get();
        Attachment now = file.fileProperty().get();
        if (item != null && now != null) {
            writing.set(new Writing(now.record(), now.sha256(), List.of(), "", changed.of(item), sameAs.of(item)));
        }
    }

    void cancel() {
        writing.set(null);
    }

    /** Keeps what was written. */
    void keep(String question, String answer, Level level, @Nullable Label label) {
        Writing now = writing.get();
        if (now == null || question.isBlank() || answer.isBlank()) {
            return;
        }
        writing.set(null);
        Item changed = now.changed();
        jobs.inOrder(p -> {
                    if (changed == null) {
                        desk.write(
                                new Draft(
                                        now.report(),
                                        now.sha256(),
                                        now.passages(),
                                        level,
                                        question,
                                        answer,
                                        label,
                                        now.sameAs()),
                                p);
                    } else {
                        desk.edit(changed, question, answer);
                    }
                    return null;
                })
                .atEnd(this::load);
    }

    /** Says of the question that is chosen whether it is right. */
    void say(boolean right) {
        Item item = chosen.get();
        if (item != null) {
            jobs.inOrder(p -> {
                        desk.say(item, right);
                        return null;
                    })
                    .atEnd(this::load);
        }
    }

    /** Brings what a question rests on into sight, where it stands in this file. */
    void reveal(Item item) {
        Attachment now = file.fileProperty().get();
        item.evidence().stream()
                .filter(e -> now != null && e.page() > 0 && Objects.equals(e.sha256(), now.sha256()))
                .findFirst()
                .ifPresent(this::reveal);
    }

    private void reveal(Evidence evidence) {
        Whereabouts sought = new Whereabouts(evidence.quote(), "", "");
        file.pdf().reveal(new Sought(evidence.page(), text -> sought.in(evidence.page(), text.text())
                .map(found -> text.boxes(found.span().start(), found.span().end()))
                .orElse(List.of())));
    }
}
