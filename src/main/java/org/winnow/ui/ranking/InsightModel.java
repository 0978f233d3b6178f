package org.winnow.ui.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.KeptEmbedding;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.ranking.Directions;
import org.winnow.ranking.Document;
import org.winnow.ranking.Labels;
import org.winnow.ranking.Models;
import org.winnow.ranking.Plan;
import org.winnow.ranking.StageRecords;
import org.winnow.ranking.insight.Alike;
import org.winnow.ranking.insight.RecordMap;
import org.winnow.ranking.insight.SecondLook;
import org.winnow.ranking.insight.TellingTerms;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Keywords;
import org.winnow.store.Keywords.Keyword;
import org.winnow.store.Keywords.Leaning;
import org.winnow.store.RecordRow;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.ScreenModel;
import org.winnow.ui.kit.Texts;
import org.winnow.work.Progress;

/** What verdicts and meanings show beyond an order, of titles and abstracts: properties out, commands in. */
public final class InsightModel implements ScreenModel {
    /** The parts of the screen. */
    enum Part {
        TERMS,
        VERDICTS,
        ALIKE,
        MAP;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A term, and whether the room highlights it already. */
    record Line(TellingTerms.Term term, boolean highlighted) {}

    /** What tells includes from excludes. */
    record Terms(int includes, int excludes, List<Line> lines) {}

    /** A verdict to be looked at again. */
    record Doubt(RecordRow row, boolean relevant, double certainty) {}

    /** @param possible whether there are verdicts enough of both kinds */
    record Doubts(boolean possible, List<Doubt> lines) {}

    /** Two records that mean nearly the same. */
    record Pair(RecordRow first, RecordRow second, float likeness) {}

    /** The map with what is needed to draw and open its records. */
    record Drawn(RecordMap map, StageRecords records, Labels labels) {}

    private static final int SHOWN = 60;
    private static final int FEWEST_GROUPS = 3;
    private static final int MOST_GROUPS = 12;
    private static final int RECORDS_A_GROUP = 40;

    private final Review review;
    private final Jobs jobs;
    private final Texts texts;
    private final Reviewer reviewer;
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.TERMS);
    private final ReadOnlyObjectWrapper<@Nullable Terms> terms = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Doubts> doubts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable List<Pair>> alike = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Drawn> map = new ReadOnlyObjectWrapper<>();
    private final Set<Part> current = EnumSet.noneOf(Part.class);
    private boolean visible;

    public InsightModel(Review review, Jobs jobs, Texts texts, Reviewer reviewer) {
        this.review = review;
        this.jobs = jobs;
        this.texts = texts;
        this.reviewer = reviewer;
        part.subscribe(p -> load());
    }

    ObjectProperty<Part> partProperty() {
        return part;
    }

