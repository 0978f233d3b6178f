package org.winnow.ui.dfllm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Answer;
import org.winnow.dfllm.ask.Answer.Said;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.Cell;
import org.winnow.dfllm.ask.Writing;
import org.winnow.dfllm.ask.Written;
import org.winnow.dfllm.corpus.Corpus;
import org.winnow.dfllm.corpus.PaperSummary;
import org.winnow.dfllm.dataset.Derivation;
import org.winnow.dfllm.dataset.Evidence;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.Items;
import org.winnow.dfllm.dataset.Reports;
import org.winnow.dfllm.dataset.State;
import org.winnow.llm.Consent;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.ScreenModel;
import org.winnow.work.Progress;

/** What the included papers say, and the items of the dataset: properties out, commands in. */
public final class LanguageModel implements ScreenModel {
    /** Sentences of an answer at most. */
    private static final int MOST = 5;

    /**
     * An answer with the titles of the reports that it is from.
     *
     * @param answer the papers' own sentences; also where a model wrote one, for the case that they say more
     * @param written what a language model made of them, or null where none was asked
     * @param tuned whether the passages were found by a network that was tuned to the review
     */
    record Answered(Answer answer, @Nullable Written written, Map<RecordId, String> titles, boolean tuned) {}

    private final Review review;
    private final Jobs jobs;
    private final Reviewer reviewer;
    private final PaperDesk desk;
    private final String reading;
    private final ModelChoice choice;
    private final TableModel table;
    private final JudgeModel judge;
    private final TuneModel tune;
    private final LargerModel larger;
    private final ReadOnlyObjectWrapper<@Nullable Corpus> corpus = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Answered> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Item>> items = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final StringProperty question = new SimpleStringProperty("");
    private @Nullable Asking asking;

    /**
     * @param reading what the status bar says while papers are read
     * @param tuning and while the network is tuned
     */
    public LanguageModel(
            Review review,
            Jobs jobs,
            Reviewer reviewer,
            PaperDesk desk,
            TuneDesk tuner,
            RecipeDesk recipes,
            String reading,
            String tuning) {
        this.review = review;
        this.jobs = jobs;
        this.reviewer = reviewer;
        this.desk = desk;
        this.reading = reading;
        this.choice = new ModelChoice(review, jobs, reviewer, reading);
        this.table = new TableModel(this, jobs, reading);
        this.judge = new JudgeModel(review, jobs, reviewer, desk);
        this.tune = new TuneModel(jobs, tuner, tuning);
        this.larger = new LargerModel(jobs, recipes, reading);
    }

    /** Who answers. */
    ModelChoice choice() {
        return choice;
    }

    /** One question after another, put to every paper. */
    TableModel table() {
        return table;
    }

    /** Answers of a run for people to judge. */
    JudgeModel judge() {
        return judge;
    }

    /** The network that reads texts, tuned to the review. */
    TuneModel tune() {
        return tune;
    }

    /** Larger models that are tuned elsewhere. */
    LargerModel larger() {
        return larger;
    }

    /** The papers as they were read, or null before. */
    ReadOnlyObjectProperty<@Nullable Corpus> corpusProperty() {
        return corpus.getReadOnlyProperty();
    }

    /** The answer to the last question, or null before. */
    ReadOnlyObjectProperty<@Nullable Answered> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** All items, those that nobody has looked at first. */
    ReadOnlyObjectProperty<List<Item>> itemsProperty() {
        return items.getReadOnlyProperty();
    }

    /** Whether papers are being read or asked. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    StringProperty questionProperty() {
        return question;
    }

    @Override
    public void show(boolean now) {
        if (now) {
            load();
        }
    }

    void load() {
        choice.load();
        judge.load();
        tune.load();
        larger.load();
        jobs.latest("dataset-items", p -> {
                    List<Item> all = new ArrayList<>(Items.of(review).values());
                    all.sort((a, b) -> Boolean.compare(b.state() == State.DRAFT, a.state() == State.DRAFT));
                    return all;
                })
                .then(items::set);
    }

    @Override
    public void refresh(Changes changes) {
        // Others' questions about a report come into sight with one's own decision on it.
        if (changes.touch(Kind.REPORT, Kind.DECISIONS)) {
            load();
        }
        if (changes.touch(Kind.ATTACHMENTS, Kind.DECISIONS, Kind.DUPLICATES)) {
            close();
        }
    }

    /** Reads the papers. */
    void read() {
        papers("");
    }

