package org.winnow.store;

import java.util.List;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.Tag;
import org.winnow.model.TagId;
import org.winnow.store.Changes.Kind;

/** Tags, and who put which on what. */
public final class Tags {
    private final Review review;

    Tags(Review review) {
        this.review = review;
    }

    public List<Tag> all() {
        return review.read(handle -> handle.createQuery("SELECT id, name FROM tag WHERE retired = 0 ORDER BY name")
                .map((rs, ctx) -> new Tag(new TagId(rs.getLong("id")), rs.getString("name")))
                .list());
    }

    /** The tags that a reviewer has put on a record. */
    public List<Tag> on(RecordId record, ReviewerId reviewer) {
        return review.read(handle -> handle.createQuery("""
                        SELECT t.id, t.name FROM current_tag c JOIN tag t ON t.id = c.tag_id
                        WHERE c.record_id = :record AND c.reviewer_id = :reviewer ORDER BY t.name
                        """)
                .bind("record", record.value())
                .bind("reviewer", reviewer.value())
                .map((rs, ctx) -> new Tag(new TagId(rs.getLong("id")), rs.getString("name")))
                .list());
    }

    /** Puts a tag on a record, making the tag if there is none of that name. */
    public static Op<Void> put(RecordId record, ReviewerId reviewer, String name) {
        return tagging("tag", record, reviewer, name, true);
    }

    public static Op<Void> takeOff(RecordId record, ReviewerId reviewer, String name) {
        return tagging("untag", record, reviewer, name, false);
    }

    private static Op<Void> tagging(String op, RecordId record, ReviewerId reviewer, String name, boolean present) {
        return Op.<Void>of(
                        op,
                        tx -> {
                            tx.handle()
                                    .createUpdate("""
                                            INSERT INTO tagging (uuid, record_id, tag_id, reviewer_id, present, at)
                                            VALUES (:uuid, :record, :tag, :reviewer, :present, :now)
                                            """)
                                    .bind("uuid", tx.newUuid())
                                    .bind("record", record.value())
                                    .bind("tag", idOf(tx, name))
                                    .bind("reviewer", reviewer.value())
                                    .bind("present", present)
                                    .bind("now", tx.now())
                                    .execute();
                            return null;
                        },
                        Kind.TAGS)
                .about(record)
                .by(reviewer);
    }

    static long idOf(Tx tx, String name) {
        return tx.handle()
                .createQuery("""
                        INSERT INTO tag (uuid, name, at) VALUES (:uuid, :name, :now)
                        ON CONFLICT (name) DO UPDATE SET
                            at = CASE WHEN retired = 1 THEN excluded.at ELSE at END, retired = 0
                        RETURNING id
                        """)
                .bind("uuid", tx.newUuid())
                .bind("name", name.strip())
                .bind("now", tx.now())
                .mapTo(Long.class)
                .one();
    }
}
