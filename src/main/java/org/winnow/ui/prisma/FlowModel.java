package org.winnow.ui.prisma;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.prisma.BehindNumbers;
import org.winnow.prisma.Drawing;
import org.winnow.prisma.FlowCounts;
import org.winnow.prisma.FlowCsv;
import org.winnow.prisma.FlowDiagram;
import org.winnow.prisma.FlowExport;
import org.winnow.prisma.ReviewFlow;
import org.winnow.prisma.ReviewKind;
import org.winnow.prisma.Style;
import org.winnow.prisma.Template;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Statements.Statement;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;

/** The flow diagram of the open review, counted again after every change: properties out, commands in. */
public final class FlowModel {
    /** What is shown: the counts, their drawing, and the warnings of the template that was chosen. */
    record Flow(
            FlowCounts counts,
            Template template,
            FlowDiagram diagram,
            List<String> warnings,
            ReviewKind kind,
            @Nullable Path file) {}

    /**
     * A number that somebody asked about.
     *
     * @param total how many records are behind it; those shown may be fewer
     * @param byHand what was typed in its place, or null
     */
    record Asked(
            String number,
            String words,
            long total,
            List<Entry> records,
            @Nullable Statement byHand) {}

    /** A record behind a number. */
    record Entry(RecordId id, String title) {}

    private static final int SHOWN = 500;

    private final Review review;
    private final Jobs jobs;
    private final Texts texts;
    private final ObjectProperty<@Nullable Template> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<Style> style = new SimpleObjectProperty<>(Style.OFFICIAL);
    private int dpi = Drawing.USUAL.dpi();
    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Flow> flow = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Asked> asked = new ReadOnlyObjectWrapper<>();
    private boolean visible;

    public FlowModel(Review review, Jobs jobs, Texts texts) {
        this.review = review;
        this.jobs = jobs;
        this.texts = texts;
        chosen.subscribe((was, is) -> load());
        style.subscribe((was, is) -> load());
        file.subscribe((was, is) -> {
            asked.set(null);
            load();
        });
    }

    /** The template that a person chose, or null for the one that shows everything. */
    ObjectProperty<@Nullable Template> chosenProperty() {
        return chosen;
    }

    /** Sets the resolution of pictures made of pixels, in dots to the inch. */
    void dpi(int dots) {
        dpi = dots;
    }

    int dpi() {
        return dpi;
    }

    ObjectProperty<Style> styleProperty() {
        return style;
    }

    /** A filled CSV template that is shown instead of the review; null for the review. */
    ObjectProperty<@Nullable Path> fileProperty() {
        return file;
    }

    ReadOnlyObjectProperty<@Nullable Flow> flowProperty() {
        return flow.getReadOnlyProperty();
    }

    /** The number that was asked about last, or null. */
    ReadOnlyObjectProperty<@Nullable Asked> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    void show(boolean now) {
        visible = now;
        if (now) {
            load();
        }
    }

    private void load() {
        Template template = chosen.get();
        Style look = style.get();
        Path from = file.get();
        jobs.settled("flow", 100, p -> flow(template, look, from)).then(flow::set);
    }

    private Flow flow(@Nullable Template wanted, Style look, @Nullable Path from) {
        if (from != null) {
            FlowCsv.Filled filled = FlowCsv.read(from).filled("");
            Template template = wanted == null ? filled.template() : wanted;
            return shown(filled.counts(), template, look, ReviewKind.SYSTEMATIC, from);
        }
        ReviewFlow reviewFlow = new ReviewFlow(review);
        Template template = wanted == null ? reviewFlow.fitting() : wanted;
        return shown(reviewFlow.counts(template), template, look, reviewFlow.kind(), null);
    }

    private static Flow shown(FlowCounts counts, Template template, Style look, ReviewKind kind, @Nullable Path from) {
        return new Flow(
                counts, template, FlowDiagram.of(counts, template, look), template.warnings(counts), kind, from);
    }

    /** Looks up the records behind a number. */
    void ask(String number, String words) {
        Flow now = flow.get();
        if (now != null && now.file() == null) {
            jobs.latest("behind", p -> answered(number, words, now.template())).then(asked::set);
        }
    }

    private Asked answered(String number, String words, Template template) {
        List<RecordId> ids = BehindNumbers.of(review, template).getOrDefault(number, List.of());
        List<RecordId> shown = ids.subList(0, Math.min(SHOWN, ids.size()));
        Map<RecordId, String> titles = review.records().titles(shown);
        List<Entry> entries = shown.stream()
                .map(id -> new Entry(id, titles.getOrDefault(id, "")))
                .toList();
        return new Asked(
                number,
                words,
                ids.size(),
                entries,
                new ReviewFlow(review).byHand().get(number));
    }

    void forget() {
        asked.set(null);
    }

    /** Puts a number in the place of the counted one; null counts again. */
    void override(String number, @Nullable Long n, String note) {
        write(ReviewFlow.override(number, n, note));
    }

    /** Says that screening was stopped with records unread; null takes it back. */
    void stopped(@Nullable String rule) {
        write(ReviewFlow.stopped(rule));
    }

    void kind(ReviewKind kind) {
        write(ReviewFlow.kind(kind));
    }

    void freeze(String name, String note) {
        jobs.inOrder(p -> review.write(new ReviewFlow(review).freeze(name, note)));
    }

    private void write(Op<?> op) {
        jobs.inOrder(p -> review.write(op));
    }

    /** Writes the diagram in the format that the file's ending names. */
    void export(Path target) {
        Flow now = flow.get();
        Drawing drawing = new Drawing(style.get(), dpi);
        if (now != null) {
            jobs.run(texts.get("flow.exporting"), p -> {
                FlowExport.write(now.counts(), now.template(), drawing, target);
                return target;
            });
        }
    }

    void refresh(Changes changes) {
        if (!visible
                || !changes.touch(
                        Kind.RECORDS,
                        Kind.SOURCES,
                        Kind.DUPLICATES,
                        Kind.DECISIONS,
                        Kind.RETRIEVAL,
                        Kind.CRITERIA,
                        Kind.REPORT,
                        Kind.REVIEW)) {
            return;
        }
        load();
        Asked now = asked.get();
        if (now != null) {
            ask(now.number(), now.words());
        }
    }
}
