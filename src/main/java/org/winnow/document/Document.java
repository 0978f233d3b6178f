package org.winnow.document;

import java.util.List;

/** A text with a title: headings, paragraphs, tables and listings, one after another. */
public record Document(String title, List<Block> blocks) {
    /** A piece of a document. */
    public sealed interface Block {}

    /** @param level 1 for the highest below the title */
    public record Heading(int level, String text) implements Block {}

    /** A paragraph. */
    public record Text(String text) implements Block {}

    /** Lines that stay as they are, such as a search strategy. */
    public record Listing(List<String> lines) implements Block {
        public Listing {
            lines = List.copyOf(lines);
        }
    }

    /** @param share of the width, against the other columns' */
    public record Column(String title, double share) {}

    /** Rows of cells, as many in each as there are columns. */
    public record Table(String caption, List<Column> columns, List<List<Cell>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** A table of text without any other type. */
        public static Table plain(String caption, List<Column> columns, List<List<String>> rows) {
            return new Table(
                    caption,
                    columns,
                    rows.stream()
                            .map(row -> row.stream().map(Cell::of).toList())
                            .toList());
        }

        /** The text of every cell. */
        public List<List<String>> texts() {
            return rows.stream()
                    .map(row -> row.stream().map(Cell::text).toList())
                    .toList();
        }
    }

    public Document {
        blocks = List.copyOf(blocks);
    }
}
