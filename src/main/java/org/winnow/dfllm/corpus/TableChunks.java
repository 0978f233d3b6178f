package org.winnow.dfllm.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.winnow.dfllm.corpus.Chunk.Quote;
import org.winnow.dfllm.corpus.Chunk.Sentence;
import org.winnow.dfllm.corpus.Paper.Grid;
import org.winnow.dfllm.corpus.Paper.Row;
import org.winnow.model.PageSpan;

/** A table as passages: its label and caption, then its rows and cells as a table of Markdown. */
final class TableChunks {
    private final Paper paper;
    private final Grid grid;

    private TableChunks(Paper paper, Grid grid) {
        this.paper = paper;
        this.grid = grid;
    }

    /**
     * The passages of a table: one, unless it is too long; then it is parted between rows, and the heading row stands in
     * each part.
     *
     * @param number of the table in its paper, from 0
     * @param most tokens of a part
     */
    static List<Chunk> of(Paper paper, Grid grid, int number, int most, Tokens tokens) {
        TableChunks table = new TableChunks(paper, grid);
        List<Chunk> parts = new ArrayList<>();
        List<Row> open = new ArrayList<>();
        for (Row row : grid.rows().subList(1, grid.rows().size())) {
            open.add(row);
            if (open.size() > 1 && tokens.in(table.text(open)) > most) {
                open.removeLast();
                parts.add(table.chunk(open, number, parts.size(), tokens));
                open.clear();
                open.add(row);
            }
        }
        parts.add(table.chunk(open, number, parts.size(), tokens));
        return parts;
    }

    private Chunk chunk(List<Row> rows, int number, int part, Tokens tokens) {
        Row head = grid.rows().getFirst();
        List<PageSpan> spans = new ArrayList<>();
        if (part == 0) {
            spans.addAll(grid.place());
            spans.addAll(head.spans());
        }
        rows.forEach(row -> spans.addAll(row.spans()));
        List<Sentence> sentences = new ArrayList<>();
        if (part == 0 && !grid.caption().isBlank()) {
            sentences.add(new Sentence(grid.label() + ". " + grid.caption(), quotes(grid.place())));
        }
        rows.forEach(row -> sentences.add(new Sentence(said(head, row), quotes(row.spans()))));
        String text = text(rows);
        return new Chunk(
                paper.sha256().substring(0, 12) + "-t" + number + "-" + part,
                paper.record(),
                paper.sha256(),
                grid.label(),
                spans,
                sentences,
                tokens.in(text),
                text);
    }

    private String text(List<Row> rows) {
        Row head = grid.rows().getFirst();
        String line = "| " + head.cells().stream().map(c -> "---").collect(Collectors.joining(" | ")) + " |";
        return Stream.of(
                        Stream.of((grid.label() + ". " + grid.caption()).strip(), ""),
                        Stream.of(cells(head), line),
                        rows.stream().map(TableChunks::cells))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String cells(Row row) {
        return row.cells().stream()
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** A row in words, each cell under the heading of its column. */
    private static String said(Row head, Row row) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            String column = head.cells().get(i);
            if (!cell.isEmpty()) {
                words.add(i == 0 || column.isEmpty() ? cell : column + ": " + cell);
            }
        }
        return String.join("; ", words);
    }

    private List<Quote> quotes(List<PageSpan> spans) {
        return spans.stream().map(span -> new Quote(span, paper.words(span))).toList();
    }
}
