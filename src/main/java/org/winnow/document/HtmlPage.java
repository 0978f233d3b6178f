package org.winnow.document;

import java.util.stream.Collectors;
import org.winnow.document.Cell.Piece;
import org.winnow.document.Cell.Type;
import org.winnow.document.Document.Heading;
import org.winnow.document.Document.Listing;
import org.winnow.document.Document.Table;
import org.winnow.document.Document.Text;

/** A document as one web page that needs no other file. */
final class HtmlPage {
    private static final String STYLE =
            "body{font:15px/1.5 Arial,Helvetica,sans-serif;max-width:1000px;margin:24px auto;"
                    + "padding:0 16px;color:#111}table{border-collapse:collapse;width:100%;margin:8px 0 20px}"
                    + "caption{text-align:left;font-weight:bold;padding:4px 0}th,td{border:1px solid #999;padding:4px 8px;"
                    + "text-align:left;vertical-align:top}th{background:#eee}pre{white-space:pre-wrap;background:#f6f6f6;padding:8px}";

    private HtmlPage() {}

    static String of(Document document) {
        StringBuilder out = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"UTF-8\"><title>")
                .append(Xml.text(document.title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(Xml.text(document.title()))
                .append("</h1>\n");
        for (Document.Block block : document.blocks()) {
            switch (block) {
                case Heading h ->
                    out.append("<h" + (h.level() + 1) + ">")
                            .append(Xml.text(h.text()))
                            .append("</h" + (h.level() + 1) + ">\n");
                case Text t -> out.append("<p>").append(lines(t.text())).append("</p>\n");
                case Listing l ->
                    out.append("<pre>")
                            .append(Xml.text(String.join("\n", l.lines())))
                            .append("</pre>\n");
                case Table t -> table(out, t);
            }
        }
        return out.append("</body></html>\n").toString();
    }

    private static void table(StringBuilder out, Table table) {
        out.append("<table>");
        if (!table.caption().isEmpty()) {
            out.append("<caption>").append(Xml.text(table.caption())).append("</caption>");
        }
        out.append("<thead><tr>");
        table.columns().forEach(c -> out.append("<th scope=\"col\">")
                .append(Xml.text(c.title()))
                .append("</th>"));
        out.append("</tr></thead><tbody>\n");
        table.rows().forEach(row -> {
            out.append("<tr>");
            row.forEach(cell -> out.append("<td>").append(cell(cell)).append("</td>"));
            out.append("</tr>\n");
        });
        out.append("</tbody></table>\n");
    }

    private static String cell(Cell cell) {
        return cell.pieces().stream().map(HtmlPage::piece).collect(Collectors.joining());
    }

    private static String piece(Piece piece) {
        String html = lines(piece.text());
        for (Type type : piece.types().stream().sorted().toList()) {
            html = switch (type) {
                case ITALIC -> "<i>" + html + "</i>";
                case BOLD -> "<b>" + html + "</b>";
                case UNDERLINED -> "<u>" + html + "</u>";
                case SMALL_CAPITALS -> "<span style=\"font-variant:small-caps\">" + html + "</span>";
                case RAISED -> "<sup>" + html + "</sup>";
                case LOWERED -> "<sub>" + html + "</sub>";
            };
        }
        return html;
    }

    private static String lines(String text) {
        return Xml.text(text).replaceAll("\\R", "<br>");
    }
}
