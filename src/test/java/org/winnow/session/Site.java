package org.winnow.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Anchor;
import org.winnow.model.Annotation;
import org.winnow.model.AnnotationKind;
import org.winnow.model.Criterion;
import org.winnow.model.Decision;
import org.winnow.model.MarkColour;
import org.winnow.model.Outcome;
import org.winnow.model.Quad;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.AnnotationQuery;
import org.winnow.store.Annotations;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Discussions;
import org.winnow.store.Duplicates.Answer;
import org.winnow.store.Merged;
import org.winnow.store.ModelCalls;
import org.winnow.store.Notes;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** A computer on which somebody has the review, with a clock of its own. */
final class Site implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    final Review review;
    private final Path folder;
    private final Clock clock;
    private int packs;

    private Site(Review review, Path folder, Clock clock) {
        this.review = review;
        this.folder = folder;
        this.clock = clock;
    }

    static Site of(Review review, Path folder) {
        return new Site(review, folder, clock(0));
    }

    static Site opened(Path pack, Path folder, long clockOffSeconds) {
        Clock clock = clock(clockOffSeconds);
        try (Pack opened = Pack.open(pack, null, Progress.NONE)) {
            Files.createDirectories(folder);
            return new Site(Merging.open(opened, folder.resolve("mine.winnow"), clock), folder, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Clock clock(long offSeconds) {
        return Clock.fixed(START.plus(Duration.ofSeconds(offSeconds)), ZoneOffset.UTC);
    }

    Reviewer person(String name) {
        return review.reviewers().named(name).orElseThrow();
    }

    Path pack(String name, boolean blinded) {
        return pack(new Packing.Request(person(name), null, "", blinded, false, false, null, null));
    }

    Path pack(Packing.Request request) {
        Path out = folder.resolve("pack-" + packs++ + ".winnow-session");
        new Packing(review, fullTexts(), clock).pack(request, out, null, Progress.NONE);
        return out;
    }

    Merged merge(Path pack) {
        try (Pack opened = Pack.open(pack, null, Progress.NONE)) {
            return new Merging(review, review, fullTexts(), clock).take(opened);
        }
    }

    Merged plan(Path pack) {
        return plan(pack, review);
    }

    /** @param seen this review as whoever merges may see it */
    Merged plan(Path pack, Review seen) {
        try (Pack opened = Pack.open(pack, null, Progress.NONE)) {
            return new Merging(review, seen, fullTexts(), clock).plan(opened);
        }
    }

    private FullTexts fullTexts() {
        return new FullTexts(
                sha256 -> folder.resolve(sha256 + ".pdf"), sha256 -> folder.resolve(sha256 + ".words.pdf"), file -> {
                    throw new IllegalStateException("no full text was packed");
                });
    }

    void decide(String name, String title, @Nullable Verdict verdict, boolean resolution) {
        review.write(Decisions.decide(new NewDecision(
                record(title), Stage.TITLE_ABSTRACT, person(name).id(), verdict, null, resolution)));
    }

    void discuss(String name, String title, String text) {
        review.write(Discussions.say(
                record(title), Stage.TITLE_ABSTRACT, person(name).id(), text));
    }

    void note(String name, String title, String text) {
        review.write(Notes.write(record(title), person(name).id(), text));
    }

    void mark(String name, String title, String comment) {
        Anchor anchor = new Anchor(2, List.of(Quad.upright(10, 20, 30, 40)), "quoted", "before", "after");
        review.write(Annotations.make(new Annotations.Draft(
                record(title),
                "c".repeat(64),
                person(name).id(),
                AnnotationKind.HIGHLIGHT,
                MarkColour.PALETTE.get(0),
                anchor,
                comment,
                null,
                comment.endsWith("1") ? "marked" : "")));
    }

    /** A language model is asked of a record, says something of every reason, and the person looks at it. */
    void ask(String name, String title, String model) {
        RecordId record = record(title);
        String call = TestReview.ask(review, record, name, model, clock.instant());
        review.write(ModelCalls.check(call, person(name).id(), "right", ""));
    }

    /** What models were asked, what they suggest, and what people found of it; records by title. */
    List<String> asked() {
        List<String> lines = new ArrayList<>();
        ModelCalls calls = review.auditTrail().modelCalls();
        calls.all().forEach(c -> {
            RecordId about = c.record();
            lines.add(c.uuid() + " " + c.leaveOf() + " " + (about == null ? "" : title(about)) + " " + c.model() + " "
                    + c.cost() + " " + c.at() + " " + calls.checks(String.valueOf(c.uuid())));
        });
        review.auditTrail().advices().at(Stage.TITLE_ABSTRACT).forEach(a -> a.advice()
                .forEach(one -> lines.add(title(a.record()) + " " + a.call() + " "
                        + one.criterion().label() + " " + one.applies() + " " + one.confidence())));
        lines.sort(null);
        lines.add(calls.uses().toString());
        return lines;
    }

    void changeMark(String name, String title, String comment) {
        marks(name, title).stream()
                .findFirst()
                .ifPresent(m -> review.write(Annotations.change(m.withComment(comment))));
    }

    void withdrawMark(String name, String title) {
        marks(name, title).stream().findFirst().ifPresent(m -> review.write(Annotations.withdraw(m)));
    }

    List<Annotation> marks(String name, String title) {
        return review.annotations()
                .find(AnnotationQuery.of(record(title)).by(person(name).id()), null);
    }

    /** The number of a record may differ from file to file; its title here does not. */
    RecordId record(String title) {
        RecordId[] found = new RecordId[1];
        review.records().forEachBib(RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL), (id, record) -> {
            if (record.title().equals(title)) {
                found[0] = id;
            }
        });
        return found[0];
    }

    /** Everything that the team has said, as it stands now, without anything that belongs to one file alone. */
    List<String> state() {
        List<String> state = new ArrayList<>();
        review.records().screened(RecordQuery.everything()).forEach(r -> {
            state.add(r.record().title() + " " + r.titleAbstract() + " " + r.tags() + " " + new TreeMap<>(r.notes()));
            review.decisions().history(r.id()).forEach(d -> state.add("  " + said(d)));
            review.notes()
                    .discussions()
                    .on(r.id(), Stage.TITLE_ABSTRACT)
                    .forEach(m ->
                            state.add("  " + m.id() + " " + m.reviewer().name() + " " + m.text() + " " + m.said()));
        });
        state.addAll(duplicates());
        review.criteria().all().stream().map(Criterion::label).forEach(state::add);
        review.tags().all().forEach(t -> state.add(t.name() + " " + t.colour() + " " + t.letter()));
        review.keywords().all().forEach(k -> state.add(k.toString()));
        review.annotations().find(AnnotationQuery.everything(), null).stream()
                .map(a -> a.id() + " " + a.by() + " " + a.anchor() + " " + a.comment() + " " + a.tag() + " " + a.at())
                .sorted()
                .forEach(state::add);
        review.annotations().meanings().forEach((colour, meaning) -> state.add(colour.key() + " " + meaning));
        for (Stage stage : Stage.values()) {
            state.add(review.team().policy(stage) + " " + review.team().assignment(stage));
        }
        review.team().roles().forEach((person, role) -> state.add(person.name() + " " + role));
        for (Outcome outcome : Outcome.values()) {
            state.add(outcome + " " + review.standing().at(Stage.TITLE_ABSTRACT).of(outcome));
        }
        state.addAll(asked());
        return state;
    }

    /**
     * Which record stands behind which and why, what people answered about pairs, and which pairs are asked about.
     */
    List<String> duplicates() {
        List<String> lines = new ArrayList<>();
        review.duplicates()
                .all()
                .forEach(d -> lines.add(
                        title(d.record()) + " behind " + title(d.keeper()) + " " + d.automatic() + " " + d.why()));
        review.duplicates().disputed().forEach(p -> lines.add("disputed " + title(p.a()) + " " + title(p.b())));
        for (Answer answer : Answer.values()) {
            review.duplicates()
                    .pairs(answer)
                    .forEach(p -> lines.add(
                            Stream.of(title(p.a()), title(p.b())).sorted().toList() + " " + answer + " " + p.score()
                                    + " " + p.why()));
        }
        lines.sort(null);
        return lines;
    }

    private String title(RecordId id) {
        return review.records().bib(id).orElseThrow().title();
    }

    private static String said(Decision d) {
        return d.uuid() + " " + d.stage() + " " + d.reviewer().name() + " " + d.verdict() + " "
                + (d.reason() == null ? "" : d.reason().label()) + " " + d.resolution() + " " + d.at();
    }

    @Override
    public void close() {
        review.close();
    }
}
