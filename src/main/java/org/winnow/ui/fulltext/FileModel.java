package org.winnow.ui.fulltext;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.PdfFolder;
import org.winnow.fulltext.UnreadablePdf;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.PageSize;
import org.winnow.store.Attachments.Attachment;
import org.winnow.ui.fulltext.PdfModel.Sought;
import org.winnow.ui.kit.Jobs;

/** The file of the report in front: opened, locked, broken or missing. */
final class FileModel {
    /** What stands where the pages of a file should be. */
    enum State {
        /** Nothing to show yet. */
        WAITING,
        /** No report is in the queue. */
        NO_REPORT,
        /** The report has no file. */
        NO_FILE,
        /** The file does not lie beside the review. */
        MISSING,
        LOCKED,
        BROKEN,
        READING
    }

    /** How the file of the report in front is, and what there is to say of it. */
    record Shown(State state, String message) {
        private static Shown as(State state) {
            return new Shown(state, "");
        }
    }

    /** A place in a file that the next report has. */
    private record Wanted(String sha256, Sought place) {}

    private final PdfFolder folder;
    private final Jobs jobs;
    private final PdfModel pdf;
    private final OpenFiles files = new OpenFiles();
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Map<String, Integer> pageOf = new HashMap<>();
    private @Nullable Wanted wanted;
    private final ReadOnlyObjectWrapper<@Nullable Attachment> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.as(State.WAITING));

    FileModel(PdfFolder folder, Jobs jobs) {
        this.folder = folder;
        this.jobs = jobs;
        this.pdf = new PdfModel(jobs);
    }

    PdfModel pdf() {
        return pdf;
    }

    /** The file that is read, or null for none. */
    ReadOnlyObjectProperty<@Nullable Attachment> fileProperty() {
        return file.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Of the report that is shown next, this file is opened and this place of it comes into sight. */
    void want(String sha256, Sought place) {
        wanted = new Wanted(sha256, place);
    }

    /** Opens the first file of a report, unless one of its files is open. */
    void show(@Nullable Report report) {
        Attachment open = file.get();
        Wanted place = wanted;
        Attachment asked = place == null || report == null ? null : report.file(place.sha256());
        if (asked == null) {
            wanted = null;
        } else if (!asked.equals(open) || shown.get().state() != State.READING) {
            open(asked);
            return;
        }
        revealWanted();
        if (report == null) {
            leave();
            shown.set(Shown.as(State.NO_REPORT));
        } else if (open == null
                || report.files().stream().noneMatch(f -> f.sha256().equals(open.sha256()))) {
            leave();
            if (report.files().isEmpty()) {
                shown.set(Shown.as(State.NO_FILE));
            } else {
                open(report.files().get(0));
            }
        }
    }

    /** Nothing is read any more; where it was is remembered. */
    private void leave() {
        rememberPage();
        file.set(null);
        pdf.close();
    }

    private void rememberPage() {
        Attachment now = file.get();
        if (now != null && shown.get().state() == State.READING) {
            pageOf.put(now.sha256(), pdf.sheet().pageProperty().get());
        }
    }

    private record Opened(OpenPdf pdf, List<PageSize> first) {}

    /** Opens a file of the report in front. */
    void open(Attachment attachment) {
        leave();
        file.set(attachment);
        shown.set(Shown.as(State.WAITING));
        Path path = folder.path(attachment.sha256());
        jobs.latest("reader-open", p -> {
                    if (!Files.exists(path)) {
                        return null;
                    }
                    OpenPdf now = files.open(path, password(attachment));
                    return new Opened(now, now.sizes(1, Math.min(SizesErrand.AT_FIRST, now.pages())));
                })
                .then(opened -> opened(attachment, opened))
                .onTrouble(trouble -> {
                    if (!attachment.equals(file.get())) {
                        return;
                    }
                    boolean locked = trouble instanceof UnreadablePdf unreadable && unreadable.passwordNeeded();
                    String message =
                            String.valueOf(trouble.getMessage()).replace(path.toString(), attachment.fileName());
                    shown.set(new Shown(locked ? State.LOCKED : State.BROKEN, message));
                });
    }

    /** A file that comes too late to be shown is closed with the next one. */
    private void opened(Attachment attachment, @Nullable Opened opened) {
        if (!attachment.equals(file.get())) {
            return;
        }
        if (opened == null) {
            shown.set(new Shown(State.MISSING, folder.folder().toString()));
            return;
        }
        shown.set(Shown.as(State.READING));
        pdf.open(opened.pdf(), opened.first());
        pdf.sheet().goTo(pageOf.getOrDefault(attachment.sha256(), 1));
        revealWanted();
        jobs.latest("reader-close-" + attachment.sha256(), p -> {
            files.closeBefore(opened.pdf());
            return null;
        });
    }

    private void revealWanted() {
        Wanted place = wanted;
        Attachment now = file.get();
        if (place != null && now != null && now.sha256().equals(place.sha256())) {
            wanted = null;
            pdf.reveal(place.place());
        }
    }

    /** The password by which a file of a report was attached opens it here too. */
    void know(@Nullable Report report, String password) {
        if (report != null && !password.isEmpty()) {
            report.files().forEach(f -> passwords.putIfAbsent(f.sha256(), password));
        }
    }

    /** The password by which a file was opened; empty for none. */
    String password(Attachment attachment) {
        return passwords.getOrDefault(attachment.sha256(), "");
    }

    /** Tries a password on the file that asks for one; it is kept until the review is closed and never written down. */
    void unlock(String password) {
        Attachment now = file.get();
        if (now != null) {
            passwords.put(now.sha256(), password);
            open(now);
        }
    }

    /** Lets go of all files. Beside the FX thread. */
    void close() {
        files.closeAll();
    }
}
