package org.winnow.ui.team;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Assignment;
import org.winnow.model.Reviewer;
import org.winnow.model.Role;
import org.winnow.model.Stage;
import org.winnow.model.StagePolicy;
import org.winnow.screening.Pin;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.RecordQuery;
import org.winnow.store.RecordQuery.Mine;
import org.winnow.store.Review;
import org.winnow.store.Team;
import org.winnow.ui.kit.Jobs;

/** How the team works, who is what, and who takes which records: properties out, commands in. */
public final class RulesModel {
    /**
     * The rules of one stage.
     *
     * @param calibration how many records are in the calibration round
     * @param records how many are at the stage
     * @param mine how many wait for the person at the screen
     */
    record AtStage(StagePolicy policy, Assignment assignment, long calibration, long records, long mine) {}

    /**
     * All rules.
     *
     * @param mayRule whether the person at the screen may change them
     * @param pin whether that person has a PIN
     */
    record Rules(
            Map<Stage, AtStage> stages,
            List<Reviewer> people,
            Map<Reviewer, Role> roles,
            boolean mayRule,
            boolean pin) {}

    private final Review review;
    private final Jobs jobs;
    private final Reviewer reviewer;
    private final ReadOnlyObjectWrapper<@Nullable Rules> rules = new ReadOnlyObjectWrapper<>();
    private boolean visible;

    public RulesModel(Review review, Jobs jobs, Reviewer reviewer) {
        this.review = review;
        this.jobs = jobs;
        this.reviewer = reviewer;
    }

    ReadOnlyObjectProperty<@Nullable Rules> rulesProperty() {
        return rules.getReadOnlyProperty();
    }

    Reviewer reviewer() {
        return reviewer;
    }

    void show(boolean now) {
        visible = now;
        if (now) {
            load();
        }
    }

    private void load() {
        jobs.latest("team-rules", p -> read()).then(rules::set);
    }

    private Rules read() {
        Map<Stage, AtStage> stages = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            RecordQuery mine = RecordQuery.at(stage).withMine(reviewer.id(), Mine.UNDECIDED);
            stages.put(
                    stage,
                    new AtStage(
                            review.team().policy(stage),
                            review.team().assignment(stage),
                            review.team().inCalibration(stage),
                            review.records().count(RecordQuery.at(stage)),
                            review.records().count(review.team().mine(mine, reviewer.id()))));
        }
        return new Rules(
                stages,
                review.reviewers().all(),
                review.team().roles(),
                review.team().rights().mayRule(reviewer.id()),
                review.team().pin(reviewer) != null);
    }

    /** Makes these the rules of the stage. */
    void rule(Stage stage, StagePolicy now) {
        jobs.inOrder(p -> {
            StagePolicy before = review.team().policy(stage);
            if (!now.equals(before)) {
                review.write(Team.policy(stage, now, before, reviewer.id()));
            }
            return null;
        });
    }

    /**
     * Gives out the records of the stage.
     *
     * @param people who share them; empty where everybody takes all
     * @param calibration how many records come first and are everybody's
     */
    void assign(Stage stage, List<String> people, int overlap, int calibration, long seed) {
        jobs.inOrder(p -> {
            long until = review.team().calibration(stage, calibration, seed);
            review.write(Team.assign(stage, new Assignment(people, 0, overlap, until, seed), reviewer.id()));
            return null;
        });
    }

    void role(Reviewer person, Role role) {
        Rules now = rules.get();
        if (now != null && now.roles().get(person) != role) {
            jobs.inOrder(p -> review.write(Team.role(person, role, reviewer.id())));
        }
    }

    /** Sets the PIN of the person at the screen; an empty one takes it away. */
    void pin(String pin) {
        jobs.inOrder(p -> review.write(Team.pin(reviewer, pin.isBlank() ? null : Pin.kept(pin))));
    }

    void refresh(Changes changes) {
        if (visible
                && changes.touch(Kind.TEAM, Kind.REVIEWERS, Kind.RECORDS, Kind.DECISIONS, Kind.REVIEW, Kind.REPORT)) {
            load();
        }
    }
}
