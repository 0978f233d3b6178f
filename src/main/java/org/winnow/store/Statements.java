package org.winnow.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.winnow.model.ReviewerId;
import org.winnow.store.Changes.Kind;

/**
 * What people state for the report: a number that is not counted here, an answer in a checklist, how a source was
 * searched. Statements are facts: the newest about a subject is current, and an empty value takes it back.
 */
public final class Statements {
    /**
     * What is current about a subject.
     *
     * @param value never empty
     * @param note why, in the person's words; may be empty
     */
    public record Statement(String subject, String value, String note, Instant at) {}

    /**
     * The topic of questions and answers; the value is an object of JSON with what of it is blinded: {@code author} and
     * {@code by}, names of people; {@code provenance}; and {@code evidence}, a list of objects of which each names a
     * {@code record} by its UUID.
     */
    public static final String QUESTIONS = "dataset-item";

    /**
     * The topic of what a person lets be sent to language models. It holds for the file in which they said it: what a
     * colleague allowed on another computer lets nothing leave this one.
     */
    public static final String LEAVE = "language-model";

    /** Topics that neither go out with a session nor come in with one, as a list of SQL. */
    static final String STAYING = Stream.of(Team.PIN, Lineage.TOPIC, Lineage.HEAD, Sessions.FOR, LEAVE)
            .collect(Collectors.joining("', '", "('", "')"));

    private final Review review;

    Statements(Review review) {
        this.review = review;
    }

    /** What is stated on a topic, by subject, in alphabetical order. */
    public Map<String, Statement> on(String topic) {
        return review.read(handle -> on(handle, topic));
    }

    private static Map<String, Statement> on(Handle handle, String topic) {
        Map<String, Statement> bySubject = new LinkedHashMap<>();
        handle.createQuery("""
                        SELECT s.subject, s.value, s.note, s.at FROM statement s
                        WHERE s.topic = :topic AND s.value <> '' AND NOT EXISTS (
                            SELECT 1 FROM statement n WHERE n.topic = s.topic AND n.subject = s.subject
                                AND (n.at, n.uuid) > (s.at, s.uuid))
                        ORDER BY s.subject
                        """)
                .bind("topic", topic)
                .map((rs, ctx) -> new Statement(
                        rs.getString("subject"),
                        rs.getString("value"),
                        rs.getString("note"),
                        Instant.ofEpochMilli(rs.getLong("at"))))
                .forEach(s -> bySubject.put(s.subject(), s));
        return bySubject;
    }

    /**
     * States something.
     *
     * @param name of the operation, as the undo menu looks it up
     * @param value empty to take back what was stated before
     */
    public static Op<Void> state(String name, String topic, String subject, String value, String note) {
        return Op.of(
                name,
                tx -> {
                    tx.handle()
                            .createUpdate("""
                                    INSERT INTO statement (uuid, topic, subject, value, note, at)
                                    VALUES (:uuid, :topic, :subject, :value, :note, :now)
                                    """)
                            .bind("uuid", tx.newUuid())
                            .bind("topic", topic)
                            .bind("subject", subject)
                            .bind("value", value.strip())
                            .bind("note", note.strip())
                            .bind("now", tx.now())
                            .execute();
                    return null;
                },
                Kind.REPORT);
    }

    /**
     * States what follows from what the review has, where nothing is stated yet or what is may be replaced; gives how many
     * statements that were. What stands in the file counts, also where it is not shown to whoever asks.
     *
     * @param values by their subjects
     * @param replaces whether, of a value that stands and a new one, the new one takes its place
     */
    public static Op<Integer> propose(
            String name, String topic, Map<String, String> values, BiPredicate<String, String> replaces) {
        return Op.of(
                name,
                tx -> {
                    Map<String, Statement> standing = on(tx.handle(), topic);
                    int stated = 0;
                    for (Map.Entry<String, String> one : values.entrySet()) {
                        Statement there = standing.get(one.getKey());
                        if (there == null || replaces.test(there.value(), one.getValue())) {
                            state(name, topic, one.getKey(), one.getValue(), "")
                                    .work()
                                    .in(tx);
                            stated++;
                        }
                    }
                    return stated;
                },
                Kind.REPORT);
    }

    /** Says that a reviewer is an automation tool, whose exclusions are counted apart; or a person after all. */
    public static Op<Void> tool(ReviewerId reviewer, boolean tool) {
        return Op.of(
                "tool",
                tx -> {
                    tx.handle()
                            .createUpdate("""
                                    INSERT INTO statement (uuid, topic, subject, value, note, at)
                                    SELECT :uuid, 'tool', p.uuid, :value, '', :now FROM reviewer p WHERE p.id = :id
                                    """)
                            .bind("uuid", tx.newUuid())
                            .bind("value", tool ? "yes" : "")
                            .bind("now", tx.now())
                            .bind("id", reviewer.value())
                            .execute();
                    return null;
                },
                Kind.REPORT);
    }
}
