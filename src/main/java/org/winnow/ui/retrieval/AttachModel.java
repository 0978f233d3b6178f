package org.winnow.ui.retrieval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.Attaching.Heard;
import org.winnow.fulltext.Attaching.Matched;
import org.winnow.fulltext.Attaching.Unmatched;
import org.winnow.fulltext.Match;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.Picture;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.RecordId;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;

/** PDFs on their way in: the certain ones attach by themselves, the others wait for a person. */
final class AttachModel {
    /** A record that the file in front may belong to. */
    record Candidate(RecordId record, String title, String detail, String why) {}

    /** How far the files are that came. */
    record Count(int attached, int waiting) {}

    private static final int PICTURE_WIDTH = 900;
    private static final int PICTURE_LONGEST = 1600;
    private static final int MOST_FOUND = 9;

    private final Review review;
    private final Jobs jobs;
    private final Texts texts;
    private final Intake intake;
    private final ObservableList<Unmatched> waiting = FXCollections.observableArrayList();
    private final ObservableList<Candidate> candidates = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Unmatched> front = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Unmatched> wrong = new ReadOnlyObjectWrapper<>();
    /** Those that were tried. They are never written down. */
    private final Map<Path, String> passwords = new ConcurrentHashMap<>();

    private final ReadOnlyObjectWrapper<@Nullable Picture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Count> count = new ReadOnlyObjectWrapper<>(new Count(0, 0));

    AttachModel(Review review, Jobs jobs, Texts texts, Intake intake) {
        this.review = review;
        this.jobs = jobs;
        this.texts = texts;
        this.intake = intake;
    }

    ObservableList<Unmatched> waiting() {
        return waiting;
    }

    /** Records that the file in front may belong to, or that were searched for. */
    ObservableList<Candidate> candidates() {
        return candidates;
    }

    ReadOnlyObjectProperty<@Nullable Unmatched> frontProperty() {
        return front.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Count> countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Takes files and folders; what is certain is attached in the background. */
    void add(List<Path> filesAndFolders) {
        take(filesAndFolders, "");
    }

    /** Tries a password on the file in front; where it opens it, the file is taken like any other. */
    void unlock(String password) {
        Unmatched file = front.get();
        if (file != null) {
            passwords.put(file.file(), password);
            take(List.of(file.file()), password);
        }
    }

    private void take(List<Path> filesAndFolders, String password) {
        jobs.run(texts.get("attach.running"), progress -> {
            intake.take(filesAndFolders, password, progress, new Heard() {
                @Override
                public void matched(Matched file) {
                    Platform.runLater(() -> attached(file));
                }

                @Override
                public void unmatched(Unmatched file) {
                    Platform.runLater(() -> hold(file));
                }
            });
            return null;
        });
    }

    private void attached(Matched file) {
        waiting.stream()
                .filter(known -> known.file().equals(file.file()))
                .findFirst()
                .ifPresent(this::leave);
        count.set(new Count(count.get().attached() + 1, waiting.size()));
    }

    private void hold(Unmatched file) {
        boolean triedInFront = false;
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).file().equals(file.file())) {
                triedInFront = waiting.get(i).equals(front.get());
                waiting.set(i, file);
            }
        }
        if (!waiting.contains(file)) {
            waiting.add(file);
        }
        count.set(new Count(count.get().attached(), waiting.size()));
        if (front.get() == null || triedInFront) {
            show(file);
            wrong.set(file.locked() && passwords.containsKey(file.file()) ? file : null);
        }
    }

    /** The file in front, where a password was tried on it that does not open it; else null. */
    ReadOnlyObjectProperty<@Nullable Unmatched> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    private String password(Unmatched of) {
        return passwords.getOrDefault(of.file(), "");
    }

    /** Puts a file in front, or none. */
    void show(@Nullable Unmatched file) {
        if (file == front.get()) {
            return;
        }
        front.set(file);
        wrong.set(null);
        picture.set(null);
        candidates.clear();
        if (file != null) {
            jobs.latest(
                            "attach-picture",
                            p -> OpenPdf.firstPage(file.file(), password(file), PICTURE_WIDTH, PICTURE_LONGEST, p))
                    .then(drawn -> picture.set(drawn.orElse(null)));
            jobs.latest("attach-candidates", p -> described(file.candidates())).then(candidates::setAll);
        }
    }

    /** Looks for other records; no words show again what was likely. */
    void search(String words) {
        Unmatched file = front.get();
        if (file == null) {
            return;
        }
        jobs.settled("attach-candidates", 150, p -> words.isBlank() ? described(file.candidates()) : found(words))
                .then(candidates::setAll);
    }

    private List<Candidate> found(String words) {
        List<Match.Candidate> found = new ArrayList<>();
        long[] ids = review.records().ids(RecordQuery.everything().withText(words));
        for (int i = 0; i < Math.min(ids.length, MOST_FOUND); i++) {
            found.add(new Match.Candidate(new RecordId(ids[i]), 0, ""));
        }
        return described(found);
    }

    private List<Candidate> described(List<Match.Candidate> all) {
        Map<RecordId, String> titles = review.records()
                .titles(all.stream().map(Match.Candidate::record).toList());
        return all.stream()
                .map(c -> new Candidate(
                        c.record(),
                        titles.getOrDefault(c.record(), ""),
                        review.records()
                                .bib(c.record())
                                .map(AttachModel::detail)
                                .orElse(""),
                        c.why()))
                .toList();
    }

    private static String detail(BibRecord record) {
        List<String> parts = new ArrayList<>();
        Optional<Author> first = record.authors().stream().findFirst();
        first.ifPresent(a -> parts.add(a.family() + (record.authors().size() > 1 ? " et al." : "")));
        if (record.year() != null) {
            parts.add(String.valueOf(record.year()));
        }
        parts.add(record.journal());
        return String.join(
                " \u00B7 ", parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    /** Attaches the file in front to the record in that place of the list. */
    void place(int number) {
        Unmatched file = front.get();
        if (file == null || number < 0 || number >= candidates.size()) {
            return;
        }
        RecordId record = candidates.get(number).record();
        leave(file);
        count.set(new Count(count.get().attached() + 1, waiting.size()));
        jobs.inOrder(p -> {
            intake.place(file.file(), record, password(file), p);
            return null;
        });
    }

    /** Leaves the file in front out. */
    void leaveOut() {
        Unmatched file = front.get();
        if (file != null) {
            leave(file);
        }
    }

    private void leave(Unmatched file) {
        int at = Math.max(0, waiting.indexOf(file));
        waiting.remove(file);
        count.set(new Count(count.get().attached(), waiting.size()));
        show(waiting.isEmpty() ? null : waiting.get(Math.min(at, waiting.size() - 1)));
    }
}
