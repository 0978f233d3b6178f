package org.winnow.prisma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import org.jspecify.annotations.Nullable;
import org.winnow.document.Archive;
import org.winnow.model.UserException;
import org.winnow.prisma.FilledChecklist.Line;
import org.winnow.prisma.FilledChecklist.Status;
import org.winnow.work.WholeFile;
import org.xml.sax.SAXException;

/**
 * An official checklist that somebody has as a Word document, a workbook or a CSV file, filled in place: in every row of
 * a table in which a cell holds an item's number, the cell for it gets where the item is reported. Cells with
 * something in them, and everything else, stay as they are.
 */
public final class OfficialForm {
    private static final int SHORT = 80;
    static final long MOST_BYTES = 50L << 20;

    /** One kind of file: the parts of it that change. */
    interface Kind {
        /** Whether the archive is of this kind. */
        boolean is(ZipFile zip);

        /**
         * Fills what it holds into the parts by their name.
         *
         * @return how many items were filled in
         */
        int fill(ZipFile zip, Map<String, String> answers, Map<String, byte[]> changed)
                throws IOException, SAXException, ParserConfigurationException, TransformerException;
    }

    private OfficialForm() {}

    /**
     * Writes the filled form; the form itself is not touched.
     *
     * @return how many items were filled in
     */
    public static int fill(FilledChecklist filled, Path form, Path target) {
        Map<String, String> answers = answers(filled);
        try {
            if (!Files.exists(form) || Files.size(form) > MOST_BYTES) {
                throw unreadable(form, null);
            }
            int n = isArchive(form) ? inArchive(form, answers, target) : CsvForm.fill(form, answers, target);
            if (n == 0) {
                throw new UserException("No row of a table in " + form + " has the number of an item of "
                        + filled.list().title() + " that is answered, and an empty cell for where it is reported.");
            }
            return n;
        } catch (IOException | SAXException | ParserConfigurationException | TransformerException e) {
            throw unreadable(form, e);
        }
    }

    private static boolean isArchive(Path form) throws IOException {
        try (ZipFile zip = new ZipFile(form.toFile())) {
            return zip.size() > 0;
        } catch (ZipException e) {
            return false;
        }
    }

    private static int inArchive(Path form, Map<String, String> answers, Path target)
            throws IOException, SAXException, ParserConfigurationException, TransformerException {
        try (ZipFile zip = new ZipFile(form.toFile())) {
            Kind kind = WordForm.KIND.is(zip) ? WordForm.KIND : WorkbookForm.KIND;
            if (!kind.is(zip)) {
                throw unreadable(form, null);
            }
            Map<String, byte[]> changed = new HashMap<>();
            int n = kind.fill(zip, answers, changed);
            if (n > 0) {
                Archive archive = new Archive();
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    if (!entry.isDirectory()) {
                        byte[] now = changed.get(entry.getName());
                        archive.put(entry.getName(), now == null ? FormXml.bytes(zip, entry) : now);
                    }
                }
                WholeFile.write(target, archive.bytes());
            }
            return n;
        }
    }

    private static UserException unreadable(Path form, @Nullable Exception why) {
        return new UserException(
                form + " cannot be read as a form: a Word document (.docx), a workbook (.xlsx) or a CSV file."
                        + (Files.exists(form)
                                ? " Open it in Word or Excel and save it again."
                                : " There is no such file."),
                why);
    }

    private static Map<String, String> answers(FilledChecklist filled) {
        Map<String, String> answers = new HashMap<>();
        for (Line line : filled.lines()) {
            String words = words(line);
            if (!words.isEmpty()) {
                answers.put(line.item().id().toLowerCase(Locale.ROOT), words);
            }
        }
        return answers;
    }

    /** The form asks for the place; a draft that nobody has looked at has none. */
    private static String words(Line line) {
        String where = line.location();
        if (where.startsWith(Proposals.PROPOSED)) {
            String place = where.substring(Proposals.PROPOSED.length());
            int quote = place.indexOf(": “");
            return (quote < 0 ? place : place.substring(0, quote)) + " (proposed)";
        }
        boolean said = line.status() == Status.REPORTED || line.status() == Status.PARTLY;
        if (where.isEmpty() && line.status() == Status.NOT_APPLICABLE) {
            return "Not applicable";
        }
        return where.isEmpty() && said && line.text().length() <= SHORT ? line.text() : where;
    }
}
