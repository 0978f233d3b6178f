package org.winnow.ui.importing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.Earlier;
import org.winnow.exchange.ImportRequest;
import org.winnow.exchange.Importing;
import org.winnow.exchange.Preview;
import org.winnow.exchange.Survey;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.UnreadableFile;
import org.winnow.formats.table.TableLayout;
import org.winnow.formats.table.TableMapping;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;

/**
 * Looks at files before they are imported: how each begins at once, then each to its end, one after another, so that
 * many large files do not fight for the disk.
 */
final class Looking {
    private static final int PREVIEWED = 20;
    private static final int TYPING_MILLIS = 400;

    /** @param trouble why it cannot be read although its columns can be shown; empty where it can */
    private record Look(@Nullable Preview preview, @Nullable TableLayout layout, ReadOptions options, String trouble) {}

    private record Through(Survey survey, Earlier earlier) {}

    private final Importing importing;
    private final Jobs jobs;
    private final Texts texts;
    private final TableMemory memory;
    private final Deque<PendingFile> waiting = new ArrayDeque<>();
    private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper();
    private @Nullable PendingFile current;
    private Jobs.@Nullable Request<Through> reading;

    Looking(Importing importing, Jobs jobs, Texts texts, TableMemory memory) {
        this.importing = importing;
        this.jobs = jobs;
        this.texts = texts;
        this.memory = memory;
    }

    /** How many files are still being looked through. */
    ReadOnlyIntegerProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** Looks at a file for the first time. */
    void begin(PendingFile file) {
        look(file, true);
        file.words().sourceProperty().subscribe((was, is) -> compareAgain(file));
    }

    /** Reads a file in another way from now on. */
    void read(PendingFile file, ReadOptions options) {
        if (!options.equals(file.optionsProperty().get())) {
            file.optionsProperty().set(options);
            look(file, false);
        }
    }

    void forget(PendingFile file) {
        waiting.remove(file);
        Jobs.Request<Through> now = reading;
        if (file == current && now != null) {
            now.cancel();
        }
        count();
    }

    private void look(PendingFile file, boolean first) {
        forget(file);
        file.troubleProperty().set("");
        file.previewProperty().set(null);
        file.surveyProperty().set(null);
        ImportRequest request = file.request();
        waiting.add(file);
        count();
        jobs.latest("preview-" + file.id(), p -> first ? remembering(request) : beginning(request))
                .then(look -> seen(file, look))
                .onTrouble(e -> unreadable(file, String.valueOf(e.getMessage())));
    }

    /** How a file begins, its columns as this user once said they are. */
    private Look remembering(ImportRequest request) {
        Look look = beginning(request);
        TableLayout layout = look.layout();
        if (layout == null) {
            return look;
        }
        TableMapping earlier = memory.remembered(layout.mapping());
        return earlier.equals(layout.mapping())
                ? look
                : beginning(request.withOptions(request.options().withTable(earlier)));
    }

    private static Look beginning(ImportRequest request) {
        ReadOptions options = request.options();
        try {
            Preview preview = Importing.preview(request, PREVIEWED);
            return new Look(preview, layout(request).orElse(null), options, "");
        } catch (UnreadableFile e) {
            Optional<TableLayout> columns = layout(request);
            if (columns.isEmpty()) {
                throw e;
            }
            return new Look(null, columns.get(), options, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<TableLayout> layout(ImportRequest request) {
        try {
            return Importing.tableLayout(request.file(), request.options());
        } catch (UnreadableFile noTable) {
            // What is wrong with the file is told by reading it.
            return Optional.empty();
        }
    }

    private void seen(PendingFile file, Look look) {
        file.optionsProperty().set(look.options());
        file.layoutProperty().set(look.layout());
        Preview preview = look.preview();
        if (preview == null) {
            unreadable(file, look.trouble());
            return;
        }
        file.words()
                .suggest(Importing.sourceName(
                        file.shortName(), preview.detection().database()));
        file.previewProperty().set(preview);
        next();
    }

    private void unreadable(PendingFile file, String why) {
        file.troubleProperty().set(why);
        forget(file);
        next();
    }

    private void next() {
        PendingFile file = waiting.stream()
                .filter(f -> f.previewProperty().get() != null)
                .findFirst()
                .orElse(null);
        if (current != null || file == null) {
            return;
        }
        waiting.remove(file);
        current = file;
        ImportRequest request = file.request();
        reading = jobs.run(
                        texts.get("import.lookingThrough", file.shortName()),
                        p -> new Through(Importing.survey(request, p), importing.earlier(request, p)))
                .then(through -> {
                    file.earlierProperty().set(through.earlier());
                    file.surveyProperty().set(through.survey());
                })
                .onTrouble(e -> file.troubleProperty().set(String.valueOf(e.getMessage())))
                .atEnd(() -> ended(file));
    }

    private void ended(PendingFile file) {
        current = null;
        boolean cancelled = file.surveyProperty().get() == null
                && file.troubleProperty().get().isEmpty()
                && !waiting.contains(file);
        if (cancelled) {
            file.troubleProperty().set(texts.get("import.lookingThrough.cancelled"));
        }
        count();
        next();
    }

    private void count() {
        left.set(waiting.size() + (current == null ? 0 : 1));
    }

    /** Another source may have given other records before. */
    private void compareAgain(PendingFile file) {
        if (file.surveyProperty().get() != null && file.reportProperty().get() == null) {
            ImportRequest request = file.request();
            jobs.settled("earlier-" + file.id(), TYPING_MILLIS, p -> importing.earlier(request, p))
                    .then(file.earlierProperty()::set);
        }
    }
}
