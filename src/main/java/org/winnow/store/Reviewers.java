package org.winnow.store;

import java.util.List;
import java.util.Optional;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.model.UserException;
import org.winnow.store.Changes.Kind;

/** The people who decide. Who has once joined stays in the file. */
public final class Reviewers {
    private final Review review;

    Reviewers(Review review) {
        this.review = review;
    }

    public List<Reviewer> all() {
        return review.read(handle -> handle.createQuery("SELECT id, name FROM reviewer ORDER BY id")
                .map((rs, ctx) -> new Reviewer(new ReviewerId(rs.getLong("id")), rs.getString("name")))
                .list());
    }

    public Optional<Reviewer> named(String name) {
        return all().stream()
                .filter(r -> r.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** Finds the reviewer of that name (case does not matter), or lets a new one join. */
    public static Op<Reviewer> join(String name) {
        return Op.of("join", tx -> new Reviewer(idOf(tx, name), name.strip()), Kind.REVIEWERS);
    }

    static ReviewerId idOf(Tx tx, String name) {
        String plain = name.strip();
        if (plain.isEmpty()) {
            throw new UserException("A reviewer needs a name.");
        }
        tx.handle()
                .createUpdate("""
                        INSERT INTO reviewer (uuid, name, created_at) VALUES (:uuid, :name, :now)
                        ON CONFLICT (name) DO NOTHING
                        """)
                .bind("uuid", tx.newUuid())
                .bind("name", plain)
                .bind("now", tx.now())
                .execute();
        return tx.handle()
                .createQuery("SELECT id FROM reviewer WHERE name = :name")
                .bind("name", plain)
                .map((rs, ctx) -> new ReviewerId(rs.getLong("id")))
                .one();
    }
}
