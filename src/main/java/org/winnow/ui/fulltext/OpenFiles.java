package org.winnow.ui.fulltext;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.winnow.fulltext.reading.OpenPdf;

/** Knows which files are open, so that none stays so when what was asked for comes too late to be shown. */
final class OpenFiles {
    private final List<OpenPdf> open = new ArrayList<>();

    /** @throws org.winnow.fulltext.UnreadablePdf when it cannot be opened */
    OpenPdf open(Path file, String password) {
        OpenPdf pdf = OpenPdf.open(file, password);
        synchronized (open) {
            open.add(pdf);
        }
        return pdf;
    }

    /** Closes those that were opened before this one. */
    void closeBefore(OpenPdf kept) {
        List<OpenPdf> gone;
        synchronized (open) {
            gone = List.copyOf(open.subList(0, Math.max(0, open.indexOf(kept))));
            open.removeAll(gone);
        }
        gone.forEach(OpenPdf::close);
    }

    void closeAll() {
        List<OpenPdf> gone;
        synchronized (open) {
            gone = List.copyOf(open);
            open.clear();
        }
        gone.forEach(OpenPdf::close);
    }
}
