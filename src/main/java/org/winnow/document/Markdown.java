package org.winnow.document;

import java.util.List;
import java.util.stream.Collectors;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Heading;
import org.winnow.document.Document.Listing;
import org.winnow.document.Document.Table;
import org.winnow.document.Document.Text;

/** A document as Markdown (CommonMark, with the pipe tables of GitHub). */
final class Markdown {
    private Markdown() {}

    static String of(Document document) {
        StringBuilder out =
                new StringBuilder("# ").append(plain(document.title())).append("\n");
        for (Document.Block block : document.blocks()) {
            out.append("\n");
            switch (block) {
                case Heading h ->
                    out.append("#".repeat(h.level() + 1))
                            .append(' ')
                            .append(plain(h.text()))
                            .append("\n");
                case Text t -> out.append(plain(t.text())).append("\n");
                case Listing l ->
                    l.lines().forEach(line -> out.append("    ").append(line).append("\n"));
                case Table t -> table(out, t);
            }
        }
        return out.toString();
    }

    private static void table(StringBuilder out, Table table) {
        if (!table.caption().isEmpty()) {
            out.append("**").append(plain(table.caption())).append("**\n\n");
        }
        row(out, table.columns().stream().map(Column::title).toList());
        row(out, table.columns().stream().map(c -> "---").toList());
        table.rows().forEach(r -> row(out, r.stream().map(Markdown::cell).toList()));
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |")))
                .append("\n");
    }

    private static String cell(String text) {
        return plain(text).replace("|", "\\|").strip().replaceAll("\\s*\\R\\s*", "<br>");
    }

    /** With a backslash before what Markdown would take for its own. */
    private static String plain(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>])", "\\\\$1");
    }
}
