package org.winnow.cli;

import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.tune.Beside;
import org.winnow.dfllm.tune.Marked;
import org.winnow.dfllm.tune.Screened;
import org.winnow.dfllm.tune.Taught;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.WordPieces;
import org.winnow.model.UserException;
import org.winnow.papers.AttachedPapers;
import org.winnow.ranking.Model;
import org.winnow.ranking.Models;
import org.winnow.store.Review;
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

    /**
     * @param parts of the records; the teacher knows of those that are learnt from
     * @param usual the network that the teacher reads with
     */
    Beside beside(
            Review review,
            TuneRecords records,
            Screened.Parts parts,
            Embedding usual,
            WordPieces pieces,
            long seed,
            Console console) {
        if (teacherWeight < 0 || (rationales != null && rationales < 0)) {
            throw new UserException("What counts beside the verdicts counts 0 or more.");
        }
        Taught taught = teacher == null
                ? null
                : records.taught(
                        model(teacher),
                        teacherWeight,
                        parts.learn(),
                        usual,
                        pieces,
                        console.progress("Asking the teacher"));
        Marked marked = rationales == null
                ? null
                : TuneRationales.of(
                        review,
                        new AttachedPapers(review, ReviewCommand.cache()),
                        pieces,
                        rationales,
                        seed,
                        console.progress("Reading the papers"));
        return new Beside(taught, marked);
    }

    private static Model model(String name) {
        return Models.named(name)
                .orElseThrow(() -> new UserException("There is no ranking model \"" + name + "\": write "
                        + String.join(
                                ", ", Models.all().stream().map(Model::name).toList())
                        + "."));
    }
}