    /** Puts the question to the papers, which are read first where they are not yet. */
    void ask() {
        String asked = question.get().strip();
        if (!asked.isEmpty()) {
            papers(asked);
        }
    }

    /** What comes of reading and asking. */
    private record Came(Corpus corpus, @Nullable Answered answer) {}

    private void papers(String asked) {
        if (!begin()) {
            return;
        }
        Consent by = choice.chosenProperty().get();
        jobs.run(reading, p -> {
                    Asking ready = ready(p);
                    return new Came(ready.corpus(), asked.isEmpty() ? null : answered(ready, asked, by, p));
                })
                .then(came -> {
                    corpus.set(came.corpus());
                    if (came.answer() != null) {
                        answer.set(came.answer());
                    }
                })
                .atEnd(this::end);
    }

    private Answered answered(Asking ready, String asked, @Nullable Consent by, Progress progress) {
        Map<RecordId, String> titles = titles(ready);
        Written written = by == null ? null : new Writing(ready, choice.model(by), titles).all(asked, progress);
        return new Answered(ready.all(asked, Asking.THRESHOLD, MOST), written, titles, ready.tuned());
    }

    /** The titles of the reports that are asked; beside the FX thread. */
    Map<RecordId, String> titles(Asking ready) {
        return review.records()
                .titles(ready.corpus().papers().stream()
                        .map(PaperSummary::report)
                        .distinct()
                        .toList());
    }

    /** Whether papers may be asked now; then they are being asked until the end is said. */
    boolean begin() {
        if (busy.get()) {
            return false;
        }
        busy.set(true);
        return true;
    }

    void end() {
        busy.set(false);
    }

    /** The papers, read where they are not yet; beside the FX thread. */
    synchronized Asking ready(Progress progress) {
        Asking now = asking;
        if (now == null) {
            now = desk.read(progress);
            asking = now;
        }
        return now;
    }

    /** Lets the papers go; they are read anew when they are asked. */
    synchronized void close() {
        if (asking != null) {
            asking.close();
            asking = null;
        }
    }

    /** Lets everything go; beside the FX thread, when nothing is asked any more. */
    void closed() {
        close();
        choice.close();
    }

    /** Keeps an answer as annotations; beside the FX thread. */
    int keep(String asked, Cell cell, Progress progress) {
        return desk.keep(asked, cell, progress);
    }

    /** Shows a sentence on its page. */
    void show(Said said) {
        said.quotes().stream()
                .findFirst()
                .ifPresent(q -> desk.show(said.report(), said.sha256(), q.span().page(), q.words()));
    }

    /** Shows what an item rests on; nothing where it is no page's. */
    void show(Item item) {
        item.evidence().stream().filter(e -> e.page() > 0).findFirst().ifPresent(this::show);
    }

    private void show(Evidence evidence) {
        jobs.latest("dataset-evidence", p -> new Reports(review).of(evidence.record()))
                .then(report -> report.ifPresent(
                        r -> desk.show(r.number(), evidence.sha256(), evidence.page(), evidence.quote())));
    }

    /** Drafts items from what the review has on record. */
    void derive() {
        jobs.inOrder(p -> review.write(Items.draft(Derivation.of(review, Instant.now()))));
    }

    /** Says of these items what they are. */
    void say(List<Item> some, State state) {
        put(some.stream().map(i -> i.as(state, reviewer.name(), Instant.now())).toList());
    }

    /** Stands for an item in other words. */
    void edit(Item item, String newQuestion, String newAnswer) {
        if (!newQuestion.isBlank() && !newAnswer.isBlank()) {
            put(List.of(item.edited(newQuestion, newAnswer, reviewer.name(), Instant.now())));
        }
    }

    private void put(List<Item> some) {
        if (!some.isEmpty()) {
            jobs.inOrder(p -> review.write(Items.put(some)));
        }
    }
}
