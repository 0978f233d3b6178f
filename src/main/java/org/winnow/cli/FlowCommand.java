package org.winnow.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Source;
import org.winnow.model.UserException;
import org.winnow.prisma.FlowCounts;
import org.winnow.prisma.FlowExport;
import org.winnow.prisma.Template;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "flow", description = "Write the PRISMA 2020 flow diagram.", mixinStandardHelpOptions = true)
final class FlowCommand extends ReviewCommand {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "FILE.svg, .pdf, .png, .csv or .json; may be repeated; none only counts")
    private List<Path> out = new ArrayList<>();

    @Option(
            names = "--template",
            paramLabel = "TEMPLATE",
            description = "new-databases or new-all (default: the one that shows every source)")
    private @Nullable String template;

    FlowCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return reading(review -> {
            List<Source> sources = review.sources().all();
            Template as = template == null ? Template.fitting(sources) : template(template);
            FlowCounts counts = counts(review, sources);
            out.forEach(target -> FlowExport.write(counts, as, target));
            if (json) {
                console.json(FlowExport.json(counts, as));
            } else {
                counts.boxes().forEach((name, n) -> console.say(name + ": " + n));
                counts.reasons().forEach((reason, n) -> console.say("  " + reason + ": " + n));
                counts.otherReasons().forEach((reason, n) -> console.say("  (other methods) " + reason + ": " + n));
                as.warnings(counts).forEach(w -> console.note("Warning: " + w));
                out.forEach(target -> console.say("Written to " + target + "."));
            }
            return Failure.DONE;
        });
    }

    static FlowCounts counts(Review review, List<Source> sources) {
        return FlowCounts.of(
                sources, review.standing().flowRows(), review.criteria().all());
    }

    private static Template template(String word) {
        return Template.of(word)
                .orElseThrow(() -> new UserException(
                        "There is no template \"" + word + "\" here: write new-databases or new-all."));
    }
}
