package org.winnow.formats.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.winnow.work.Progress;

/**
 * Weighs a workbook before it is opened: what unpacks to more than memory holds is refused (zip bombs), so that any
 * workbook that passes is read within bounded memory.
 */
final class Weighing {
    /** The table of texts is the one part that is held as a whole. */
    private static final long MOST_SHARED = 160L << 20;

    private static final long MOST_SMALL = 32L << 20;
    private static final long MOST_SHEET = 8L << 30;

    /** Longest run of characters without a tag, of which a cell's text is one. */
    private static final long MOST_TEXT = 16L << 20;

    /** Columns of Excel end at XFD. */
    private static final int MOST_LETTERS = 3;

    private static final int MOST_PARTS = 20_000;

    private final Progress progress;

    Weighing(Progress progress) {
        this.progress = progress;
    }

    /**
     * Looks at every part.
     *
     * @return whether the workbook has styles, which tell dates from numbers; programs may leave them out
     * @throws IOException when a part is larger than can be
     */
    boolean weigh(Path file) throws IOException {
        boolean styles = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw new IOException("the workbook has " + zip.size() + " parts, more than any list of records needs");
            }
            for (ZipEntry part : zip.stream().toList()) {
                String path = part.getName().toLowerCase(Locale.ROOT);
                styles |= path.endsWith("styles.xml");
                if (path.endsWith(".xml") || path.endsWith(".rels")) {
                    try (InputStream in = zip.getInputStream(part)) {
                        weigh(in, part.getName(), most(path));
                    }
                }
            }
            return styles;
        } catch (ZipException e) {
            throw new IOException("the workbook is cut off or damaged; download it again or save it anew in Excel", e);
        }
    }

    private static long most(String path) {
        if (path.contains("/worksheets/")) {
            return MOST_SHEET;
        }
        boolean shared = path.endsWith("sharedstrings.xml");
        // parts that are never opened, such as drawings, weigh nothing
        boolean opened =
                path.endsWith(".rels") || path.contains("workbook") || path.contains("styles") || path.contains("[");
        return shared ? MOST_SHARED : opened ? MOST_SMALL : Long.MAX_VALUE;
    }

    private void weigh(InputStream in, String part, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        long text = 0;
        int letters = 0;
        boolean reference = false;
        for (int got = in.read(buffer); got > 0 && most < Long.MAX_VALUE; got = in.read(buffer)) {
            progress.check();
            total += got;
            for (int i = 0; i < got; i++) {
                byte b = buffer[i];
                text = b == '<' || b == '>' ? 0 : text + 1;
                boolean letter = b >= 'A' && b <= 'Z';
                letters = reference && letter ? letters + 1 : 0;
                reference = b == '"' || reference && letter;
                if (letters > MOST_LETTERS && i + 1 < got && buffer[i + 1] >= '1' && buffer[i + 1] <= '9') {
                    throw new IOException("the workbook has a cell in a column that Excel does not have");
                }
            }
            if (total > most || text > MOST_TEXT) {
                throw new IOException("the workbook holds a part (" + part
                        + ") that is too large for the memory. Save it as CSV (UTF-8) in Excel and import that file");
            }
        }
    }
}
