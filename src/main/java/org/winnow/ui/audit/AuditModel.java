package org.winnow.ui.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.store.AuditTrail.Event;
import org.winnow.store.AuditTrail.Line;
import org.winnow.store.AuditTrail.Part;
import org.winnow.store.AuditTrail.Search;
import org.winnow.store.Changes;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.PagedList;
import org.winnow.ui.kit.ScreenModel;
import org.winnow.ui.kit.Texts;

/** The trail and the life that is looked at: properties out, commands in. */
public final class AuditModel implements ScreenModel {
    /** Everything that was done to one record, the oldest first. */
    record Life(RecordId record, String title, List<Event> events) {}

    /** Searching a long trail takes longer than typing. */
    private static final long SEARCHED_AFTER_MILLIS = 200;

    private final Review review;
    private final Jobs jobs;
    private final Texts texts;
    private final AuditDesk desk;
    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Reviewer>> person = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.ALL);
    private final PagedList<Long, Line> list;
    private final ReadOnlyObjectWrapper<List<Reviewer>> people = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Line> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Life> life = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Integer> found = new ReadOnlyObjectWrapper<>(-1);
    private final BooleanProperty whole = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Boolean> leads = new ReadOnlyObjectWrapper<>(false);
    private volatile Review shown;
    private boolean visible;

    public AuditModel(Review review, Jobs jobs, Texts texts, AuditDesk desk) {
        this.review = review;
        this.jobs = jobs;
        this.texts = texts;
        this.desk = desk;
        this.shown = review;
        this.list = new PagedList<>("audit", jobs, Long::valueOf, Long::longValue, Line::key, keys -> shown.auditTrail()
                .lines(keys));
        words.subscribe(this::search);
        person.subscribe(this::search);
        part.subscribe(this::search);
        whole.subscribe(this::again);
    }

    /** Whether everything is shown, also what blinding hides; for those who lead the team. */
    BooleanProperty wholeProperty() {
        return whole;
    }

    /** Whether the person leads the team and blinding hides something. */
    ReadOnlyObjectProperty<Boolean> leadsProperty() {
        return leads.getReadOnlyProperty();
    }

    StringProperty wordsProperty() {
        return words;
    }

    /** Whose doings are listed; empty for everybody's. */
    ObjectProperty<Optional<Reviewer>> personProperty() {
        return person;
    }

    ObjectProperty<Part> partProperty() {
        return part;
    }

    PagedList<Long, Line> list() {
        return list;
    }

    ReadOnlyObjectProperty<List<Reviewer>> peopleProperty() {
        return people.getReadOnlyProperty();
    }

    /** How many lines the search found, or -1 before it has ended for the first time. */
    ReadOnlyObjectProperty<Integer> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** The line that was chosen, or null. */
    ReadOnlyObjectProperty<@Nullable Line> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The life of the record that was chosen, or null where the line is about none. */
    ReadOnlyObjectProperty<@Nullable Life> lifeProperty() {
        return life.getReadOnlyProperty();
    }

    List<String> lifeFormats() {
        return desk.lifeFormats();
    }

    @Override
    public void show(boolean now) {
        visible = now;
        if (now) {
            jobs.latest("audit-people", p -> review.reviewers().all()).then(people::set);
            again();
        }
    }

    private void search() {
        read(SEARCHED_AFTER_MILLIS);
    }

    /** What is shown changes: another list, and the life that is looked at. */
    private void again() {
        boolean everything = whole.get();
        jobs.latest("audit-unblinded", p -> desk.unblinded()).then(unblinded -> {
            leads.set(unblinded.isPresent());
            shown = everything ? unblinded.orElse(review) : review;
            read(0);
            Life now = life.get();
            if (now != null) {
                open(now.record());
            }
        });
    }

    private Search wanted() {
        String text = words.get() == null ? "" : words.get().strip();
        return new Search(text, person.get().map(Reviewer::name).orElse(""), part.get());
    }

    private void read(long millis) {
        if (visible) {
            Search wanted = wanted();
            jobs.settled("audit-search", millis, p -> shown.auditTrail().keys(wanted))
                    .then(keys -> {
                        list.show(keys);
                        found.set(keys.length);
                    });
        }
    }

    void choose(int place) {
        Line line = place < 0 || place >= list.ids().size() ? null : list.row(place);
        chosen.set(line);
        RecordId record = line == null ? null : line.event().record();
        if (record == null) {
            life.set(null);
        } else {
            open(record);
        }
    }

    /** Shows the life of a record, whatever the list holds. */
    void open(RecordId record) {
        jobs.latest("audit-life", p -> {
                    List<Event> events = new ArrayList<>();
                    shown.auditTrail().life(record, events::add);
                    return new Life(
                            record,
                            shown.records().titles(List.of(record)).getOrDefault(record, ""),
                            List.copyOf(events));
                })
                .then(life::set);
    }

    void writeTrail(Path target, Consumer<Long> done) {
        Search wanted = wanted();
        jobs.run(texts.get("audit.writing"), p -> desk.writeTrail(shown, wanted, target))
                .then(done);
    }

    void writeLife(RecordId record, Path target, Runnable done) {
        jobs.run(texts.get("audit.writing"), p -> {
                    desk.writeLife(shown, record, target);
                    return target;
                })
                .then(written -> done.run());
    }

    /** Has the whole chain of hashes computed again. */
    void check(Consumer<List<String>> problems) {
        jobs.run(texts.get("audit.checking"), p -> desk.check()).then(problems);
    }

    @Override
    public void refresh(Changes changes) {
        if (visible && !changes.kinds().isEmpty()) {
            read(SEARCHED_AFTER_MILLIS);
            Life now = life.get();
            if (now != null) {
                open(now.record());
            }
        }
    }
}
