package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.layout.Box;
import org.winnow.fulltext.reading.Anchors;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.TextLayer;
import org.winnow.model.Anchor;
import org.winnow.model.Annotation;
import org.winnow.model.AnnotationKind;
import org.winnow.model.Criterion;
import org.winnow.model.CriterionId;
import org.winnow.model.MarkColour;
import org.winnow.model.Reviewer;
import org.winnow.store.AnnotationQuery;
import org.winnow.store.Annotations;
import org.winnow.store.Annotations.Draft;
import org.winnow.store.Attachments.Attachment;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;
import org.winnow.work.Progress;

/** What is marked in the file in front. Others' marks are seen once this reviewer has decided on the report. */
final class MarksModel {
    /** How large a note is on the page, in points. */
    static final float NOTE = 16;

    /** A part of a page that is being drawn. */
    record Band(int page, Box box) {}

    private record Loaded(
            List<Annotation> own, List<Annotation> others, Set<UUID> changed, Map<MarkColour, String> meanings) {}

    private final Review review;
    private final Jobs jobs;
    private final Reviewer reviewer;
    private final FileModel file;
    private final ObservableList<Annotation> marks = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Annotation> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<MarkColour> colour = new SimpleObjectProperty<>(MarkColour.PALETTE.get(0));
    private final ObjectProperty<@Nullable AnnotationKind> tool = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Band> band = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper looks = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Map<MarkColour, String>> meanings = new ReadOnlyObjectWrapper<>(Map.of());

    private final OtherMarks others;
    private Loaded loaded = new Loaded(List.of(), List.of(), Set.of(), Map.of());
    private @Nullable UUID awaited;
    private int writing;

    MarksModel(Review review, Jobs jobs, Reviewer reviewer, FileModel file) {
        this.review = review;
        this.jobs = jobs;
        this.reviewer = reviewer;
        this.file = file;
        this.others = new OtherMarks(jobs);
        file.pdf().pdfProperty().subscribe((was, is) -> show());
        file.fileProperty().subscribe((was, is) -> {
            chosen.set(null);
            tool.set(null);
            loaded = new Loaded(List.of(), List.of(), Set.of(), loaded.meanings());
            marks.clear();
            load();
        });
    }

    /** In the order of the pages. */
    ObservableList<Annotation> marks() {
        return marks;
    }

    /** The mark that is looked at and changed, or null. */
    ObjectProperty<@Nullable Annotation> chosenProperty() {
        return chosen;
    }

    /** Of the next mark. */
    ObjectProperty<MarkColour> colourProperty() {
        return colour;
    }

    /** What the next press of the mouse on a page makes, a note or an area; null for nothing. */
    ObjectProperty<@Nullable AnnotationKind> toolProperty() {
        return tool;
    }

    /** The area that is being drawn, or null. */
    ObjectProperty<@Nullable Band> bandProperty() {
        return band;
    }

    /** What the colours mean to the team. */
    ReadOnlyObjectProperty<Map<MarkColour, String>> meaningsProperty() {
        return meanings.getReadOnlyProperty();
    }

    /** Whether this reviewer may change a mark. */
    boolean mine(Annotation mark) {
        return mark.reviewer().id().equals(reviewer.id());
    }

    void load() {
        Attachment now = file.fileProperty().get();
        if (now != null) {
            jobs.latest("reader-marks", p -> read(now)).then(loaded -> {
                if (writing == 0 && now.equals(file.fileProperty().get())) {
                    take(loaded);
                }
            });
        }
    }

    private Loaded read(Attachment of) {
        Map<Boolean, List<Annotation>> all =
                review.annotations().find(AnnotationQuery.of(of.record()), reviewer.id()).stream()
                        .collect(Collectors.partitioningBy(mark -> mark.sha256().equals(of.sha256())));
        return new Loaded(
                all.getOrDefault(true, List.of()),
                all.getOrDefault(false, List.of()),
                review.annotations().changed(of.sha256()),
                review.annotations().meanings());
    }

