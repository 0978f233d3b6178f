package org.winnow.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.model.UserException;
import org.winnow.prisma.Drawing;
import org.winnow.prisma.FlowCounts;
import org.winnow.prisma.FlowCsv;
import org.winnow.prisma.FlowExport;
import org.winnow.prisma.FrozenFlow;
import org.winnow.prisma.ReviewFlow;
import org.winnow.prisma.ReviewKind;
import org.winnow.prisma.Style;
import org.winnow.prisma.Template;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Statements;
import org.winnow.store.Versions.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "flow", description = "Write the PRISMA 2020 flow diagram.", mixinStandardHelpOptions = true)
final class FlowCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "REVIEW", description = "the review file, NAME.winnow")
    private @Nullable Path file;

    @Option(
            names = "--from",
            paramLabel = "FILE.csv",
            description = "instead of a review: numbers filled into the CSV template of the PRISMA2020 package")
    private @Nullable Path from;

    @Option(
            names = "--column",
            paramLabel = "NAME",
            defaultValue = "",
            description = "which column of numbers, where --from has several")
    private String column = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "FILE.pdf, .svg, .png, .tiff, .docx, .html, .csv or .json; may be repeated; none only counts")
    private List<Path> out = new ArrayList<>();

    @Option(
            names = "--template",
            paramLabel = "TEMPLATE",
            description = "new-databases, new-all, updated-databases or updated-all (default: the one that shows"
                    + " everything)")
    private @Nullable String template;

    @Option(
            names = "--version-number",
            paramLabel = "N",
            description = "the diagram of a frozen version, as it was then")
    private @Nullable Integer version;

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            defaultValue = "official",
            description = "official, plain, journal or dark (default: official)")
    private String style = "official";

    @Option(names = "--dpi", paramLabel = "N", defaultValue = "300", description = "for .png and .tiff (default: 300)")
    private int dpi = 300;

    @Option(
            names = "--set",
            paramLabel = "BOX=N",
            description = "put a number in the place of the counted one, as in records_screened=120; BOX= counts again;"
                    + " may be repeated")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "why, for --set")
    private String note = "";

    @Option(
            names = "--stopped",
            paramLabel = "RULE",
            description = "records that nobody has read count as left out by automation: screening was stopped by this"
                    + " rule; an empty one takes it back")
    private @Nullable String stopped;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "systematic, scoping, network, diagnostic or individual-data: whose words and boxes the diagram"
                            + " has; it is kept in the review")
    private @Nullable String kind;

    @Option(
            names = "--tool",
            paramLabel = "REVIEWER",
            description = "this reviewer is an automation tool: exclusions are shown apart; may be repeated")
    private List<String> tools = new ArrayList<>();

    @Option(
            names = "--person",
            paramLabel = "REVIEWER",
            description = "this reviewer is a person after all; may be repeated")
    private List<String> persons = new ArrayList<>();

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Mixin
    private SeenBy seenBy;

    private final Console console;

    FlowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if ((file == null) == (from == null)) {
            throw new UserException("Name a review, or with --from a filled CSV template.");
        }
        Drawing drawing = new Drawing(style(style), dpi);
        if (from != null) {
            FlowCsv.Filled filled = FlowCsv.read(from).filled(column);
            tell(filled.counts(), template == null ? filled.template() : template(template), drawing, "");
            return Failure.DONE;
        }
        List<Op<?>> ops = statements();
        try (Review review = ReviewCommand.opened(file, !ops.isEmpty() || !tools.isEmpty() || !persons.isEmpty())) {
            if (!ops.isEmpty()) {
                review.write(Op.together(!set.isEmpty() ? "override" : stopped != null ? "stopped" : "kind", ops));
            }
            for (String name : tools) {
                review.write(Statements.tool(known(review, name), true));
            }
            for (String name : persons) {
                review.write(Statements.tool(known(review, name), false));
            }
            if (version != null) {
                FlowCsv.Filled then = FrozenFlow.of(frozen(review, version));
                tell(then.counts(), template == null ? then.template() : template(template), drawing, "");
                return Failure.DONE;
            }
            ReviewFlow flow = new ReviewFlow(seenBy.of(review, console));
            Template as = template == null ? flow.fitting() : template(template);
            tell(flow.counts(as), as, drawing, seenBy.leftOut(review));
        }
        return Failure.DONE;
    }

    private static Version frozen(Review review, int number) {
        return review.versions().all().stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .orElseThrow(() -> new UserException("There is no version " + number + ": "
                        + review.versions().all().size() + " are frozen in this review."));
    }

    private static ReviewerId known(Review review, String name) {
        return review.reviewers()
                .named(name)
                .map(Reviewer::id)
                .orElseThrow(() -> new UserException("Nobody called \"" + name + "\" takes part in this review."));
    }

    private List<Op<?>> statements() {
        List<Op<?>> ops = new ArrayList<>();
        set.forEach((box, n) -> ops.add(ReviewFlow.override(box, n.isBlank() ? null : number(box, n), note)));
        if (stopped != null) {
            ops.add(ReviewFlow.stopped(stopped.isBlank() ? null : stopped));
        }
        if (kind != null) {
            ops.add(ReviewFlow.kind(ReviewKind.of(kind)
                    .orElseThrow(() -> new UserException("There is no kind \"" + kind
                            + "\" here: write systematic, scoping, network, diagnostic or individual-data."))));
        }
        return ops;
    }

    private static Long number(String box, String n) {
        try {
            return Long.valueOf(n.strip().replace(",", ""));
        } catch (NumberFormatException e) {
            throw new UserException("\"" + n + "\" is no whole number for " + box + ".", e);
        }
    }

    private void tell(FlowCounts counts, Template as, Drawing drawing, String leftOut) {
        out.forEach(target -> FlowExport.write(counts, as, drawing, target));
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>(FlowExport.json(counts, as));
            document.put("leftOut", leftOut);
            console.json(document);
            return;
        }
        counts.boxes().forEach((name, n) -> console.say(name + ": " + n));
        counts.reasons().forEach((reason, n) -> console.say("  " + reason + ": " + n));
        counts.otherReasons().forEach((reason, n) -> console.say("  (other methods) " + reason + ": " + n));
        as.warnings(counts).forEach(w -> console.note("Warning: " + w));
        out.forEach(target -> console.say("Written to " + target + "."));
    }

    private static Template template(String word) {
        return Template.of(word)
                .orElseThrow(() -> new UserException("There is no template \"" + word
                        + "\" here: write new-databases, new-all, updated-databases or updated-all."));
    }

    private static Style style(String word) {
        return Style.of(word)
                .orElseThrow(() -> new UserException(
                        "There is no style \"" + word + "\" here: write official, plain, journal or dark."));
    }
}
