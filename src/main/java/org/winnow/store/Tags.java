package org.winnow.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.Tag;
import org.winnow.model.TagColour;
import org.winnow.model.TagId;
import org.winnow.store.Changes.Kind;

/** Tags, and who put which on what. */
public final class Tags {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String SELECT = "SELECT t.id, t.name, t.colour, t.letter FROM tag t";

    private final Review review;

    Tags(Review review) {
        this.review = review;
    }

    /** The tags in use, by name. Where two came to the same letter in different files, the first has it. */
    public List<Tag> all() {
        return review.read(Tags::all);
    }

    private static List<Tag> all(Handle handle) {
        Set<String> letters = new HashSet<>();
        return handle.createQuery(SELECT + " WHERE t.retired = 0 ORDER BY t.name").map((rs, ctx) -> tag(rs)).stream()
                .map(t -> letters.add(t.letter()) ? t : new Tag(t.id(), t.name(), t.colour(), ""))
                .toList();
    }

    /** The tags that a reviewer has put on a record. */
    public List<Tag> on(RecordId record, ReviewerId reviewer) {
        return review.read(handle -> handle.createQuery(SELECT + """
                         JOIN current_tag c ON c.tag_id = t.id
                        WHERE c.record_id = :record AND c.reviewer_id = :reviewer ORDER BY t.name
                        """)
                .bind("record", record.value())
                .bind("reviewer", reviewer.value())
                .map((rs, ctx) -> tag(rs))
                .list());
    }

    private static Tag tag(ResultSet rs) throws SQLException {
        String name = rs.getString("name");
        return new Tag(
                new TagId(rs.getLong("id")),
                name,
                TagColour.of(rs.getString("colour"))
                        .orElseGet(() -> TagColour.values()[
                                Math.floorMod(name.toLowerCase(Locale.ROOT).hashCode(), TagColour.values().length)]),
                rs.getString("letter"));
    }

    /** Gives a tag its colour and letter; whichever tag had the letter before has none then. */
    public static Op<Void> look(Tag tag) {
        return Op.of(
                "tag-look",
                tx -> {
                    tx.handle()
                            .execute(
                                    "UPDATE tag SET letter = '', at = ? WHERE letter = ? AND letter <> '' AND id <> ?",
                                    tx.now(),
                                    tag.letter(),
                                    tag.id().value());
                    tx.handle()
                            .execute(
                                    "UPDATE tag SET colour = ?, letter = ?, at = ? WHERE id = ?",
                                    tag.colour().key(),
                                    tag.letter(),
                                    tx.now(),
                                    tag.id().value());
                    return null;
                },
                Kind.TAGS);
    }

    /** Takes a tag off the list of those on offer; records that carry it keep it. */
    public static Op<Void> retire(TagId id) {
        return Op.of(
                "tag-look",
                tx -> {
                    tx.handle().execute("UPDATE tag SET retired = 1, at = ? WHERE id = ?", tx.now(), id.value());
                    return null;
                },
                Kind.TAGS);
    }

    /** Puts a tag on the list, as typed in before it is on any record. */
    public static Op<Void> ensure(String name) {
        return Op.of(
                "tag-look",
                tx -> {
                    idOf(tx, name);
                    return null;
                },
                Kind.TAGS);
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
                .createQuery("SELECT id FROM tag WHERE name = :name AND retired = 0")
                .bind("name", name.strip())
                .mapTo(Long.class)
                .findOne()
                .orElseGet(() -> added(tx, name.strip()));
    }

    /** A new tag gets the colour that is used least and a letter of its name that is free, else any that is. */
    private static long added(Tx tx, String name) {
        List<Tag> known = all(tx.handle());
        Set<String> taken = known.stream().map(Tag::letter).collect(Collectors.toSet());
        String letter = (name.toUpperCase(Locale.ROOT) + LETTERS)
                .chars()
                .mapToObj(Character::toString)
                .filter(c -> LETTERS.contains(c) && !taken.contains(c))
                .findFirst()
                .orElse("");
        return tx.handle()
                .createQuery("""
                        INSERT INTO tag (uuid, name, colour, letter, at) VALUES (:uuid, :name, :colour, :letter, :now)
                        ON CONFLICT (name) DO UPDATE SET at = excluded.at, retired = 0
                        RETURNING id
                        """)
                .bind("uuid", tx.newUuid())
                .bind("name", name)
                .bind(
                        "colour",
                        TagColour.leastOf(known.stream().map(Tag::colour).toList())
                                .key())
                .bind("letter", letter)
                .bind("now", tx.now())
                .mapTo(Long.class)
                .one();
    }
}