    private void take(Loaded now) {
        loaded = now;
        meanings.set(now.meanings());
        show();
        Annotation wanted = awaited == null ? null : with(awaited).orElse(null);
        if (wanted != null) {
            awaited = null;
            look(wanted);
        }
    }

    private void show() {
        Annotation before = chosen.get();
        file.pdf().hide(loaded.changed());
        List<Annotation> all = new ArrayList<>(loaded.own());
        all.addAll(others.in(file.pdf().pdfProperty().get(), loaded.others(), this::show));
        all.sort(Comparator.comparingInt(mark -> mark.anchor().page()));
        marks.setAll(all);
        chosen.set(before == null ? null : with(before.id()).orElse(null));
    }

    /** The mark that is looked at as soon as it is among those that are shown. */
    void await(UUID mark) {
        awaited = mark;
        with(mark).ifPresent(known -> {
            awaited = null;
            look(known);
        });
    }

    /** Whether what a mark looks like is in the picture of the page already. */
    boolean drawnByItsFile(Annotation mark) {
        return !mark.author().isEmpty()
                && !others.has(mark)
                && !loaded.changed().contains(mark.id());
    }

    /** Marks that were made in other files of the report. */
    OtherMarks others() {
        return others;
    }

    /** Brings a mark into sight, if it stands in this file. */
    void reveal(Annotation mark) {
        if (!others.nowhere(mark)) {
            file.pdf().reveal(mark.anchor());
        }
    }

    private Optional<Annotation> with(UUID id) {
        return marks.stream().filter(mark -> mark.id().equals(id)).findFirst();
    }

    /** The mark at a place of a page as seen, or null. */
    @Nullable
    Annotation at(TextLayer layer, float x, float y) {
        return marks.stream()
                .filter(mark -> mark.anchor().page() == layer.page() && !others.nowhere(mark))
                .filter(mark -> Anchors.seen(layer.frame(), mark.anchor()).stream()
                        .anyMatch(b -> x >= b.x() && x <= b.right() && y >= b.y() && y <= b.bottom()))
                .reduce((below, above) -> above)
                .orElse(null);
    }

    /** The person has pointed at a mark on a page, or at none. */
    void look(@Nullable Annotation at) {
        chosen.set(at);
        if (at != null) {
            looks.set(looks.get() + 1);
        }
    }

    /** Rises whenever a mark on a page was pointed at. */
    ReadOnlyIntegerProperty looksProperty() {
        return looks.getReadOnlyProperty();
    }

    /** Marks what is selected; a note or an area without a selection waits for a place on a page. */
    void mark(AnnotationKind kind) {
        PdfModel pdf = file.pdf();
        Stretch stretch = pdf.selection().stretchProperty().get();
        OpenPdf from = pdf.pdfProperty().get();
        if (from == null) {
            return;
        }
        if (stretch == null) {
            boolean places = kind == AnnotationKind.NOTE || kind == AnnotationKind.AREA;
            tool.set(places && tool.get() != kind ? kind : null);
            return;
        }
        make(kind, progress -> anchors(from, stretch, kind, progress));
        pdf.selection().clear();
    }

    private static List<Anchor> anchors(OpenPdf from, Stretch stretch, AnnotationKind kind, Progress progress) {
        List<Anchor> anchors = new ArrayList<>();
        for (int page = stretch.from().page(); page <= stretch.to().page(); page++) {
            TextLayer layer = from.text(page, progress);
            int start = stretch.start(page);
            int end = stretch.end(page, layer.text());
            List<Box> boxes = start < end ? layer.boxes(start, end) : List.of();
            if (!boxes.isEmpty()) {
                Box all = boxes.stream().reduce(Box::with).orElseThrow();
                anchors.add(
                        switch (kind) {
                            case HIGHLIGHT, UNDERLINE -> Anchors.of(layer, start, end);
                            case AREA -> Anchors.at(layer, all);
                            case NOTE ->
                                Anchors.at(layer, new Box(Math.max(0, all.x() - NOTE - 2), all.y(), NOTE, NOTE));
                        });
            }
        }
        return anchors;
    }

