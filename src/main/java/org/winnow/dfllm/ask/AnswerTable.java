package org.winnow.dfllm.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.dfllm.ask.Answer.Said;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Table;
import org.winnow.model.RecordId;

/**
 * Questions put to each paper by itself: a row a paper, a column a question.
 *
 * @param questions in the order in which they were put
 */
public record AnswerTable(List<String> questions, List<Row> rows) {
    /** What one paper says. */
    public record Row(RecordId report, String title, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public AnswerTable {
        questions = List.copyOf(questions);
        rows = List.copyOf(rows);
    }

    /**
     * Puts answers together.
     *
     * @param titles of the reports
     * @param answers of each report, by question
     */
    public static AnswerTable of(Map<RecordId, String> titles, Map<String, Map<RecordId, Cell>> answers) {
        Set<RecordId> reports = new LinkedHashSet<>();
        answers.values().forEach(a -> reports.addAll(a.keySet()));
        List<Row> rows = reports.stream()
                .map(report -> new Row(
                        report,
                        titles.getOrDefault(report, ""),
                        answers.values().stream()
                                .map(a -> a.getOrDefault(report, Cell.EMPTY))
                                .toList()))
                .toList();
        return new AnswerTable(List.copyOf(answers.keySet()), rows);
    }

    /** The same with one more question; one that is there already is replaced. */
    public AnswerTable with(String question, Map<RecordId, String> titles, Map<RecordId, Cell> answers) {
        Map<String, Map<RecordId, Cell>> all = new LinkedHashMap<>();
        for (int q = 0; q < questions.size(); q++) {
            Map<RecordId, Cell> one = new LinkedHashMap<>();
            for (Row row : rows) {
                one.put(row.report(), row.cells().get(q));
            }
            all.put(questions.get(q), one);
        }
        all.put(question, answers);
        return of(titles, all);
    }

    private static String check(Cell cell) {
        if (cell.unusable()) {
            return "no usable answer";
        }
        return cell.answer().isEmpty() || cell.supported() ? "" : "not supported";
    }

    /** For a spreadsheet: after each question's answer the page, the words of the page, and what is to be checked. */
    public Table wide() {
        List<Column> columns = new ArrayList<>(List.of(new Column("record", 1), new Column("title", 3)));
        for (String question : questions) {
            columns.add(new Column(question, 3));
            columns.add(new Column("page", 1));
            columns.add(new Column("quote", 3));
            columns.add(new Column("check", 1));
        }
        List<List<String>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<String> line = new ArrayList<>(List.of(row.report().toString(), row.title()));
            for (Cell cell : row.cells()) {
                Said source = cell.source();
                line.add(cell.answer());
                line.add(cell.pages());
                line.add(source == null ? "" : source.text());
                line.add(check(cell));
            }
            cells.add(line);
        }
        return Table.plain("", columns, cells);
    }
}
