package org.winnow.store;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What travels from one file of a review to another, part by part in the order in which it has to arrive. Rows refer to
 * each other by what is the same in every file: records and imports by UUID, people, sources, reasons and tags by name.
 */
public enum Travelling {
    REVIEWERS("reviewer", By.NAME, Column.text("uuid"), Column.text("name"), Column.number("created_at")),
    SOURCES(
            "source",
            By.NAME,
            Column.text("uuid"),
            Column.text("name"),
            Column.text("kind"),
            Column.text("search_date"),
            Column.text("query"),
            Column.number("hits").orNull()),
    IMPORTS(
            "import_file",
            By.UUID,
            Column.text("uuid"),
            Column.refersTo("source"),
            Column.text("file_name"),
            Column.text("sha256"),
            Column.text("format"),
            Column.text("encoding"),
            Column.number("records_read"),
            Column.number("imported"),
            Column.number("rejected"),
            Column.number("imported_at")),
    CRITERIA(
            "criterion",
            By.STATE,
            Column.text("uuid"),
            Column.text("label"),
            Column.number("position"),
            Column.number("retired"),
            Column.number("at")),
    TAGS(
            "tag",
            By.STATE,
            Column.text("uuid"),
            Column.text("name"),
            Column.text("colour"),
            Column.text("letter"),
            Column.number("retired"),
            Column.number("at")),
    KEYWORDS(
            "keyword",
            By.STATE,
            Column.text("uuid"),
            Column.text("term"),
            Column.text("kind"),
            Column.number("retired"),
            Column.number("at")),
    RECORDS("record", By.UUID, records()),
    LIKENESS(
            "likeness",
            By.UUID,
            Column.text("uuid"),
            Column.refersTo("a"),
            Column.refersTo("b"),
            Column.text("answer"),
            Column.text("how"),
            Column.text("why"),
            Column.number("at")),
    KEEPING(
            "keeping",
            By.UUID,
            Column.text("uuid"),
            Column.refersTo("member"),
            Column.number("stands"),
            Column.text("how"),
            Column.text("why"),
            Column.number("at")),
    SUGGESTIONS(
            "doubtful_pair",
            By.PAIR,
            Column.refersTo("a"),
            Column.refersTo("b"),
            Column.real("score"),
            Column.text("why")),
    SETTLED(
            "settled",
            By.RECORD,
            Column.refersTo("record"),
            Column.text("stage"),
            Column.text("verdict"),
            Column.number("at")),
    DECISIONS(
            "decision",
            By.UUID,
            Column.text("uuid"),
            Column.refersTo("record"),
            Column.text("stage"),
            Column.refersTo("reviewer"),
            Column.text("verdict").orNull(),
            Column.refersTo("criterion").orNull(),
            Column.number("resolution"),
            Column.number("at")),
    NOTES(
            "note",
            By.UUID,
            Column.text("uuid"),
            Column.refersTo("record"),
            Column.refersTo("reviewer"),
            Column.text("text"),
            Column.number("at")),
    DISCUSSIONS(
            "discussion",
            By.UUID,
            Column.text("uuid"),
            Column.text("remark"),
            Column.refersTo("record"),
            Column.text("stage"),
            Column.refersTo("reviewer"),
            Column.text("text"),
            Column.number("at")),
    TAGGINGS(
            "tagging",
            By.UUID,
            Column.text("uuid"),
            Column.refersTo("record"),
            Column.refersTo("tag"),
            Column.refersTo("reviewer"),
            Column.number("present"),
            Column.number("at")),
    RETRIEVALS(
            "retrieval",
            By.UUID,
            Column.text("uuid"),
            Column.refersTo("record"),
            Column.refersTo("reviewer"),
            Column.text("state"),
            Column.text("why"),
            Column.text("asked"),
            Column.number("at")),
    STATEMENTS(
            "statement",
            By.UUID,
            Column.text("uuid"),
            Column.text("topic"),
            Column.text("subject"),
            Column.text("value"),
            Column.text("note"),
            Column.number("at")),
    STUDIES(
            "study_naming",
            By.UUID,
            Column.text("uuid"),
            Column.refersTo("record"),
            Column.text("studies"),
            Column.number("at")),
    ATTACHMENTS(
            "attachment",
            By.UUID,
            Column.text("uuid"),
            Column.refersTo("record"),
            Column.text("sha256"),
            Column.text("file_name"),
            Column.text("how"),
            Column.number("present"),
            Column.number("at")),
    DOCUMENTS(
            "document",
            By.CONTENT,
            Column.text("sha256"),
            Column.number("bytes"),
            Column.number("pages"),
            Column.number("scanned")),
    PAGES("document_page", By.CONTENT, Column.text("sha256"), Column.number("page"), Column.text("text")),
    ANNOTATIONS(
            "annotation",
            By.UUID,
            Column.text("uuid"),
            Column.text("mark"),
            Column.refersTo("record"),
            Column.text("sha256"),
            Column.refersTo("reviewer"),
            Column.text("author"),
            Column.number("made_at"),
            Column.text("kind"),
            Column.text("colour"),
            Column.number("page"),
            Column.text("quads"),
            Column.text("quote"),
            Column.text("prefix"),
            Column.text("suffix"),
            Column.text("comment"),
            Column.text("folded"),
            Column.refersTo("criterion").orNull(),
            Column.refersTo("tag").orNull(),
            Column.number("present"),
            Column.number("at")),
    CALLS(
            "model_call",
            By.UUID,
            Column.text("uuid"),
            Column.text("task"),
            Column.refersTo("record").orNull(),
            Column.text("stage").orNull(),
            Column.text("leave_of"),
            Column.text("tool"),
            Column.text("address"),
            Column.text("model"),
            Column.text("version"),
            Column.text("prompt"),
            Column.text("parameters"),
            Column.text("input_sha256"),
            Column.text("output"),
            Column.text("trouble"),
            Column.number("input_tokens"),
            Column.number("output_tokens"),
            Column.real("cost"),
            Column.number("millis"),
            Column.number("at")),
    CHECKS(
            "model_check",
            By.UUID,
            Column.text("uuid"),
            Column.refersTo("call"),
            Column.refersTo("reviewer"),
            Column.text("found"),
            Column.text("note"),
            Column.number("at")),
    ADVICE(
            "advice",
            By.UUID,
            Column.text("uuid"),
            Column.refersTo("call"),
            Column.refersTo("record"),
            Column.text("stage"),
            Column.refersTo("criterion"),
            Column.text("applies"),
            Column.text("quote"),
            Column.number("stands"),
            Column.real("confidence"),
            Column.text("sha256"),
            Column.number("page"),
            Column.number("at"));

