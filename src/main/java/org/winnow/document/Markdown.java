package org.winnow.document;

import java.util.List;
import java.util.stream.Collectors;
import org.winnow.document.Cell.Piece;
import org.winnow.document.Cell.Type;
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

    private static String cell(Cell cell) {
        return cell.pieces().stream()
                .map(Markdown::piece)
                .collect(Collectors.joining())
                .strip()
                .replaceAll("\\s*\\R\\s*", "<br>");
    }

    /** A mark of CommonMark's counts only where no space stands inside of it. */
    private static String piece(Piece piece) {
        String text = plain(piece.text()).replace("|", "\\|");
        String core = text.strip();
        if (core.isEmpty()) {
            return text;
        }
        int from = text.indexOf(core);
        return text.substring(0, from) + marked(core, piece) + text.substring(from + core.length());
    }

    private static String marked(String core, Piece piece) {
        String marked = core;
        for (Type type : piece.types().stream().sorted().toList()) {
            marked = switch (type) {
                case ITALIC -> "*" + marked + "*";
                case BOLD -> "**" + marked + "**";
                case RAISED -> "<sup>" + marked + "</sup>";
                case LOWERED -> "<sub>" + marked + "</sub>";
                case UNDERLINED, SMALL_CAPITALS -> marked;
            };
        }
        return marked;
    }

    /** With a backslash before what Markdown would take for its own. */
    private static String plain(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>])", "\\\\$1");
    }
}
