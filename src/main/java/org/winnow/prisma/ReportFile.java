package org.winnow.prisma;

import java.nio.file.Path;
import java.util.Locale;
import org.winnow.document.Document;
import org.winnow.document.Documents;
import org.winnow.model.UserException;
import org.winnow.work.WholeFile;

/** Saves a document of the report in the format that the file's ending names. */
public final class ReportFile {
    private ReportFile() {}

    /** Writes the file whole or not at all. */
    public static void write(Document document, Path target) {
        String name = String.valueOf(target.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        byte[] bytes = Documents.bytes(document, ending)
                .orElseThrow(() -> new UserException(document.title() + " cannot be saved as " + name
                        + ". Use a name that ends in ." + String.join(", .", Documents.FORMATS) + "."));
        WholeFile.write(target, bytes);
    }
}
