package org.winnow.prisma;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import org.winnow.model.UserException;

/** Saves the flow diagram, as a picture or as numbers. The same counts give the same bytes. */
public final class FlowExport {
    private FlowExport() {}

    /**
     * Writes the file whole or not at all, in the format that its ending names: svg, pdf, png, csv or json.
     *
     * @throws UserException where the ending is another, or the file cannot be written
     */
    public static void write(FlowCounts counts, Template template, Path target) {
        byte[] bytes = bytes(counts, template, target);
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.write(part, bytes);
            replace(part, target);
        } catch (IOException e) {
            discard(part, e);
            throw new UserException(
                    "The flow diagram cannot be saved as " + target
                            + ". Check that the folder exists, may be written to and has room.",
                    e);
        }
    }

    /** The counts as JSON values: template, boxes, reasons, otherReasons, databases, registers, warnings. */
    public static Map<String, Object> json(FlowCounts counts, Template template) {
        return FlowJsonWriter.values(counts, template);
    }

    private static byte[] bytes(FlowCounts counts, Template template, Path target) {
        return switch (ending(target)) {
            case "svg" -> SvgWriter.bytes(FlowDiagram.of(counts, template));
            case "pdf" -> PdfWriter.bytes(FlowDiagram.of(counts, template));
            case "png" -> PngWriter.bytes(FlowDiagram.of(counts, template));
            case "csv" -> FlowCsvWriter.bytes(counts, template);
            case "json" -> FlowJsonWriter.bytes(counts, template);
            default ->
                throw new UserException("The flow diagram cannot be saved as " + target.getFileName()
                        + ". Use a name that ends in .svg, .pdf, .png, .csv or .json.");
        };
    }

    private static String ending(Path target) {
        String name = String.valueOf(target.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static void replace(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path part, IOException cause) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
