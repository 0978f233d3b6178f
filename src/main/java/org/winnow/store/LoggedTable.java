package org.winnow.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How undo treats a table.
 *
 * @param onUndoOfInsert what happens to a row whose insertion is taken back
 * @param about for facts: the columns that say what the fact is about, copied into a counter-fact
 * @param claims for facts: the columns that say what it claims, each with the SQL value that claims nothing
 * @param sameSubject for facts: SQL condition under which an earlier fact {@code p} is about the same as {@code f}
 */
record LoggedTable(String name, Undo onUndoOfInsert, List<String> about, List<Claim> claims, String sameSubject) {
    enum Undo {
        /** The row goes. */
        DELETE,
        /** Other rows may point to it by now: it stays, marked as retired. */
        RETIRE,
        /** As {@code RETIRE}; the time of the newest change goes forward also on the way back, since files compare it. */
        RETIRE_AT,
        /** Facts stay for ever: a newer fact that claims what held before is added. */
        COUNTER_FACT,
        /** What was done cannot be taken back, such as asking: the row stays as it is. */
        STAYS,
        /** The row goes with the row it belongs to, so its insertion is not written down. */
        WITH_PARENT
    }

    record Claim(String column, String nothing) {}

    /** Every table that operations write, except those that triggers keep and the log itself. */
    static final List<LoggedTable> ALL = List.of(
            plain("review", Undo.DELETE),
            plain("source", Undo.RETIRE),
            plain("import_file", Undo.RETIRE),
            plain("problem", Undo.WITH_PARENT),
            plain("record", Undo.WITH_PARENT),
            plain("record_raw", Undo.WITH_PARENT),
            plain("duplicate", Undo.DELETE),
            plain("doubtful_pair", Undo.DELETE),
            fact(
                    "likeness",
                    List.of("a_id", "b_id"),
                    List.of(new Claim("answer", "''"), new Claim("how", "'automatic'"), new Claim("why", "''")),
                    "p.a_id = f.a_id AND p.b_id = f.b_id"),
            fact(
                    "keeping",
                    List.of("member_id"),
                    List.of(new Claim("stands", "0"), new Claim("how", "f.how"), new Claim("why", "''")),
                    "p.member_id = f.member_id"),
            plain("keyword", Undo.RETIRE_AT),
            plain("criterion", Undo.RETIRE_AT),
            plain("tag", Undo.RETIRE_AT),
            plain("settled", Undo.DELETE),
            plain("version", Undo.RETIRE),
            plain("version_record", Undo.WITH_PARENT),
            // A resolution settles for everybody, whoever gave it; what holds before it may be another's.
            fact(
                    "decision",
                    List.of("record_id", "stage", "resolution"),
                    List.of(
                            new Claim("reviewer_id", "f.reviewer_id"),
                            new Claim("verdict", "NULL"),
                            new Claim("criterion_id", "NULL")),
                    """
                    p.record_id = f.record_id AND p.stage = f.stage AND p.resolution = f.resolution
                    AND (f.resolution = 1 OR p.reviewer_id = f.reviewer_id)"""),
            fact(
                    "note",
                    List.of("record_id", "reviewer_id"),
                    List.of(new Claim("text", "''")),
                    "p.record_id = f.record_id AND p.reviewer_id = f.reviewer_id"),
            fact(
                    "discussion",
                    List.of("remark", "record_id", "stage", "reviewer_id"),
                    List.of(new Claim("text", "''")),
                    "p.remark = f.remark"),
            fact(
                    "tagging",
                    List.of("record_id", "tag_id", "reviewer_id"),
                    List.of(new Claim("present", "0")),
                    "p.record_id = f.record_id AND p.tag_id = f.tag_id AND p.reviewer_id = f.reviewer_id"),
            fact(
                    "retrieval",
                    List.of("record_id"),
                    List.of(
                            new Claim("reviewer_id", "f.reviewer_id"),
                            new Claim("state", "'sought'"),
                            new Claim("why", "''"),
                            new Claim("asked", "''")),
                    "p.record_id = f.record_id"),
            fact(
                    "statement",
                    List.of("topic", "subject"),
                    List.of(new Claim("value", "''"), new Claim("note", "''")),
                    "p.topic = f.topic AND p.subject = f.subject"),
            fact(
                    "study_naming",
                    List.of("record_id"),
                    List.of(new Claim("studies", "''")),
                    "p.record_id = f.record_id"),
            fact(
                    "attachment",
                    List.of("record_id", "sha256", "file_name", "how"),
                    List.of(new Claim("present", "0")),
                    "p.record_id = f.record_id AND p.sha256 = f.sha256"),
            fact(
                    "annotation",
                    List.of("mark", "record_id", "sha256", "reviewer_id", "author", "made_at", "kind"),
                    Stream.concat(
                                    Stream.of(new Claim("present", "0")),
                                    Stream.of(
                                                    "colour",
                                                    "page",
                                                    "quads",
                                                    "quote",
                                                    "prefix",
                                                    "suffix",
                                                    "comment",
                                                    "folded",
                                                    "criterion_id",
                                                    "tag_id")
                                            .map(column -> new Claim(column, "f." + column)))
                            .toList(),
                    "p.mark = f.mark"),
            plain("model_call", Undo.STAYS),
            plain("model_check", Undo.STAYS),
            plain("advice", Undo.STAYS));

    /** The tables whose rows undo leaves as they are, for SQL. */
    static final String STAYING = ALL.stream()
            .filter(t -> t.onUndoOfInsert == Undo.STAYS)
            .map(t -> "'" + t.name + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    static LoggedTable of(String name) {
        return ALL.stream().filter(t -> t.name.equals(name)).findFirst().orElseThrow();
    }

    private static LoggedTable plain(String name, Undo undo) {
        return new LoggedTable(name, undo, List.of(), List.of(), "");
    }

    private static LoggedTable fact(String name, List<String> about, List<Claim> claims, String sameSubject) {
        return new LoggedTable(name, Undo.COUNTER_FACT, about, claims, sameSubject);
    }
}
