package org.winnow.prisma;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.model.UserException;
import org.winnow.work.WholeFile;

/** Saves the flow diagram, as a picture or as numbers. The same counts give the same bytes. */
public final class FlowExport {
    /** The endings that it can write, the most asked for first. */
    public static final List<String> FORMATS = List.of("pdf", "svg", "png", "tiff", "docx", "html", "csv", "json");

    private FlowExport() {}

    /** Writes the diagram in the official colours. */
    public static void write(FlowCounts counts, Template template, Path target) {
        write(counts, template, Drawing.USUAL, target);
    }

    /**
     * Writes the file whole or not at all, in the format that its ending names.
     *
     * @throws UserException where the ending is none of {@link #FORMATS}, or the file cannot be written
     */
    public static void write(FlowCounts counts, Template template, Drawing drawing, Path target) {
        String name = String.valueOf(target.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        WholeFile.write(target, bytes(counts, template, drawing, ending));
    }

    /** The counts as JSON values: template, boxes, reasons, otherReasons, databases, registers, warnings. */
    public static Map<String, Object> json(FlowCounts counts, Template template) {
        return FlowJsonWriter.values(counts, template);
    }

    /** The web page, with the records behind each number by the number's name. */
    public static byte[] html(FlowCounts counts, Template template, Map<String, List<String>> records) {
        return FlowHtmlWriter.bytes(FlowDiagram.of(counts, template), records);
    }

    /** The file's bytes, by its ending without the dot. */
    public static byte[] bytes(FlowCounts counts, Template template, Drawing drawing, String ending) {
        if (ending.equals("csv")) {
            return FlowCsvWriter.bytes(counts, template);
        }
        if (ending.equals("json")) {
            return FlowJsonWriter.bytes(counts, template);
        }
        FlowDiagram diagram = FlowDiagram.of(counts, template, drawing.style());
        return switch (ending) {
            case "svg" -> SvgWriter.bytes(diagram);
            case "pdf" -> PdfWriter.bytes(diagram);
            case "png" -> PixelWriter.bytes(diagram, "png", drawing.dpi());
            case "tif", "tiff" -> PixelWriter.bytes(diagram, "tiff", drawing.dpi());
            case "docx" -> FlowDocxWriter.bytes(diagram);
            case "html", "htm" -> FlowHtmlWriter.bytes(diagram, Map.of());
            default ->
                throw new UserException("The flow diagram cannot be saved as ." + ending
                        + ". Use a name that ends in ." + String.join(", .", FORMATS.subList(0, FORMATS.size() - 1))
                        + " or ." + FORMATS.getLast() + ".");
        };
    }
}
