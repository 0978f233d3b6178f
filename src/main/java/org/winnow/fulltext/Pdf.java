package org.winnow.fulltext;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.winnow.fulltext.drawing.BoundedFilter;

/** Opens PDFs from strangers: scripts and attached files in them are never run, and memory is bounded. */
public final class Pdf {
    private static final long IN_MEMORY = 64L << 20;
    /** Bytes at either end in which readers look for the marks of a PDF. */
    private static final int MARKS = 1024;

    static {
        BoundedFilter.everywhere(Watched::unwanted);
    }

    private Pdf() {}

    /**
     * Opens a file.
     *
     * @param password empty for none
     * @throws UnreadablePdf when it is no PDF, damaged beyond repair, or needs another password
     */
    public static PDDocument open(Path file, String password) {
        if (!Files.isRegularFile(file)) {
            throw new UnreadablePdf(
                    file
                            + (Files.exists(file)
                                    ? " is a folder, not a PDF."
                                    : ": there is no such file. Check the name."),
                    false);
        }
        try {
            if (Files.size(file) == 0) {
                throw new UnreadablePdf(file + " is empty. Download the PDF again.", false);
            }
            return checked(loaded(file, password), file);
        } catch (InvalidPasswordException e) {
            String remedy = password.isEmpty()
                    ? " needs a password. Give it"
                    : " does not open with this password. Try another,";
            throw new UnreadablePdf(file + remedy + ", or save a copy without one.", true);
        } catch (UnreadablePdf known) {
            throw known;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw damaged(file, e);
        } catch (NoClassDefFoundError certificate) {
            // PDFBox asks for Bouncy Castle's mail classes only where a file is encrypted for a certificate.
            throw new UnreadablePdf(
                    file
                            + " is encrypted for somebody's certificate and cannot be opened here. Save a copy without it.",
                    false);
        }
    }

    private static PDDocument loaded(Path file, String password) throws IOException {
        PdfBytes bytes = new PdfBytes(file);
        try {
            return Loader.loadPDF(bytes, password, null, null, MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache);
        } catch (IOException | RuntimeException | Error unreadable) {
            bytes.close();
            throw unreadable;
        }
    }

    private static PDDocument checked(PDDocument document, Path file) throws IOException {
        try {
            if (document.getNumberOfPages() > 0) {
                return document;
            }
        } catch (RuntimeException | StackOverflowError noPages) {
            document.close();
            throw damaged(file, noPages);
        }
        document.close();
        throw new UnreadablePdf(file + " is a PDF without pages. Download it again.", false);
    }

    /** What to say of a file in which PDFBox came upon this. */
    public static UnreadablePdf damaged(Path file, Throwable cause) {
        UnreadablePdf unreadable = new UnreadablePdf(file + what(file, cause), false);
        unreadable.initCause(cause);
        return unreadable;
    }

    private static String what(Path file, Throwable cause) {
        String head = part(file, true);
        if (!head.isEmpty() && !head.contains("%PDF-")) {
            return head.matches("(?is)\\W*<(!doctype|html|\\?xml|head|script).*")
                    ? " is a web page and no PDF: the site may have asked to log in. Download the PDF again."
                    : " is no PDF, whatever its name says. Download it again.";
        }
        if (!head.isEmpty() && !part(file, false).contains("%%EOF")) {
            return " ends in the middle: the download broke off. Download it again.";
        }
        return " cannot be read as a PDF: it is damaged (" + reason(cause)
                + "). Open it in another reader and save it again, or download it again.";
    }

    /** The first bytes of a file or its last ones, where the format has its marks (ISO 32000-1, 7.5.2 and 7.5.5). */
    private static String part(Path file, boolean first) {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(first ? 0 : Math.max(0, Files.size(file) - MARKS));
            return new String(in.readNBytes(MARKS), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Why something cannot be read, in few words. */
    public static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() || message.length() > 120
                ? cause.getClass().getSimpleName()
                : message;
    }
}
