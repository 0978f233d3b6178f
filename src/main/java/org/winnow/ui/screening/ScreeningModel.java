package org.winnow.ui.screening;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Criterion;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.model.Suggestion;
import org.winnow.model.Verdict;
import org.winnow.screening.ReadingPace;
import org.winnow.screening.Screening;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.ui.kit.Deciding;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.RecordList;
import org.winnow.ui.kit.RecordWalk;
import org.winnow.ui.kit.Texts;

/** The screening room at one stage, for one reviewer: properties out, commands in. */
public final class ScreeningModel implements Deciding {
    private final Review review;
    private final Screening screening;
    private final Jobs jobs;
    private final Stage stage;
    private final Reviewer reviewer;
    private final CardLoader cards;
    private final CardEdits edits;
    private final RecordList list;
    private final RecordWalk<Card> walk;
    private final StageCounts counts;
    private final Bulk bulk;
    private final LikelyFirst likely;

    private final Filters filters = new Filters();
    private final ReadingPace pace = new ReadingPace();
    private final ReadOnlyObjectWrapper<@Nullable Card> card = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Surroundings> surroundings = new ReadOnlyObjectWrapper<>(Surroundings.NONE);
    /** Whether the first record of the next order is shown, whatever is in front. */
    private boolean fromTheTop;

    public ScreeningModel(Review review, Jobs jobs, Texts texts, Stage stage, Reviewer reviewer, Ranks ranks) {
        this.review = review;
        this.screening = new Screening(review);
        this.jobs = jobs;
        this.stage = stage;
        this.reviewer = reviewer;
        this.cards = new CardLoader(review, stage, reviewer);
        this.edits = new CardEdits(review, jobs, cards, reviewer, card);
        this.list = new RecordList(
                "records-" + stage.key(), jobs, ids -> review.records().rows(ids, reviewer.id(), stage));
        this.bulk = new Bulk(review, jobs, texts, stage, reviewer, list);
        this.counts = new StageCounts(review, jobs, stage, reviewer);
        this.likely = new LikelyFirst(ranks, jobs, stage.key(), texts.get("screening.ranking"), list);
        this.walk = new RecordWalk<>(stage.key(), jobs, list, new Room());
        filters.orderProperty().subscribe(() -> fromTheTop = true);
        filters.subscribe(walk::read);
    }

    private final class Room implements RecordWalk.Room<Card> {
        @Override
        public Jobs.Work<long[]> listed() {
            RecordQuery query = filters.query(stage, reviewer.id());
            boolean ranked = byRank();
            return p -> {
                long[] ids = review.records().ids(review.team().mine(query, reviewer.id()));
                return ranked ? likely.sorted(ids) : ids;
            };
        }

        @Override
        public Card load(RecordId record) {
            return cards.load(record);
        }

        @Override
        public void came(@Nullable Card now) {
            likely.inFront(byRank() && now != null && now.mine() == null ? now.id() : null);
            card.set(now);
            int following = walk.positionProperty().get() + 1;
            if (following > 0 && following < list.ids().size()) {
                RecordId ahead = list.ids().get(following);
                jobs.latest("ahead-" + stage.key(), p -> {
                    cards.prefetch(ahead);
                    return null;
                });
            }
        }

        @Override
        public @Nullable RecordId inFront() {
            Card now = card.get();
            return now == null ? null : now.id();
        }

        @Override
        public void read() {
            rank();
        }
    }

    @Override
    public Stage stage() {
        return stage;
    }

    Reviewer reviewer() {
        return reviewer;
    }

    RecordList list() {
        return list;
    }

    Filters filters() {
        return filters;
    }

    /** The way through the list. */
    RecordWalk<Card> walk() {
        return walk;
    }

    ReadOnlyObjectProperty<@Nullable Card> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** What is written beside the verdict. */
    CardEdits edits() {
        return edits;
    }

    /** Deciding on all of the list at once. */
    Bulk bulk() {
        return bulk;
    }

    StageCounts counts() {
        return counts;
    }

    /** How fast the reviewer has been deciding as of late. */
    ReadingPace pace() {
        return pace;
    }

    /** Why the record in front has its place in the order, or null where it has it for another reason. */
    ReadOnlyObjectProperty<LikelyFirst.@Nullable Why> whyProperty() {
        return likely.whyProperty();
    }

    ReadOnlyObjectProperty<Surroundings> surroundingsProperty() {
        return surroundings.getReadOnlyProperty();
    }

    /** Whether verdicts given now settle conflicts for everybody. */
    boolean settling() {
        return filters.showProperty().get() == Show.CONFLICTS
                && surroundings.get().maySettle();
    }

    /** Reads everything again and stays at the record that is shown, where the list still has it. */
    public void reload() {
        loadSurroundings();
        counts.load();
        walk.read();
    }

