package org.winnow.ui.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Criterion;
import org.winnow.model.CriterionId;
import org.winnow.model.Reviewer;
import org.winnow.model.Tag;
import org.winnow.ranking.Plan;
import org.winnow.screening.advice.ReportTexts;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Criteria;
import org.winnow.store.Keywords;
import org.winnow.store.Keywords.Keyword;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.ReviewInfo;
import org.winnow.store.Setup;
import org.winnow.store.Tags;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.ScreenModel;
import org.winnow.ui.kit.Texts;

/** The review's own rules: properties out, commands in. */
public final class SetupModel implements ScreenModel {
    /**
     * What the review says of itself.
     *
     * @param mayRule whether the person at the screen may change how many decide on each record
     */
    record Rules(
            ReviewInfo info,
            List<Criterion> reasons,
            List<Tag> tags,
            List<Keyword> keywords,
            List<Reviewer> reviewers,
            Plan plan,
            boolean mayRule) {}

    private final Review review;
    private final Jobs jobs;
    private final Reviewer reviewer;
    private final AgainModel again;
    private final AdviceSetup advice;
    private final ReadOnlyObjectWrapper<@Nullable Rules> rules = new ReadOnlyObjectWrapper<>();

    /** @param reports what a language model is given of full texts */
    public SetupModel(Review review, Jobs jobs, Texts texts, Reviewer reviewer, ReportTexts reports) {
        this.again = new AgainModel(review, jobs, texts, reviewer);
        this.advice = new AdviceSetup(review, jobs, texts, reviewer, reports);
        this.review = review;
        this.jobs = jobs;
        this.reviewer = reviewer;
    }

    ReadOnlyObjectProperty<@Nullable Rules> rulesProperty() {
        return rules.getReadOnlyProperty();
    }

    AgainModel again() {
        return again;
    }

    AdviceSetup advice() {
        return advice;
    }

    @Override
    public void show(boolean now) {
        if (now) {
            load();
        }
    }

    void load() {
        again.load();
        advice.load();
        jobs.latest(
                        "rules",
                        p -> new Rules(
                                review.setup().info(),
                                review.criteria().all(),
                                review.tags().all(),
                                review.keywords().all(),
                                review.reviewers().all(),
                                Plan.of(review),
                                review.team().rights().mayRule(reviewer.id())))
                .then(rules::set);
    }

    void rename(String title) {
        Rules now = rules.get();
        if (now != null && !title.isBlank() && !title.equals(now.info().title())) {
            write(Setup.rename(title.strip()));
        }
    }

    void screenersPerRecord(int screeners) {
        Rules now = rules.get();
        if (now != null && screeners != now.info().screenersPerRecord()) {
            write(Setup.screenersPerRecord(screeners, reviewer.id()));
        }
    }

    boolean knowsReason(String label) {
        Rules now = rules.get();
        return now != null && now.reasons().stream().anyMatch(r -> r.label().equalsIgnoreCase(label.strip()));
    }

    boolean knowsKeyword(String term, Keywords.Leaning leaning) {
        Rules now = rules.get();
        return now != null
                && now.keywords().stream()
                        .anyMatch(k -> k.leaning() == leaning && k.term().equalsIgnoreCase(term.strip()));
    }

    void addReason(String label) {
        if (!label.isBlank()) {
            jobs.inOrder(p -> review.write(Criteria.ensure(label))).then(id -> again.added(label.strip()));
        }
    }

    void retire(Criterion criterion) {
        jobs.inOrder(p -> review.write(Criteria.retire(criterion.id()))).then(done -> again.retired(criterion.label()));
    }

    /** Moves a reason up or down in the order, by one. */
    void move(Criterion criterion, int by) {
        Rules now = rules.get();
        if (now == null) {
            return;
        }
        List<CriterionId> order =
                new ArrayList<>(now.reasons().stream().map(Criterion::id).toList());
        int from = order.indexOf(criterion.id());
        int to = from + by;
        if (from >= 0 && to >= 0 && to < order.size()) {
            order.add(to, order.remove(from));
            Criterion other = now.reasons().get(to);
            jobs.inOrder(p -> review.write(Criteria.reorder(order)))
                    .then(done -> again.movedBefore(
                            (by < 0 ? criterion : other).label(), (by < 0 ? other : criterion).label()));
        }
    }

    boolean knowsTag(String name) {
        Rules now = rules.get();
        return now != null && now.tags().stream().anyMatch(t -> t.name().equalsIgnoreCase(name.strip()));
    }

    void addTag(String name) {
        if (!name.isBlank()) {
            write(Tags.ensure(name));
        }
    }

    void look(Tag tag) {
        write(Tags.look(tag));
    }

    void retire(Tag tag) {
        write(Tags.retire(tag.id()));
    }

    void addKeyword(String term, Keywords.Leaning leaning) {
        if (!term.isBlank()) {
            write(Keywords.add(new Keyword(term.strip(), leaning)));
        }
    }

    void remove(Keyword keyword) {
        write(Keywords.remove(keyword));
    }

    /** Changes how records are ranked. */
    void plan(UnaryOperator<Plan> change) {
        Rules now = rules.get();
        if (now != null && !change.apply(now.plan()).equals(now.plan())) {
            // From what is stated by then: two fields may be changed before the first is on the disk.
            jobs.inOrder(p -> {
                Plan before = Plan.of(review);
                return review.write(change.apply(before).instead(before));
            });
        }
    }

    private void write(Op<?> op) {
        jobs.inOrder(p -> review.write(op));
    }

    @Override
    public void refresh(Changes changes) {
        if (changes.touch(Kind.REVIEW, Kind.CRITERIA, Kind.TAGS, Kind.KEYWORDS, Kind.REVIEWERS, Kind.REPORT)) {
            load();
        }
    }
}
