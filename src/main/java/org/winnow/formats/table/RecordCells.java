package org.winnow.formats.table;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.winnow.formats.decision.DecisionNotes;
import org.winnow.formats.decision.FinalLabel;
import org.winnow.formats.decision.RayyanNote;
import org.winnow.formats.value.AuthorNames;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Passage;
import org.winnow.model.ScreenedRecord;

/**
 * A record with its decisions as one row: formulas defused, {@code asreview_label} for ASReview and Rayyan's line in
 * {@code notes}.
 */
public final class RecordCells {
    /** The names of the columns. */
    public static final List<String> HEADER = List.of(
            "record_id",
            "type",
            "title",
            "authors",
            "year",
            "date",
            "journal",
            "journal_abbreviation",
            "volume",
            "issue",
            "pages",
            "doi",
            "pmid",
            "abstract",
            "keywords",
            "language",
            "issn",
            "isbn",
            "publisher",
            "url",
            "accession_number",
            "source",
            "duplicate_of",
            "title_abstract",
            "full_text",
            "reason",
            "reason_quotes",
            "tags",
            "reviewer_notes",
            "notes",
            "asreview_label",
            "other_fields");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordCells() {}

    /** The cells of a record, each as it may safely stand in a spreadsheet. */
    public static List<String> of(ScreenedRecord s) {
        BibRecord r = s.record();
        List<String> cells = new ArrayList<>(HEADER.size());
        add(cells, s.id().toString(), TypeWords.word(r.type()), r.title());
        add(cells, authors(r.authors()), r.year() == null ? "" : r.year().toString(), r.date(), r.journal());
        add(
                cells,
                r.journalShort(),
                r.volume(),
                r.issue(),
                r.pages(),
                r.doi() == null ? "" : r.doi().value());
        add(cells, r.pmid(), r.abstractText(), String.join("; ", r.keywords()), r.language(), r.issn(), r.isbn());
        add(cells, r.publisher(), r.url(), r.accession(), s.source());
        add(cells, s.duplicateOf() == null ? "" : s.duplicateOf().toString());
        add(cells, s.titleAbstract().key(), s.fullText().key(), s.reason(), quotes(s), String.join("; ", s.tags()));
        add(
                cells,
                reviewerNotes(s.notes()),
                notes(s),
                s.decisions().isEmpty() ? "" : FinalLabel.of(s).cell(),
                other(r));
        return cells;
    }

    /** What was marked in the full text for the reason that counts, each passage once. */
    private static String quotes(ScreenedRecord s) {
        return s.passages().stream()
                .filter(passage -> passage.reason().equals(s.reason()))
                .map(Passage::shown)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** What has no column, as one JSON object, so that nothing is lost; without what an earlier export wrote. */
    private static String other(BibRecord r) {
        ObjectNode all = JSON.createObjectNode();
        r.extra().forEach((key, values) -> {
            if (!HEADER.contains(key)) {
                ArrayNode array = all.putArray(key);
                values.forEach(array::add);
            }
        });
        return all.isEmpty() ? "" : all.toString();
    }

    private static void add(List<String> cells, String... values) {
        for (String value : values) {
            cells.add(Cells.defused(value));
        }
    }

    /** Names divided by semicolons; one name without a comma gets a semicolon after it so that it stays one. */
    private static String authors(List<Author> authors) {
        List<String> names = authors.stream().map(RecordCells::name).toList();
        return names.size() == 1 ? names.getFirst() + ";" : String.join("; ", names);
    }

    private static String name(Author author) {
        return AuthorNames.written(author);
    }

    private static String reviewerNotes(Map<String, String> notes) {
        List<String> all = new ArrayList<>();
        notes.forEach((who, note) -> all.add(who + ": " + note));
        return String.join("\n", all);
    }

    /** The record's own notes, then Rayyan's line, as Rayyan itself writes them into one cell. */
    private static String notes(ScreenedRecord s) {
        List<String> parts = new ArrayList<>(DecisionNotes.own(s));
        String rayyan = s.decisions().isEmpty() ? "" : RayyanNote.of(s);
        if (!rayyan.isEmpty()) {
            parts.add(rayyan);
        }
        return String.join(" | ", parts);
    }
}
