package org.winnow.ui.prisma;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.prisma.Checklist;
import org.winnow.prisma.ChecklistExport;
import org.winnow.prisma.FilledChecklist;
import org.winnow.prisma.FilledChecklist.Line;
import org.winnow.prisma.FilledChecklist.Status;
import org.winnow.prisma.Manuscript;
import org.winnow.prisma.OfficialForm;
import org.winnow.prisma.Proposals;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.ScreenModel;
import org.winnow.ui.kit.Texts;

/** A reporting checklist of the open review: properties out, commands in. */
public final class ChecklistModel implements ScreenModel {
    private final Review review;
    private final ReportDesk desk;
    private final Jobs jobs;
    private final Texts texts;
    private final ObjectProperty<String> kind = new SimpleObjectProperty<>(Checklist.KINDS.getFirst());
    private final ReadOnlyObjectWrapper<@Nullable FilledChecklist> filled = new ReadOnlyObjectWrapper<>();
    private @Nullable Manuscript manuscript;
    private boolean visible;

    public ChecklistModel(Review review, ReportDesk desk, Jobs jobs, Texts texts) {
        this.review = review;
        this.desk = desk;
        this.jobs = jobs;
        this.texts = texts;
        kind.subscribe((was, is) -> load());
    }

    ObjectProperty<String> kindProperty() {
        return kind;
    }

    ReadOnlyObjectProperty<@Nullable FilledChecklist> filledProperty() {
        return filled.getReadOnlyProperty();
    }

    @Override
    public void show(boolean now) {
        visible = now;
        if (now) {
            load();
        }
    }

    private void load() {
        String asked = kind.get();
        Manuscript paper = manuscript;
        jobs.latest("checklist", p -> {
                    FilledChecklist now =
                            FilledChecklist.of(review, Checklist.of(asked).orElseThrow(), desk.facts());
                    return paper == null ? now : Proposals.located(now, paper);
                })
                .then(filled::set);
    }

    /** Keeps an answer; null takes it back. */
    void answer(Line line, @Nullable Status status, String text, String location) {
        FilledChecklist now = filled.get();
        if (now != null) {
            jobs.inOrder(p -> review.write(FilledChecklist.answer(now.list(), line.item(), status, text, location)));
        }
    }

    /** Reads a manuscript and proposes where the items are reported. */
    void read(Path file) {
        jobs.run(texts.get("checklist.reading"), p -> Manuscript.read(file)).then(read -> {
            manuscript = read;
            load();
        });
    }

    void export(Path target) {
        FilledChecklist now = filled.get();
        if (now != null) {
            jobs.run(texts.get("checklist.exporting"), p -> {
                ChecklistExport.write(now, target);
                return target;
            });
        }
    }

    /** Fills in a copy of the official form. */
    void fill(Path form, Path target) {
        FilledChecklist now = filled.get();
        if (now != null) {
            jobs.run(texts.get("checklist.exporting"), p -> OfficialForm.fill(now, form, target));
        }
    }

    @Override
    public void refresh(Changes changes) {
        if (visible
                && changes.touch(
                        Kind.REPORT,
                        Kind.RECORDS,
                        Kind.SOURCES,
                        Kind.DUPLICATES,
                        Kind.DECISIONS,
                        Kind.RETRIEVAL,
                        Kind.CRITERIA,
                        Kind.REVIEW)) {
            load();
        }
    }
}
