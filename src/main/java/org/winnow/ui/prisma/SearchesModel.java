package org.winnow.ui.prisma;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.winnow.prisma.MethodsText;
import org.winnow.prisma.ReportFile;
import org.winnow.prisma.SearchAppendix;
import org.winnow.prisma.SearchRecord;
import org.winnow.prisma.SearchRecord.Field;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.ScreenModel;
import org.winnow.ui.kit.Texts;

/** How every source was searched: properties out, commands in. */
public final class SearchesModel implements ScreenModel {
    private final Review review;
    private final ReportDesk desk;
    private final Jobs jobs;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<List<SearchRecord>> searches = new ReadOnlyObjectWrapper<>(List.of());
    private boolean visible;

    public SearchesModel(Review review, ReportDesk desk, Jobs jobs, Texts texts) {
        this.review = review;
        this.desk = desk;
        this.jobs = jobs;
        this.texts = texts;
    }

    ReadOnlyObjectProperty<List<SearchRecord>> searchesProperty() {
        return searches.getReadOnlyProperty();
    }

    @Override
    public void show(boolean now) {
        visible = now;
        if (now) {
            load();
        }
    }

    private void load() {
        jobs.latest("searches", p -> SearchRecord.all(review)).then(searches::set);
    }

    /** Keeps what is different from what was written down before, as one step. */
    void keep(SearchRecord search, Map<Field, String> words) {
        List<Op<Void>> ops = new ArrayList<>();
        words.forEach((field, now) -> {
            if (!now.strip().equals(search.said(field))) {
                ops.add(search.say(field, now));
            }
        });
        if (!ops.isEmpty()) {
            jobs.inOrder(p -> review.write(Op.together("search", ops)));
        }
    }

    void exportAppendix(Path target) {
        jobs.run(texts.get("searches.exporting"), p -> {
            ReportFile.write(SearchAppendix.of(SearchRecord.all(review)), target);
            return target;
        });
    }

    void exportMethods(Path target) {
        Locale language = texts.locale();
        jobs.run(texts.get("searches.exporting"), p -> {
            ReportFile.write(MethodsText.of(desk.facts(), language), target);
            return target;
        });
    }

    @Override
    public void refresh(Changes changes) {
        if (visible && changes.touch(Kind.REPORT, Kind.SOURCES, Kind.RECORDS)) {
            load();
        }
    }
}
