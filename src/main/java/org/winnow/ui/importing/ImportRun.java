package org.winnow.ui.importing;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.ImportReport;
import org.winnow.exchange.ImportRequest;
import org.winnow.exchange.Importing;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Jobs.Running;
import org.winnow.ui.kit.Texts;

/** Files going in one after another, each as one operation: how far it is, how fast it goes, how it ended. */
final class ImportRun {
    private static final double NANOS = 1e9;

    private final Jobs jobs;
    private final Texts texts;
    private final Importing importing;
    private final LongSupplier nanoTime;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Pace> pace = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private List<PendingFile> files = List.of();
    private Consumer<PendingFile> onDone = file -> {};
    private Jobs.@Nullable Request<ImportReport> request;
    private String title = "";
    private int index;
    private int taken;
    private long imported;
    private long before;
    private long began;
    private boolean stopped;

    /** @param nanoTime as {@link System#nanoTime} */
    ImportRun(Jobs jobs, Texts texts, Importing importing, LongSupplier nanoTime) {
        this.jobs = jobs;
        this.texts = texts;
        this.importing = importing;
        this.nanoTime = nanoTime;
        jobs.runningProperty().subscribe(this::told);
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** How far and how fast; null while nothing goes in. */
    ReadOnlyObjectProperty<@Nullable Pace> paceProperty() {
        return pace.getReadOnlyProperty();
    }

    /** What became of the last run, in words. */
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** @param done hears of each file that has gone in */
    void start(List<PendingFile> wanted, Consumer<PendingFile> done) {
        if (busy.get() || wanted.isEmpty()) {
            return;
        }
        files = List.copyOf(wanted);
        onDone = done;
        index = 0;
        taken = 0;
        imported = 0;
        before = 0;
        stopped = false;
        began = nanoTime.getAsLong();
        outcome.set("");
        busy.set(true);
        next();
    }

    /** Something new begins: what became of the last run is old news. */
    void forget() {
        outcome.set("");
    }

    /** Stops. The file that is going in is taken back whole; those before it stay, those after it wait. */
    void cancel() {
        Jobs.Request<ImportReport> now = request;
        if (busy.get() && now != null) {
            stopped = true;
            now.cancel();
        }
    }

    private void next() {
        if (stopped || index >= files.size()) {
            end();
            return;
        }
        PendingFile file = files.get(index);
        file.runningProperty().set(true);
        title = texts.get("import.running", file.shortName());
        paced(0);
        ImportRequest asked = file.request();
        // Kept here too: who cancels when all is written no longer gets a result, and yet the file is in.
        AtomicReference<@Nullable ImportReport> written = new AtomicReference<>();
        request = jobs.run(title, p -> {
                    ImportReport report = importing.run(asked, p);
                    written.set(report);
                    return report;
                })
                .onTrouble(e -> file.troubleProperty().set(String.valueOf(e.getMessage())))
                .atEnd(() -> ended(file, written.get()));
    }

    private void ended(PendingFile file, @Nullable ImportReport report) {
        file.runningProperty().set(false);
        if (report != null) {
            file.reportProperty().set(report);
            taken++;
            imported += report.imported();
            onDone.accept(file);
        } else {
            // Cancelled from the status bar, too: nothing came of it and nothing is wrong with it.
            stopped |= file.troubleProperty().get().isEmpty();
        }
        before += file.records();
        index++;
        next();
    }

    private void end() {
        request = null;
        busy.set(false);
        pace.set(null);
        outcome.set(
                stopped
                        ? texts.get("import.stopped", taken, files.size(), files.size() - taken)
                        : texts.get("import.finished", taken, imported, files.size() - taken));
        files = List.of();
    }

    private void told(@Nullable Running running) {
        if (busy.get() && running != null && running.title().equals(title)) {
            paced(Math.max(0, running.done()));
        }
    }

    private void paced(double share) {
        long total = files.stream().mapToLong(PendingFile::records).sum();
        double done = before + share * files.get(index).records();
        pace.set(Pace.of(done, total, (nanoTime.getAsLong() - began) / NANOS));
    }
}
