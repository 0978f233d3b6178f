package org.winnow.store;

import org.jspecify.annotations.Nullable;
import org.winnow.model.Assignment;
import org.winnow.model.Stage;

/**
 * Which records of a stage wait for one person: those that the assignment gives them and for which nobody else has done
 * what is asked. A calibration round comes first and is everybody's, however many have decided already.
 *
 * @param place of the person among those who share the records, from 0; -1 where they get none
 */
public record Queue(Assignment assignment, int place) {
    /** Draws that follow from the same seed and have nothing to do with each other. */
    private enum Draw {
        WHOSE(1_000_003),
        IN_ALL(2_000_003),
        ROUND(3_000_017),
        ORDER(4_000_037);

        private final long salt;

        Draw(long salt) {
            this.salt = salt;
        }
    }

    private static final long FACTOR = 238_516_665;

    /** SQL for the lot of a record in one of the draws, from 0 to below {@link Assignment#LOTS}; as in record_need. */
    private static String draw(Draw what, long seed) {
        return "(l.number * " + (FACTOR + 2 * (seed + what.salt)) % Assignment.LOTS + " % " + Assignment.LOTS + ")";
    }

    /** SQL for the place of the record {@code r} in the random order. */
    static String order(@Nullable Queue queue) {
        long seed = queue == null ? 0 : queue.assignment.seed();
        return "(SELECT " + draw(Draw.ORDER, seed) + " FROM lot l WHERE l.record_id = r.id)";
    }

    /** SQL for the lot by which a record gets into the calibration round. */
    static String round(long seed) {
        return draw(Draw.ROUND, seed);
    }

    /** SQL condition: the record {@code r} is in the calibration round. */
    String inRound() {
        return inRound(assignment, "r.id");
    }

    static String inRound(Assignment assignment, String record) {
        return assignment.calibration() == 0
                ? "false"
                : record + " IN (SELECT l.record_id FROM lot l WHERE " + draw(Draw.ROUND, assignment.seed()) + " < "
                        + assignment.calibration() + ")";
    }

    boolean hasRound() {
        return assignment.calibration() > 0;
    }

    /** SQL condition: the record {@code r} is this person's and somebody is waited for. */
    String waiting(Stage stage) {
        String open = "+r.id NOT IN (SELECT e.record_id FROM enough e WHERE e.stage = '" + stage.key() + "')";
        return mine(stage).isEmpty() ? open : open + " AND " + mine(stage);
    }

    /** SQL condition: the record {@code r} is this person's; empty where every record is. */
    private String mine(Stage stage) {
        int people = assignment.people().size();
        if (people == 0) {
            return "";
        }
        if (place < 0) {
            return "false";
        }
        String first = draw(Draw.WHOSE, assignment.seed()) + " * " + people + " / " + Assignment.LOTS;
        String each = assignment.each() == 0 ? "n.wanted" : Integer.toString(assignment.each());
        return "r.id IN (SELECT l.record_id FROM lot l JOIN record_need n ON n.record_id = l.record_id AND n.stage = '"
                + stage.key() + "' WHERE (" + place + " - " + first + " + " + people + ") % " + people + " < " + each
                + " OR " + draw(Draw.IN_ALL, assignment.seed()) + " * 100 < " + assignment.overlap() * Assignment.LOTS
                + ")";
    }

    /** SQL condition: the record {@code r} is this person's at the stage, whoever has decided on it. */
    String assigned(Stage stage) {
        String mine = mine(stage);
        return mine.isEmpty() ? "true" : hasRound() ? "(" + inRound() + " OR " + mine + ")" : mine;
    }
}
