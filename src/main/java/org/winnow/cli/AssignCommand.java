package org.winnow.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.model.Assignment;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.store.RecordQuery;
import org.winnow.store.RecordQuery.Mine;
import org.winnow.store.Review;
import org.winnow.store.Team;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "assign",
        description = "Say who is to screen which records of a stage: everybody all, or shares drawn at random, with a"
                + " calibration round first.",
        mixinStandardHelpOptions = true)
final class AssignCommand extends ReviewCommand {
    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            defaultValue = "title-abstract",
            description = "title-abstract or full-text")
    private String stage = Stage.TITLE_ABSTRACT.key();

    @Option(
            names = "--to",
            paramLabel = "NAME",
            split = ",",
            description = "who share the records; may be repeated. Without it everybody takes all of them")
    private List<String> to = new ArrayList<>();

    @Option(
            names = "--each",
            paramLabel = "N",
            defaultValue = "0",
            description = "how many of them take each record (default: as many as decide on it)")
    private int each;

    @Option(
            names = "--overlap",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "how many records in a hundred all of them take")
    private int overlap;

    @Option(
            names = "--calibration",
            paramLabel = "N",
            defaultValue = "0",
            description = "so many records, drawn at random, come first and are everybody's")
    private int calibration;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of all that is drawn (default: 1)")
    private long seed;

    @Mixin
    private Actor by;

    AssignCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        Stage at = Words.stage(stage);
        return writing(review -> {
            List<String> people =
                    to.stream().map(name -> reviewer(review, name).name()).toList();
            review.write(Team.assign(at, assignment(review, at, people), by.in(review)));
            tell(review.team().rights().seen(null, false), at);
            return Failure.DONE;
        });
    }

    private Assignment assignment(Review review, Stage at, List<String> people) {
        if (each > people.size() && !people.isEmpty()) {
            throw new UserException("--each " + each + " is more than the " + people.size() + " people of --to.");
        }
        try {
            Assignment drawn = new Assignment(people, each, overlap, 0, seed);
            return new Assignment(
                    people, each, overlap, review.team().calibration(at, Math.max(0, calibration), seed), drawn.seed());
        } catch (IllegalArgumentException e) {
            throw new UserException("That cannot be assigned: write an overlap from 0 to 100, and numbers that are not"
                    + " negative for --each, --calibration and --seed.");
        }
    }

    private void tell(Review review, Stage at) {
        Assignment assignment = review.team().assignment(at);
        long inRound = review.team().inCalibration(at);
        Map<String, Object> waiting = new LinkedHashMap<>();
        for (Reviewer person : review.reviewers().all()) {
            RecordQuery mine =
                    review.team().mine(RecordQuery.at(at).withMine(person.id(), Mine.UNDECIDED), person.id());
            waiting.put(person.name(), review.records().count(mine));
        }
        if (json) {
            console.json(Map.of("assignment", assignment, "calibration", inRound, "waiting", waiting));
        } else {
            console.say(at.key() + ": " + words(assignment, inRound));
            waiting.forEach((name, n) -> console.say("  " + name + ": " + n + " records wait"));
        }
    }

    static String words(Assignment a, long inRound) {
        String all = a.isForAll()
                ? "everybody takes every record"
                : String.join(", ", a.people()) + " share the records, "
                        + (a.each() == 0 ? "as many to each as decide on it" : a.each() + " to each")
                        + (a.overlap() == 0 ? "" : ", " + a.overlap() + " % for all of them");
        return all + (inRound == 0 ? "" : "; " + inRound + " records come first, as a calibration round") + " (seed "
                + a.seed() + ")";
    }
}
