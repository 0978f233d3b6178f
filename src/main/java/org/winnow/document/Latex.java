package org.winnow.document;

import java.util.Locale;
import java.util.stream.Collectors;
import org.winnow.document.Cell.Piece;
import org.winnow.document.Cell.Type;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Heading;
import org.winnow.document.Document.Listing;
import org.winnow.document.Document.Table;
import org.winnow.document.Document.Text;

/** A document as LaTeX, for XeLaTeX or LuaLaTeX: with tables that break over pages. */
final class Latex {
    private static final String[] SECTIONS = {"section", "subsection", "subsubsection"};

    private Latex() {}

    static String of(Document document) {
        StringBuilder out = new StringBuilder("""
                \\documentclass[a4paper]{article}
                \\usepackage{fontspec}
                \\usepackage{longtable,array,booktabs,caption}
                \\usepackage[margin=2cm]{geometry}
                \\begin{document}
                """);
        out.append("\\title{").append(text(document.title())).append("}\\date{}\\maketitle\n");
        for (Document.Block block : document.blocks()) {
            out.append("\n");
            switch (block) {
                case Heading h ->
                    out.append("\\" + SECTIONS[Math.min(h.level(), SECTIONS.length) - 1] + "*{")
                            .append(text(h.text()))
                            .append("}\n");
                case Text t -> out.append(text(t.text())).append("\n");
                case Listing l -> {
                    out.append("\\begin{flushleft}\\ttfamily\n");
                    l.lines().forEach(line -> out.append(text(line)).append("\\\\\n"));
                    out.append("\\end{flushleft}\n");
                }
                case Table t -> table(out, t);
            }
        }
        return out.append("\n\\end{document}\n").toString();
    }

    private static void table(StringBuilder out, Table table) {
        double all = table.columns().stream().mapToDouble(Column::share).sum();
        String widths = table.columns().stream()
                .map(c -> String.format(Locale.ROOT, "p{%.3f\\linewidth}", 0.9 * c.share() / all))
                .collect(Collectors.joining());
        out.append("\\begin{longtable}{").append(widths).append("}\n");
        if (!table.caption().isEmpty()) {
            out.append("\\caption*{").append(text(table.caption())).append("}\\\\\n");
        }
        out.append("\\toprule\n")
                .append(table.columns().stream().map(c -> text(c.title())).collect(Collectors.joining(" & ")))
                .append(" \\\\\n\\midrule\\endhead\n");
        table.rows().forEach(row -> out.append(row.stream().map(Latex::cell).collect(Collectors.joining(" & ")))
                .append(" \\\\\n"));
        out.append("\\bottomrule\n\\end{longtable}\n");
    }

    private static String cell(Cell cell) {
        return cell.pieces().stream().map(Latex::piece).collect(Collectors.joining());
    }

    private static String piece(Piece piece) {
        String tex = text(piece.text());
        for (Type type : piece.types().stream().sorted().toList()) {
            tex = switch (type) {
                        case ITALIC -> "\\textit{";
                        case BOLD -> "\\textbf{";
                        case UNDERLINED -> "\\underline{";
                        case SMALL_CAPITALS -> "\\textsc{";
                        case RAISED -> "\\textsuperscript{";
                        case LOWERED -> "\\textsubscript{";
                    }
                    + tex + "}";
        }
        return tex;
    }

    private static String text(String plain) {
        StringBuilder out = new StringBuilder();
        plain.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\textbackslash{}");
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                case '#', '$', '%', '&', '_', '{', '}' -> out.append('\\').appendCodePoint(c);
                case '\n' -> out.append(" \\newline ");
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
