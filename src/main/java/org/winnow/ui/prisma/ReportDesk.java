package org.winnow.ui.prisma;

import java.nio.file.Path;
import org.winnow.prisma.ReportFacts;
import org.winnow.work.Progress;

/** What the screens of the report need from the rest of the program. */
public interface ReportDesk {
    /** Everything that the texts of the report draw on; read anew. */
    ReportFacts facts();

    /** Writes the whole report as a folder or a ZIP file. */
    void write(Path target, Progress progress);
}
