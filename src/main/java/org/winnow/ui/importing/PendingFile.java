package org.winnow.ui.importing;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.DecisionsAs;
import org.winnow.exchange.Earlier;
import org.winnow.exchange.ImportReport;
import org.winnow.exchange.ImportRequest;
import org.winnow.exchange.Opened.Part;
import org.winnow.exchange.Preview;
import org.winnow.exchange.Survey;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.decision.RayyanLog;
import org.winnow.formats.table.TableLayout;

/** A file on its way in: what it is, what a person says of it, then what became of it. */
final class PendingFile {
    /** How far it is. */
    enum State {
        LOOKING,
        UNREADABLE,
        /** It has been here before, and nobody has said what is to happen. */
        ASKS,
        READY,
        LEFT_OUT,
        RUNNING,
        IMPORTED
    }

    private final Path origin;
    private final Part part;
    private final RayyanLog log;
    private final SearchWords words = new SearchWords();
    private final ObjectProperty<ReadOptions> options = new SimpleObjectProperty<>(ReadOptions.AUTO);
    private final ObjectProperty<@Nullable Preview> preview = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable TableLayout> layout = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Survey> survey = new SimpleObjectProperty<>();
    private final ObjectProperty<Earlier> earlier = new SimpleObjectProperty<>(Earlier.NOTHING);
    private final ObjectProperty<@Nullable Again> again = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable DecisionsAs> decisions = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable ImportReport> report = new SimpleObjectProperty<>();
    private final ObjectBinding<State> state =
            Bindings.createObjectBinding(this::stateNow, survey, earlier, again, trouble, running, report);
    private boolean columnsChanged;

    /** @param origin what was dropped or chosen: the file itself, or the archive it is in */
    PendingFile(Path origin, Part part, RayyanLog log) {
        this.origin = origin;
        this.part = part;
        this.log = log;
    }

    Path file() {
        return part.file();
    }

    /** What tells it from every other file. */
    String id() {
        return origin.toAbsolutePath() + " " + part.name();
    }

    /** What people call it, with its folders. */
    String name() {
        return part.name();
    }

    /** What people call it, without its folders; a file in an archive with the archive. */
    String shortName() {
        return name().equals(file().toString()) ? String.valueOf(file().getFileName()) : name();
    }

    SearchWords words() {
        return words;
    }

    ObjectProperty<ReadOptions> optionsProperty() {
        return options;
    }

    /** How it begins, or null while it is being looked at or cannot be read. */
    ObjectProperty<@Nullable Preview> previewProperty() {
        return preview;
    }

    /** Its columns, or null where it has none. */
    ObjectProperty<@Nullable TableLayout> layoutProperty() {
        return layout;
    }

    /** What all of it holds, or null while it is being looked through. */
    ObjectProperty<@Nullable Survey> surveyProperty() {
        return survey;
    }

    ObjectProperty<Earlier> earlierProperty() {
        return earlier;
    }

    /** What is to happen with what was here before; null until somebody says so. */
    ObjectProperty<@Nullable Again> againProperty() {
        return again;
    }

    /** Whose the decisions in it become; null to leave them in its notes. */
    ObjectProperty<@Nullable DecisionsAs> decisionsProperty() {
        return decisions;
    }

    /** Why it cannot be imported, in words; empty where it can. */
    StringProperty troubleProperty() {
        return trouble;
    }

    BooleanProperty runningProperty() {
        return running;
    }

    /** What became of it, or null before it was imported. */
    ObjectProperty<@Nullable ImportReport> reportProperty() {
        return report;
    }

    ObjectBinding<State> stateProperty() {
        return state;
    }

    State state() {
        return state.get();
    }

    private State stateNow() {
        if (report.get() != null) {
            return State.IMPORTED;
        }
        if (running.get()) {
            return State.RUNNING;
        }
        if (!trouble.get().isEmpty()) {
            return State.UNREADABLE;
        }
        if (survey.get() == null) {
            return State.LOOKING;
        }
        if (earlier.get().asks() && again.get() != Again.ALL && again.get() != Again.ONLY_NEW) {
            return again.get() == Again.SKIP ? State.LEFT_OUT : State.ASKS;
        }
        return State.READY;
    }

    /** Whether it is to go in, once what is still asked has been answered. */
    boolean wanted() {
        return state() == State.READY || state() == State.ASKS;
    }

    /** Whether a person said what its columns hold, so that it is worth remembering. */
    boolean columnsChanged() {
        return columnsChanged;
    }

    void changeColumns() {
        columnsChanged = true;
    }

    /** How many records will go in; 0 while nobody knows. */
    long records() {
        return Optional.ofNullable(survey.get()).map(Survey::usable).orElse(0L);
    }

    ImportRequest request() {
        return new ImportRequest(
                        part.file(),
                        words.sourceProperty().get(),
                        words.kindProperty().get(),
                        words.dateProperty().get().strip(),
                        words.queryProperty().get().strip(),
                        SourceChecks.hits(words.hitsProperty().get()),
                        options.get())
                .called(part.name())
                .withLog(log)
                .withOnlyNew(again.get() == Again.ONLY_NEW)
                .withDecisions(decisions.get());
    }
}
