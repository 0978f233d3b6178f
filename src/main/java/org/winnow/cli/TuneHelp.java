package org.winnow.cli;

import org.jspecify.annotations.Nullable;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.ranking.Model;
import org.winnow.ranking.Models;
import org.winnow.tuning.ScreeningTuning;
import picocli.CommandLine.Option;

/** What tuning for screening learns from beside verdicts, on the command line. */
final class TuneHelp {
    @Option(
            names = "--teacher",
            paramLabel = "MODEL",
            description = "for screening: learn from the order, too, in which this ranking model puts the records that"
                    + " nobody decided on (winnow, elas-u4, elas-u3)")
    private @Nullable String teacher;

    @Option(
            names = "--teacher-weight",
            defaultValue = "0.5",
            paramLabel = "W",
            description = "how much the teacher counts beside the verdicts (${DEFAULT-VALUE})")
    private double teacherWeight;

    @Option(
            names = "--rationales",
            paramLabel = "W",
            description = "for screening: learn to tell, too, the sentences that reviewers highlighted or underlined in"
                    + " attached papers from the others; so much it counts beside the verdicts")
    private @Nullable Double rationales;

    /** @param who whose verdicts; null for what is settled */
    ScreeningTuning.Lesson lesson(Stage stage, @Nullable ReviewerId who) {
        if (teacherWeight < 0 || (rationales != null && rationales < 0)) {
            throw new UserException("What counts beside the verdicts counts 0 or more.");
        }
        return new ScreeningTuning.Lesson(
                stage, who, teacher == null ? null : model(teacher), teacherWeight, rationales);
    }

    private static Model model(String name) {
        return Models.named(name)
                .orElseThrow(() -> new UserException("There is no ranking model \"" + name + "\": write "
                        + String.join(
                                ", ", Models.all().stream().map(Model::name).toList())
                        + "."));
    }
}