    /** The review has been opened: counts what is to be done, and goes on in the order of last time. */
    void opened() {
        counts.load();
        jobs.latest("order-" + stage.key(), p -> likely.inUse()).then(inUse -> {
            if (inUse) {
                filters.orderProperty().set(ListOrder.LIKELY);
            }
        });
    }

    private boolean byRank() {
        return filters.orderProperty().get() == ListOrder.LIKELY;
    }

    /** Has the order computed anew; what was read and the record in front stay where they are. */
    private void rank() {
        if (byRank()) {
            likely.renew(this::staying, () -> {
                if (fromTheTop) {
                    fromTheTop = false;
                    walk.go(0);
                }
            });
        }
    }

    /** The last place of the list that a new order leaves alone: a decision that is being written leads one further. */
    private int staying() {
        return fromTheTop ? -1 : walk.positionProperty().get() + (walk.writing() ? 1 : 0);
    }

    /** Brings a record to the front, whatever the filters leave of the list now. */
    void open(RecordId id) {
        if (list.positionOf(id) < 0) {
            filters.clear();
        }
        returnTo(id);
    }

    /**
     * Goes to the record that somebody names: by its place in the list, by {@code #} and its number, by DOI or PubMed id.
     *
     * @param there when it is in front
     * @param complaint hears the key of the text that says why it is not
     */
    void jump(String to, Runnable there, Consumer<String> complaint) {
        if (to.matches("\\d{1,9}")
                && Integer.parseInt(to) >= 1
                && Integer.parseInt(to) <= list.ids().size()) {
            walk.go(Integer.parseInt(to) - 1);
            there.run();
        } else if (!to.isEmpty()) {
            jobs.latest("jump-" + stage.key(), p -> Found.by(to, review, stage)).then(found -> {
                if (found.record() == null) {
                    complaint.accept(found.complaint());
                } else {
                    open(found.record());
                    there.run();
                }
            });
        }
    }

    /** Goes back to a record after an undo; where the list lacks it, the undo may have brought it back to the list. */
    public void returnTo(RecordId id) {
        cards.forget();
        walk.returnTo(id);
    }

    @Override
    public void include() {
        decide(Verdict.INCLUDE, null);
    }

    @Override
    public void maybe() {
        decide(Verdict.MAYBE, null);
    }

    @Override
    public void exclude(@Nullable CriterionId reason) {
        decide(Verdict.EXCLUDE, reason);
    }

    @Override
    public boolean reasonIsOptional() {
        return stage == Stage.TITLE_ABSTRACT;
    }

    @Override
    public List<Criterion> reasons() {
        return surroundings.get().reasons();
    }

    private void decide(Verdict verdict, @Nullable CriterionId reason) {
        boolean settles = settling();
        Card now = card.get();
        Suggestion broughtUpBy = now == null ? null : likely.suggestion(now.id());
        fromTheTop = false;
        pace.decided(Instant.now());
        writeAndGoOn(id -> {
            if (settles) {
                screening.resolve(id, stage, reviewer.id(), verdict, reason);
            } else {
                screening.decide(id, stage, reviewer.id(), verdict, reason, broughtUpBy);
            }
        });
    }

    @Override
    public void withdraw() {
        Card now = card.get();
        if (now != null && now.mine() != null) {
            edits.write(id -> screening.withdraw(id, stage, reviewer.id()));
        }
    }

    @Override
    public void notRetrieved() {
        writeAndGoOn(id -> screening.mark(id, reviewer.id(), Retrieval.NOT_RETRIEVED));
    }

    private void writeAndGoOn(Consumer<RecordId> write) {
        walk.writeAndGoOn(
                (id, progress) -> {
                    write.accept(id);
                    cards.forget(id);
                },
                this::reload);
    }

    /** The review has changed: brings up to date what is concerned, leaving the list in its order. */
    void refresh(Changes changes) {
        if (changes.touch(Kind.RECORDS, Kind.DUPLICATES, Kind.SOURCES, Kind.REVIEW, Kind.TEAM)) {
            cards.forget();
            likely.forget();
            reload();
            return;
        }
        if (changes.touch(Kind.REPORT)) {
            likely.reconsider();
            rank();
        }
        if (changes.touch(Kind.CRITERIA, Kind.KEYWORDS, Kind.TAGS)) {
            loadSurroundings();
            counts.loadWhenTheKeysRest();
        }
        if (changes.touch(Kind.DECISIONS, Kind.RETRIEVAL)) {
            RecordId focus = changes.focus();
            if (focus == null) {
                cards.forget();
                reload();
            } else {
                list.forget(focus);
                counts.loadWhenTheKeysRest();
                rank();
            }
        }
    }

    private void loadSurroundings() {
        jobs.latest("surroundings-" + stage.key(), p -> Surroundings.of(review, reviewer, stage))
                .then(surroundings::set);
    }
}