    /** Puts a note or an area where the mouse says. */
    void place(AnnotationKind kind, TextLayer layer, Box seen) {
        tool.set(null);
        band.set(null);
        make(kind, progress -> List.of(Anchors.at(layer, seen)));
    }

    private void make(AnnotationKind kind, Jobs.Work<List<Anchor>> where) {
        Attachment now = file.fileProperty().get();
        MarkColour with = colour.get();
        if (now != null) {
            jobs.inOrder(progress -> {
                        UUID last = null;
                        for (Anchor anchor : where.run(progress)) {
                            last = review.write(made(now, kind, with, anchor, null));
                        }
                        return new Made(last, read(now));
                    })
                    .then(made -> {
                        if (now.equals(file.fileProperty().get())) {
                            take(made.loaded());
                            chosen.set(
                                    made.mark() == null
                                            ? null
                                            : with(made.mark()).orElse(null));
                        }
                    });
        }
    }

    private Op<UUID> made(
            Attachment in, AnnotationKind kind, MarkColour with, Anchor anchor, @Nullable CriterionId criterion) {
        return Annotations.make(
                new Draft(in.record(), in.sha256(), reviewer.id(), kind, with, anchor, "", criterion, ""));
    }

    private record Made(@Nullable UUID mark, Loaded loaded) {}

    /** Changes the mark that is looked at, if it is this reviewer's. */
    void change(UnaryOperator<Annotation> how) {
        Annotation before = chosen.get();
        if (before != null && mine(before)) {
            Annotation after = how.apply(before);
            if (!after.equals(before)) {
                // At once, so that what is changed next builds on it.
                marks.replaceAll(mark -> mark.id().equals(after.id()) ? after : mark);
                chosen.set(after);
                write(() -> review.write(Annotations.change(others.asMade(after))));
            }
        }
    }

    /** Takes the mark that is looked at away, if it is this reviewer's. */
    void remove() {
        Annotation gone = chosen.get();
        if (gone != null && mine(gone)) {
            chosen.set(null);
            write(() -> review.write(Annotations.withdraw(others.asMade(gone))));
        }
    }

    /** Gives a colour a meaning for the whole team. */
    void mean(MarkColour of, String meaning) {
        if (!meaning.strip().equals(meanings.get().getOrDefault(of, ""))) {
            write(() -> review.write(Annotations.mean(of, meaning.strip())));
        }
    }

    private void write(Runnable op) {
        writing++;
        jobs.inOrder(p -> {
                    op.run();
                    return null;
                })
                .atEnd(() -> {
                    if (--writing == 0) {
                        load();
                    }
                });
    }

    /**
     * What speaks for an exclusion: the words that are selected, else the mark that is looked at. It is kept with the
     * reason, and written with the decision.
     */
    Jobs.Work<List<Op<?>>> support(Criterion reason) {
        Annotation looked = chosen.get();
        Attachment in = file.fileProperty().get();
        OpenPdf from = file.pdf().pdfProperty().get();
        Stretch stretch = file.pdf().selection().stretchProperty().get();
        MarkColour with = colour.get();
        if (stretch != null && from != null && in != null) {
            return progress -> {
                List<Op<?>> made = new ArrayList<>();
                for (Anchor anchor : anchors(from, stretch, AnnotationKind.HIGHLIGHT, progress)) {
                    made.add(made(in, AnnotationKind.HIGHLIGHT, with, anchor, reason.id()));
                }
                return made;
            };
        }
        boolean speaks = looked != null && mine(looked) && !reason.equals(looked.criterion());
        return progress -> looked == null || !speaks
                ? List.of()
                : List.of(Annotations.change(others.asMade(looked).withCriterion(reason)));
    }
}
