package org.winnow.ui.prisma;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.prisma.FlowCounts;
import org.winnow.prisma.FlowDiagram;
import org.winnow.prisma.FlowExport;
import org.winnow.prisma.ReviewFlow;
import org.winnow.prisma.Template;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;

/** The flow diagram of the open review, counted again after every change: properties out, commands in. */
public final class FlowModel {
    /** What is shown: the counts, their drawing, and the warnings of the template that was chosen. */
    record Flow(FlowCounts counts, Template template, FlowDiagram diagram, List<String> warnings) {}

    private final Review review;
    private final Jobs jobs;
    private final Texts texts;
    private final ObjectProperty<@Nullable Template> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Flow> flow = new ReadOnlyObjectWrapper<>();
    private boolean visible;

    public FlowModel(Review review, Jobs jobs, Texts texts) {
        this.review = review;
        this.jobs = jobs;
        this.texts = texts;
        chosen.subscribe((was, is) -> load());
    }

    /** The template that a person chose, or null for the one that fits the review's sources. */
    ObjectProperty<@Nullable Template> chosenProperty() {
        return chosen;
    }

    ReadOnlyObjectProperty<@Nullable Flow> flowProperty() {
        return flow.getReadOnlyProperty();
    }

    void show(boolean now) {
        visible = now;
        if (now) {
            load();
        }
    }

    private void load() {
        Template asked = chosen.get();
        jobs.settled("flow", 100, p -> flow(asked)).then(flow::set);
    }

    private Flow flow(@Nullable Template asked) {
        ReviewFlow reviewFlow = new ReviewFlow(review);
        Template template = asked == null ? reviewFlow.fitting() : asked;
        FlowCounts counts = reviewFlow.counts(template);
        return new Flow(counts, template, FlowDiagram.of(counts, template), template.warnings(counts));
    }

    /** Writes the diagram in the format that the file's ending names. */
    void export(Path target) {
        Flow now = flow.get();
        if (now != null) {
            jobs.run(texts.get("flow.exporting"), p -> {
                FlowExport.write(now.counts(), now.template(), target);
                return target;
            });
        }
    }

    void refresh(Changes changes) {
        if (visible
                && changes.touch(
                        Kind.RECORDS,
                        Kind.SOURCES,
                        Kind.DUPLICATES,
                        Kind.DECISIONS,
                        Kind.RETRIEVAL,
                        Kind.CRITERIA,
                        Kind.REPORT,
                        Kind.REVIEW)) {
            load();
        }
    }
}