    /** How a row that comes in is recognised as one that is here. */
    enum By {
        /** By name, as people say it; what is here stays as it is. */
        NAME,
        /** By UUID: rows that never change. */
        UUID,
        /** By name; the state that was given last counts. */
        STATE,
        /** With the record that it is about. */
        RECORD,
        /** By the two records that it is about, whichever is named first; the higher score counts. */
        PAIR,
        /** By the hash of the file's content. */
        CONTENT
    }

    /**
     * A column of the part.
     *
     * @param name in the part; in the table the same, with {@code _id} where it refers to another row
     */
    public record Column(String name, Kind kind, boolean refers, boolean nullable) {
        /** What its values are. */
        public enum Kind {
            TEXT,
            NUMBER,
            REAL
        }

        private static Column text(String name) {
            return new Column(name, Kind.TEXT, false, false);
        }

        private static Column number(String name) {
            return new Column(name, Kind.NUMBER, false, false);
        }

        private static Column refersTo(String what) {
            return new Column(what, Kind.TEXT, true, false);
        }

        private Column orNull() {
            return new Column(name, kind, refers, true);
        }

        private static Column real(String name) {
            return new Column(name, Kind.REAL, false, false);
        }

        /** What it refers to; a record under several names. */
        public String target() {
            return switch (name) {
                case "a", "b", "member" -> "record";
                default -> name;
            };
        }

        /** As it is called in the table. */
        String stored() {
            return refers ? name + "_id" : name;
        }
    }

    private final String table;
    private final By by;
    private final List<Column> columns;

    Travelling(String table, By by, Column... columns) {
        this.table = table;
        this.by = by;
        this.columns = List.of(columns);
    }

    /** The name of the part in a file that travels. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<Column> columns() {
        return columns;
    }

    /** Whether its rows are facts or entries that a person wrote, which people count. */
    public boolean counted() {
        return by == By.UUID
                && !EnumSet.of(IMPORTS, RECORDS, KEEPING, CALLS, ADVICE).contains(this);
    }

    String table() {
        return table;
    }

    By by() {
        return by;
    }

    private static Column[] records() {
        List<String> texts = List.of(
                "type",
                "title",
                "authors",
                "date",
                "journal",
                "journal_short",
                "volume",
                "issue",
                "pages",
                "doi",
                "pmid",
                "keywords",
                "language",
                "issn",
                "isbn",
                "publisher",
                "url",
                "accession",
                "notes",
                "extra",
                "abstract",
                "raw");
        return Stream.of(
                        Stream.of(
                                Column.number("number"),
                                Column.text("uuid"),
                                Column.refersTo("import"),
                                Column.number("line"),
                                Column.number("year").orNull()),
                        texts.stream().map(Column::text))
                .flatMap(s -> s)
                .toArray(Column[]::new);
    }
}
