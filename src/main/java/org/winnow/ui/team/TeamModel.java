package org.winnow.ui.team;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.model.BibRecord;
import org.winnow.model.Criterion;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.screening.Agreement;
import org.winnow.screening.AgreementOverTime;
import org.winnow.screening.Screening;
import org.winnow.screening.TeamAgreement;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Discussions;
import org.winnow.store.Discussions.Remark;
import org.winnow.store.Notes;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;

/** Conflicts, agreement and packs: properties out, commands in. */
public final class TeamModel {
    /** A record on which people disagree. */
    record Entry(RecordId record, String title) {}

    /**
     * What one person said.
     *
     * @param reason and note may be empty
     */
    record Voice(String reviewer, Verdict verdict, String reason, String note, Instant at) {}

    /** A conflict in full. */
    record Conflict(RecordId id, BibRecord record, List<Voice> voices, List<Remark> remarks) {}

    /** Agreement of two people at a stage. */
    record Pair(
            Stage stage, String first, String second, Agreement agreement, List<AgreementOverTime.Block> overTime) {}

    /** Everything about agreement. */
    record Figures(List<Pair> pairs, Map<Stage, TeamAgreement> everybody) {}

    private final Review review;
    private final Jobs jobs;
    private final Texts texts;
    private final Reviewer reviewer;
    private final SessionDesk desk;
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.TITLE_ABSTRACT);
    private final ReadOnlyObjectWrapper<List<Entry>> conflicts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Conflict> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Criterion>> reasons = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Figures> figures =
            new ReadOnlyObjectWrapper<>(new Figures(List.of(), Map.of()));
    private final ReadOnlyObjectWrapper<List<Reviewer>> people = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<SessionDesk.@Nullable Plan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Long> open = new ReadOnlyObjectWrapper<>(0L);
    private final ReadOnlyBooleanWrapper maySettle = new ReadOnlyBooleanWrapper(true);
    private boolean visible;

    public TeamModel(Review review, Jobs jobs, Texts texts, Reviewer reviewer, SessionDesk desk) {
        this.review = review;
        this.jobs = jobs;
        this.texts = texts;
        this.reviewer = reviewer;
        this.desk = desk;
        stage.subscribe(s -> load());
    }

    ObjectProperty<Stage> stageProperty() {
        return stage;
    }

    ReadOnlyObjectProperty<List<Entry>> conflictsProperty() {
        return conflicts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Conflict> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Criterion>> reasonsProperty() {
        return reasons.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Figures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Reviewer>> peopleProperty() {
        return people.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SessionDesk.@Nullable Plan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** How many conflicts are open at both stages together. */
    ReadOnlyObjectProperty<Long> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether the team lets this person settle conflicts at the stage. */
    ReadOnlyBooleanProperty maySettleProperty() {
        return maySettle.getReadOnlyProperty();
    }

    Reviewer reviewer() {
        return reviewer;
    }

    void show(boolean now) {
        visible = now;
        if (now) {
            load();
        }
    }

    void count() {
        jobs.latest("conflicts-open", p -> {
                    long n = 0;
                    for (Stage s : Stage.values()) {
                        n += review.records().count(RecordQuery.at(s).withOutcomes(Outcome.CONFLICT));
                    }
                    return n;
                })
                .then(open::set);
    }

    private void load() {
        if (!visible) {
            return;
        }
        Stage at = stage.get();
        jobs.latest("conflicts", p -> entries(at)).then(conflicts::set);
        jobs.latest("may-settle", p -> review.team().rights().maySettle(reviewer.id(), at))
                .then(maySettle::set);
        jobs.latest("conflict-reasons", p -> review.criteria().all()).then(reasons::set);
        jobs.latest("agreement", p -> figures()).then(figures::set);
        jobs.latest("team-people", p -> review.reviewers().all()).then(people::set);
    }

    private List<Entry> entries(Stage at) {
        List<RecordId> ids = new ArrayList<>();
        for (long id : review.records().ids(RecordQuery.at(at).withOutcomes(Outcome.CONFLICT))) {
            ids.add(new RecordId(id));
        }
        Map<RecordId, String> titles = review.records().titles(ids);
        return ids.stream()
                .map(id -> new Entry(id, titles.getOrDefault(id, "")))
                .toList();
    }

    private Figures figures() {
        List<Reviewer> all = review.reviewers().all();
        List<Pair> pairs = new ArrayList<>();
        for (Stage s : Stage.values()) {
            for (int i = 0; i < all.size(); i++) {
                for (int j = i + 1; j < all.size(); j++) {
                    Reviewer a = all.get(i);
                    Reviewer b = all.get(j);
                    Agreement agreement = Agreement.of(review.standing().verdictPairs(s, a.id(), b.id()));
                    if (agreement.records() > 0) {
                        pairs.add(new Pair(
                                s,
                                a.name(),
                                b.name(),
                                agreement,
                                AgreementOverTime.of(review.standing().decidedTwice(s, a.id(), b.id()))));
                    }
                }
            }
        }
        return new Figures(
                pairs,
                Map.of(
                        Stage.TITLE_ABSTRACT,
                        TeamAgreement.of(review.standing().verdictCounts(Stage.TITLE_ABSTRACT)),
                        Stage.FULL_TEXT,
                        TeamAgreement.of(review.standing().verdictCounts(Stage.FULL_TEXT))));
    }

    void choose(@Nullable Entry entry) {
        if (entry == null) {
            chosen.set(null);
            return;
        }
        Stage at = stage.get();
        jobs.latest("conflict", p -> conflict(entry.record(), at)).then(chosen::set);
    }

    private Conflict conflict(RecordId id, Stage at) {
        List<Notes.Note> notes = review.notes().on(id);
        List<Voice> voices = new ArrayList<>();
        review.decisions().current(id, at).forEach(d -> {
            Verdict verdict = d.verdict();
            if (!d.resolution() && verdict != null) {
                Criterion reason = d.reason();
                String note = notes.stream()
                        .filter(n -> n.reviewer().equals(d.reviewer()))
                        .map(Notes.Note::text)
                        .findFirst()
                        .orElse("");
                voices.add(new Voice(d.reviewer().name(), verdict, reason == null ? "" : reason.label(), note, d.at()));
            }
        });
        return new Conflict(
                id,
                review.records().bib(id).orElseThrow(),
                voices,
                review.notes().discussions().on(id, at));
    }

    /** Settles the chosen conflict for everybody; what each has said stays as it was said. */
    void settle(Verdict verdict, @Nullable Criterion reason, String note) {
        Conflict now = chosen.get();
        if (now == null) {
            return;
        }
        Stage at = stage.get();
        jobs.inOrder(p -> {
            new Screening(review)
                    .resolve(now.id(), at, reviewer.id(), verdict, reason == null ? null : reason.id(), note);
            return null;
        });
    }

    /** Says something to the others about the chosen conflict. */
    void say(String words) {
        Conflict now = chosen.get();
        if (now != null && !words.isBlank()) {
            Stage at = stage.get();
            jobs.inOrder(p -> review.write(Discussions.say(now.id(), at, reviewer.id(), words)));
        }
    }

    /** Says an own remark in other words; empty words take it back. */
    void edit(Remark remark, String words) {
        Conflict now = chosen.get();
        if (now != null && !words.strip().equals(remark.text())) {
            Stage at = stage.get();
            jobs.inOrder(p -> review.write(Discussions.edit(now.id(), at, remark, words)));
        }
    }

    /** Hears whether the person shares the records of the stage, null for any, with others. */
    void whetherShared(Reviewer person, @Nullable Stage at, Consumer<Boolean> hears) {
        jobs.latest("pack-shared", p -> desk.followsAssignment(person, at)).then(hears);
    }

    void pack(SessionDesk.Order order, Path target, Runnable done) {
        jobs.run(texts.get("team.packing"), p -> desk.pack(order, target, p)).then(n -> done.run());
    }

    boolean isLocked(Path file) {
        return desk.isLocked(file);
    }

    /** Looks what a file would bring. */
    void look(Path file, String password) {
        plan.set(null);
        jobs.run(texts.get("team.looking"), p -> desk.plan(file, password, p)).then(plan::set);
    }

    void merge(Runnable done) {
        SessionDesk.Plan now = plan.get();
        if (now != null) {
            jobs.run(texts.get("team.merging"), p -> desk.take(now, p)).then(merged -> {
                plan.set(null);
                done.run();
            });
        }
    }

    void forget() {
        plan.set(null);
    }

    void refresh(Changes changes) {
        if (changes.touch(
                Kind.DECISIONS, Kind.RECORDS, Kind.DUPLICATES, Kind.REVIEWERS, Kind.NOTES, Kind.CRITERIA, Kind.TEAM)) {
            count();
            load();
        }
    }
}
