package org.winnow.store;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Departures.RowSink;
import org.winnow.store.Departures.Scope;
import org.winnow.store.Merged.Count;

/** Parts of a review that leave for another file of it, and come back. */
public final class Sessions {
    /** Gives the rows of each part that came in, in the order of the parts. */
    public interface Rows {
        void each(Travelling part, RowSink sink);
    }

    /** The topic under which a session remembers for whom it was packed; it stays in its file. */
    static final String FOR = "session";

    /** SQL condition that always holds. */
    private static final String EVERY = "true";

    private static final EnumSet<Kind> EVERYTHING = EnumSet.allOf(Kind.class);

    private final Review review;

    Sessions(Review review) {
        this.review = review;
    }

    /** What falls in the scope, to be read part by part. */
    public Departures departures(Scope scope) {
        return new Departures(review, scope);
    }

    /** Whether this file was opened from a session: what is in it goes back to the review that it came from. */
    public boolean isSession() {
        return review.read(handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM op WHERE name = 'open-session')")
                .mapTo(Boolean.class)
                .one());
    }

    /** Sentences about what a session tells of trails and is not so: of this file's own, or of the one that it came from. */
    public List<String> contradictions(Lineage.Told told) {
        return review.read(handle -> {
            List<String> problems = new ArrayList<>();
            if (Lineage.isCut(handle, told)) {
                problems.add(Lineage.CUT);
            }
            Lineage lineage = told.lineage();
            if (lineage != null && lineage.contradictsWhatCame(handle)) {
                problems.add("The audit trail of the file that the session was packed from is not the one that earlier"
                        + " sessions told of: a part of it was cut off or changed.");
            }
            return problems;
        });
    }

    /** Whether this session was packed for that person; one of an older program does not say for whom, and may be anybody's. */
    boolean isOf(ReviewerId person) {
        return review.read(handle -> handle.createQuery("""
                        SELECT NOT EXISTS (SELECT 1 FROM statement WHERE topic = :topic) OR EXISTS (
                            SELECT 1 FROM statement s JOIN reviewer p ON lower(p.name) = lower(s.value)
                            WHERE s.topic = :topic AND p.id = :person)
                        """)
                .bind("topic", FOR)
                .bind("person", person.value())
                .mapTo(Boolean.class)
                .one());
    }

    /** Makes a file of the review in which the rows are all there is; for {@link Review#create(java.nio.file.Path, Op,
     * java.time.Clock)}. */
    public static Op<Merged> open(ReviewInfo info, Rows rows, Lineage.Told told, String reviewer) {
        return new Op<>("open-session", EVERYTHING, null, null, tx -> {
            tx.handle()
                    .createUpdate("""
                            INSERT INTO review (id, uuid, title, screeners, created_at)
                            VALUES (1, :uuid, :title, :screeners, :at)
                            """)
                    .bind("uuid", info.uuid().toString())
                    .bind("title", info.title())
                    .bind("screeners", info.screenersPerRecord())
                    .bind("at", info.createdAt().toEpochMilli())
                    .execute();
            Merged merged = taken(tx, rows, EVERY);
            Lineage.remember(tx, told.heads());
            Statements.state("open-session", FOR, "reviewer", reviewer, "")
                    .work()
                    .in(tx);
            return merged;
        });
    }

    /**
     * Takes the rows into this file. The undo does not go back behind it. Of the conflicts that come of it those are told
     * that whoever this review is seen by may know.
     *
     * @param told of the trails of the file that they come from, and of this one
     */
    public Op<Merged> merge(Rows rows, Lineage.Told told) {
        Sight sight = review.readers.sight;
        String known = sight == null ? EVERY : sight.open("t");
        return new Op<>("merge", EVERYTHING, null, null, tx -> {
            Merged merged = taken(tx, rows, known);
            Lineage lineage = told.lineage();
            boolean other = lineage != null && lineage.contradictsWhatCame(tx);
            boolean cut = Lineage.isCut(tx.handle(), told);
            Lineage.remember(tx, told.heads());
            return merged.withHistory(other, cut);
        });
    }

    private record Place(Stage stage, RecordId record) {}

    /** @param known SQL condition: how a place {@code t} of the tally stands may be known */
    private static Merged taken(Tx tx, Rows rows, String known) {
        Set<Place> before = conflicts(tx.handle(), known);
        long disputed = disputed(tx.handle());
        long clock = tx.now();
        Map<Travelling, Count> counts = new Arrivals(tx, rows).take();
        List<Merged.Conflict> conflicts = new ArrayList<>();
        Set<Place> fresh = conflicts(tx.handle(), known);
        fresh.removeAll(before);
        fresh.forEach(p -> conflicts.add(new Merged.Conflict(p.stage(), p.record(), title(tx.handle(), p.record()))));
        return new Merged(
                counts, conflicts, Math.max(0, disputed(tx.handle()) - disputed), tx.now() - clock, false, false);
    }

    private static long disputed(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM " + Duplicates.DISPUTED)
                .mapTo(Long.class)
                .one();
    }

    private static Set<Place> conflicts(Handle handle, String known) {
        return new LinkedHashSet<>(handle.createQuery("""
                        SELECT t.stage, t.record_id FROM tally t
                        WHERE t.outcome = 'conflict' AND t.record_id NOT IN (SELECT record_id FROM duplicate) AND %s
                        ORDER BY t.stage DESC, t.record_id
                        """.formatted(known))
                .map((rs, ctx) -> new Place(Stage.of(rs.getString(1)).orElseThrow(), new RecordId(rs.getLong(2))))
                .list());
    }

    private static String title(Handle handle, RecordId record) {
        return handle.createQuery("SELECT title FROM record WHERE id = :id")
                .bind("id", record.value())
                .mapTo(String.class)
                .one();
    }
}
