package org.winnow.ui.fulltext;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.winnow.store.Attachments.Attachment;
import org.winnow.store.Attachments.Scan;
import org.winnow.ui.kit.Jobs;

/** Whether the pages of the open file are pictures, and whether their words are or can be recognised. */
final class ScanModel {
    /** What there is to say of the pages. */
    enum State {
        /** They have letters. */
        TEXT,
        /** Pictures whose words were recognised. */
        RECOGNISED,
        /** Pictures whose words were recognised, but not where they stand. */
        WORDS_ONLY,
        /** Pictures whose words can be recognised here. */
        RECOGNISABLE,
        /** Pictures, and no program to recognise their words. */
        NO_RECOGNISER,
        /** Pictures in which no words were recognised. */
        NO_WORDS
    }

    private final DecisionDesk desk;
    private final Jobs jobs;
    private final FileModel file;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.TEXT);

    ScanModel(DecisionDesk desk, Jobs jobs, FileModel file) {
        this.desk = desk;
        this.jobs = jobs;
        this.file = file;
        file.fileProperty().subscribe(now -> load());
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void load() {
        Attachment now = file.fileProperty().get();
        state.set(State.TEXT);
        if (now != null) {
            jobs.latest("reader-scan", p -> of(now)).then(known -> show(now, known));
        }
    }

    private State of(Attachment attachment) {
        Scan scan = desk.scan(attachment.sha256());
        if (!scan.scanned()) {
            return State.TEXT;
        }
        if (scan.worded()) {
            return desk.placed(attachment.sha256()) ? State.RECOGNISED : State.WORDS_ONLY;
        }
        return desk.recognises() ? State.RECOGNISABLE : State.NO_RECOGNISER;
    }

    private void show(Attachment of, State known) {
        if (of.equals(file.fileProperty().get())) {
            state.set(known);
        }
    }

    /** Whether this computer has a program for it. */
    boolean recognises() {
        return desk.recognises();
    }

    /** @param title of the job, as the window shows it */
    void recognise(String title) {
        Attachment now = file.fileProperty().get();
        if (now != null) {
            String password = file.password(now);
            jobs.run(title, p -> desk.recognise(now.sha256(), password, p)).then(any -> recognised(now, any));
        }
    }

    /** Opened again, the file has the words on its pages. */
    private void recognised(Attachment of, boolean any) {
        if (any && of.equals(file.fileProperty().get())) {
            file.open(of);
        }
        show(of, any ? State.RECOGNISED : State.NO_WORDS);
    }
}
