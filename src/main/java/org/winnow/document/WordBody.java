package org.winnow.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.document.Cell.Piece;
import org.winnow.document.Cell.Type;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Heading;
import org.winnow.document.Document.Listing;
import org.winnow.document.Document.Table;
import org.winnow.document.Document.Text;

/** A document as the body of a Word file: A4, headings in the styles that a table of contents finds, real tables. */
final class WordBody {
    private static final int WIDTH = 16838 - 2 * 1000;
    private static final int NARROW = 11906 - 2 * 1000;

    /** In the order that the schema of a run's properties asks for (ISO/IEC 29500-1, 17.3.2). */
    private static final Map<Type, String> PROPERTIES = properties();

    private final StringBuilder out = new StringBuilder();
    private final boolean landscape;

    private WordBody(boolean landscape) {
        this.landscape = landscape;
    }

    private static Map<Type, String> properties() {
        Map<Type, String> properties = new LinkedHashMap<>();
        properties.put(Type.BOLD, "<w:b/>");
        properties.put(Type.ITALIC, "<w:i/>");
        properties.put(Type.SMALL_CAPITALS, "<w:smallCaps/>");
        properties.put(Type.UNDERLINED, "<w:u w:val=\"single\"/>");
        properties.put(Type.RAISED, "<w:vertAlign w:val=\"superscript\"/>");
        properties.put(Type.LOWERED, "<w:vertAlign w:val=\"subscript\"/>");
        return properties;
    }

    static String of(Document document) {
        boolean wide = document.blocks().stream()
                .anyMatch(b -> b instanceof Table table && table.columns().size() > 3);
        WordBody body = new WordBody(wide);
        body.paragraph("Heading1", document.title(), false);
        document.blocks().forEach(body::block);
        String size = wide
                ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
                : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";
        return body.out
                + "<w:sectPr>" + size + "<w:pgMar w:top=\"1000\" w:right=\"1000\" w:bottom=\"1000\" w:left=\"1000\""
                + " w:header=\"500\" w:footer=\"500\" w:gutter=\"0\"/></w:sectPr>";
    }

    private void block(Document.Block block) {
        switch (block) {
            case Heading h -> paragraph("Heading" + Math.min(3, h.level() + 1), h.text(), false);
            case Text t -> paragraph("", t.text(), false);
            case Listing l -> l.lines().forEach(line -> paragraph("listing", line, false));
            case Table t -> table(t);
        }
    }

    private void paragraph(String style, String text, boolean bold) {
        out.append("<w:p><w:pPr>");
        boolean listing = style.equals("listing");
        if (!style.isEmpty() && !listing) {
            out.append("<w:pStyle w:val=\"").append(style).append("\"/>");
        } else {
            out.append("<w:spacing w:after=\"").append(listing ? 20 : 120).append("\"/>");
        }
        out.append("</w:pPr>");
        run(new Piece(text, bold ? Set.of(Type.BOLD) : Set.of()), listing ? "Courier New" : "");
        out.append("</w:p>");
    }

    private void run(Piece piece, String font) {
        out.append("<w:r><w:rPr>");
        if (!font.isEmpty()) {
            out.append("<w:rFonts w:ascii=\"")
                    .append(font)
                    .append("\" w:hAnsi=\"")
                    .append(font)
                    .append("\"/>");
        }
        PROPERTIES.forEach((type, property) -> out.append(piece.is(type) ? property : ""));
        out.append("</w:rPr>");
        String[] lines = piece.text().split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            out.append(i > 0 ? "<w:br/>" : "")
                    .append("<w:t xml:space=\"preserve\">")
                    .append(Xml.text(lines[i]))
                    .append("</w:t>");
        }
        out.append("</w:r>");
    }

    private void table(Table table) {
        if (!table.caption().isEmpty()) {
            paragraph("", table.caption(), true);
        }
        double all = table.columns().stream().mapToDouble(Column::share).sum();
        int[] widths = table.columns().stream()
                .mapToInt(c -> (int) Math.round((landscape ? WIDTH : NARROW) * c.share() / all))
                .toArray();
        out.append("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>");
        for (String edge : new String[] {"top", "left", "bottom", "right", "insideH", "insideV"}) {
            out.append("<w:").append(edge).append(" w:val=\"single\" w:sz=\"4\" w:color=\"999999\"/>");
        }
        out.append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"80\" w:type=\"dxa\"/>")
                .append("<w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
        for (int width : widths) {
            out.append("<w:gridCol w:w=\"").append(width).append("\"/>");
        }
        out.append("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (int i = 0; i < widths.length; i++) {
            cell(new Cell(List.of(new Piece(table.columns().get(i).title(), Set.of(Type.BOLD)))), widths[i], true);
        }
        out.append("</w:tr>");
        table.rows().forEach(row -> {
            out.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (int i = 0; i < widths.length; i++) {
                cell(row.get(i), widths[i], false);
            }
            out.append("</w:tr>");
        });
        out.append("</w:tbl>");
        paragraph("", "", false);
    }

    private void cell(Cell cell, int width, boolean head) {
        out.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(width).append("\" w:type=\"dxa\"/>");
        if (head) {
            out.append("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E4E4E4\"/>");
        }
        out.append("</w:tcPr><w:p><w:pPr><w:spacing w:before=\"30\" w:after=\"30\"/></w:pPr>");
        cell.pieces().forEach(piece -> run(piece, ""));
        out.append("</w:p></w:tc>");
    }
}