    ReadOnlyObjectProperty<@Nullable Terms> termsProperty() {
        return terms.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Doubts> doubtsProperty() {
        return doubts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable List<Pair>> alikeProperty() {
        return alike.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Drawn> mapProperty() {
        return map.getReadOnlyProperty();
    }

    @Override
    public void show(boolean now) {
        visible = now;
        load();
    }

    /** What has changed since is worked out anew when somebody comes to look. */
    @Override
    public void refresh(Changes changes) {
        if (changes.touch(Kind.RECORDS, Kind.DUPLICATES, Kind.SOURCES, Kind.DECISIONS, Kind.REPORT)) {
            current.clear();
        } else if (changes.touch(Kind.KEYWORDS)) {
            current.remove(Part.TERMS);
        } else {
            return;
        }
        if (part.get() == Part.TERMS) {
            load();
        }
    }

    private void load() {
        Part wanted = part.get();
        if (!visible || !current.add(wanted)) {
            return;
        }
        switch (wanted) {
            case TERMS -> jobs.latest("insight-terms", this::terms).then(terms::set);
            case VERDICTS -> run(wanted, this::doubts, doubts);
            case ALIKE -> run(wanted, this::alike, alike);
            case MAP -> run(wanted, this::drawn, map);
        }
    }

    private <T> void run(Part wanted, Jobs.Work<T> work, ReadOnlyObjectWrapper<@Nullable T> result) {
        boolean[] came = {false};
        jobs.run(texts.get("insight.working." + wanted.key()), work)
                .then(now -> {
                    came[0] = true;
                    result.set(now);
                })
                .atEnd(() -> {
                    if (!came[0]) {
                        current.remove(wanted);
                    }
                });
    }

    private @Nullable ReviewerId learntFrom(Plan plan) {
        return plan.settled() ? null : reviewer.id();
    }

    private Terms terms(Progress progress) {
        StageRecords records = StageRecords.of(review, Stage.TITLE_ABSTRACT, progress);
        Labels labels = records.labels(review, learntFrom(Plan.of(review)));
        Set<Keyword> known = new HashSet<>(review.keywords().all());
        List<Line> lines = new ArrayList<>();
        int[] shown = new int[2];
        if (labels.bothKinds()) {
            for (TellingTerms.Term term : TellingTerms.of(
                    records.documents(), labels::relevant, i -> labels.known(i) && !labels.relevant(i), progress)) {
                if (shown[term.z() > 0 ? 0 : 1]++ < SHOWN) {
                    lines.add(new Line(term, known.contains(keyword(term))));
                }
            }
        }
        return new Terms(labels.relevantCount(), labels.irrelevantCount(), lines);
    }

    private static Keyword keyword(TellingTerms.Term term) {
        return new Keyword(term.words(), term.z() > 0 ? Leaning.INCLUDE : Leaning.EXCLUDE);
    }

    /** Has the room highlight a term from now on. */
    void highlight(TellingTerms.Term term) {
        jobs.inOrder(p -> {
            review.write(Keywords.add(keyword(term)));
            return true;
        });
    }

    private Doubts doubts(Progress progress) {
        Plan plan = Plan.of(review);
        StageRecords records = StageRecords.of(review, Stage.TITLE_ABSTRACT, progress);
        Labels labels = records.labels(review, learntFrom(plan));
        if (!SecondLook.possible(labels)) {
            return new Doubts(false, List.of());
        }
        List<SecondLook.Doubt> found = SecondLook.of(
                plan.model().prepare(records.documents(), embedding(), progress).ranker(),
                labels,
                plan.seed(),
                progress);
        List<SecondLook.Doubt> shown = found.subList(0, Math.min(SHOWN, found.size()));
        Map<RecordId, RecordRow> rows =
                rows(shown.stream().map(d -> id(records, d.record())).toList());
        return new Doubts(
                true,
                shown.stream()
                        .map(d -> new Doubt(rows.get(id(records, d.record())), d.relevant(), d.certainty()))
                        .toList());
    }

    private List<Pair> alike(Progress progress) {
        StageRecords records = StageRecords.of(review, Stage.TITLE_ABSTRACT, progress);
        List<Alike.Pair> found = Alike.of(directions(records, progress), progress);
        Set<RecordId> both = new HashSet<>();
        for (Alike.Pair pair : found) {
            both.add(id(records, pair.a()));
            both.add(id(records, pair.b()));
        }
        Map<RecordId, RecordRow> rows = rows(both);
        return found.stream()
                .map(p -> new Pair(rows.get(id(records, p.a())), rows.get(id(records, p.b())), p.likeness()))
                .toList();
    }

    private Drawn drawn(Progress progress) {
        Plan plan = Plan.of(review);
        StageRecords records = StageRecords.of(review, Stage.TITLE_ABSTRACT, progress);
        int groups = Math.clamp(records.size() / RECORDS_A_GROUP, FEWEST_GROUPS, MOST_GROUPS);
        return new Drawn(
                RecordMap.of(records.documents(), directions(records, progress), groups, plan.seed(), progress),
                records,
                records.labels(review, learntFrom(plan)));
    }

    private float[][] directions(StageRecords records, Progress progress) {
        List<String> sentences =
                records.documents().stream().map(Document::sentence).toList();
        float[][] directions = Directions.of(embedding().of(sentences, progress), 1);
        for (int i = 0; i < directions.length; i++) {
            if (records.documents().get(i).text().isBlank()) {
                // Records without a word would all be alike.
                Arrays.fill(directions[i], 0);
            }
        }
        return directions;
    }

    private Embedding embedding() {
        return new KeptEmbedding(review, Models.network());
    }

    private static RecordId id(StageRecords records, int position) {
        return new RecordId(records.ids()[position]);
    }

    private Map<RecordId, RecordRow> rows(Collection<RecordId> ids) {
        Map<RecordId, RecordRow> rows = new HashMap<>();
        review.records().rows(ids, reviewer.id(), Stage.TITLE_ABSTRACT).forEach(row -> rows.put(row.id(), row));
        return rows;
    }
}
