package org.winnow.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.Earlier;
import org.winnow.exchange.ImportReport;
import org.winnow.exchange.ImportRequest;
import org.winnow.exchange.Importing;
import org.winnow.exchange.Opened;
import org.winnow.exchange.Overlap;
import org.winnow.formats.Format;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.UnreadableFile;
import org.winnow.model.Problem;
import org.winnow.model.SourceKind;
import org.winnow.model.UserException;
import org.winnow.store.Imports.ImportedFile;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "Add the records of reference files.", mixinStandardHelpOptions = true)
final class ImportCommand extends ReviewCommand {
    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "reference files; - is standard input")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "where the records are from (default: what the file says)")
    private @Nullable String source;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "database",
            description = "database, register, website, organisation, citation or other (default: ${DEFAULT-VALUE})")
    private String kind;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "auto",
            completionCandidates = Words.Readable.class,
            description = "auto, ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}, by content)")
    private String format;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "encoding of text, such as UTF-8, windows-1252 or Shift_JIS (default: by content)")
    private @Nullable String encoding;

    @Option(
            names = "--only-new",
            description = "leave out the records that the same source has given this review before")
    private boolean onlyNew;

    @Option(names = "--repair-mojibake", description = "put text right that was garbled before it reached the file")
    private boolean repairMojibake;

    @Option(names = "--search-date", paramLabel = "DATE", defaultValue = "", description = "yyyy-mm-dd")
    private String searchDate;

    @Option(names = "--query", paramLabel = "QUERY", defaultValue = "", description = "the search string")
    private String query;

    @Mixin
    private ColumnsOption columns = new ColumnsOption();

    @Mixin
    private DecisionsOption decisions = new DecisionsOption();

    @Option(names = "--hits", paramLabel = "N", description = "how many hits the source reported")
    private @Nullable Integer hits;

    ImportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        decisions.check();
        sourceKind();
        asked();
        charset();
        return writing(review -> {
            List<Map<String, Object>> reports = new ArrayList<>();
            Outcome outcome = new Outcome();
            for (Path input : files) {
                each(review, input, reports, outcome);
            }
            if (json) {
                console.json(Map.of("files", reports, "imported", outcome.imported));
            } else {
                console.say(outcome.imported + " records imported.");
            }
            return outcome.unreadable ? Failure.UNREADABLE : outcome.failed ? Failure.FOUND : Failure.DONE;
        });
    }

    private static final class Outcome {
        private long imported;
        private boolean unreadable;
        private boolean failed;
    }

    private void each(Review review, Path input, List<Map<String, Object>> reports, Outcome outcome)
            throws IOException {
        try {
            StandardInput.read(console, input, file -> {
                try (Opened opened = Opened.of(file, console.progress("Opening " + input))) {
                    inside(review, input, opened, reports, outcome);
                    return null;
                }
            });
        } catch (UnreadableFile e) {
            outcome.unreadable = true;
            reports.add(trouble(input.toString(), e));
        }
    }

    /** The file, or each of those in an archive: one that is no reference file does not spoil the others. */
    private void inside(Review review, Path input, Opened opened, List<Map<String, Object>> reports, Outcome outcome) {
        int read = 0;
        for (Opened.Part part : opened.parts()) {
            String name = opened.archive() ? part.name() : input.toString();
            try {
                ImportReport done =
                        one(review, name, request(input, part, opened.archive()).withLog(opened.log()));
                read++;
                outcome.imported += done.imported();
                outcome.failed |= done.failed();
                reports.add(report(name, done));
            } catch (UnreadableFile e) {
                if (!opened.archive()) {
                    throw e;
                }
                reports.add(trouble(name, e));
            }
        }
        outcome.unreadable |= read == 0;
    }

    private Map<String, Object> trouble(String name, UnreadableFile e) {
        console.note("winnow: " + e.getMessage());
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("file", name);
        report.put("error", e.getMessage());
        return report;
    }

    private ImportReport one(Review review, String name, ImportRequest request) {
        Importing importing = new Importing(review);
        if (!request.onlyNew()) {
            tellWhatIsKnown(importing, name, request);
        }
        ImportReport done = importing.run(request, console.progress("Importing " + name));
        if (!json) {
            tell(name, done);
        }
        return done;
    }

    private void tellWhatIsKnown(Importing importing, String name, ImportRequest request) {
        Earlier earlier = importing.earlier(request, console.progress("Comparing " + name));
        ImportedFile same = earlier.same();
        Overlap overlap = earlier.overlap();
        if (same != null) {
            console.note(name + " was imported before, on " + same.at() + "; its records come in again.");
        } else if (overlap != null) {
            console.note(
                    "%s: %,d of %,d records are already in this review from %s; they come in again. --only-new imports only the %,d new ones."
                            .formatted(name, overlap.known(), overlap.records(), overlap.source(), overlap.fresh()));
        }
    }

    private SourceKind sourceKind() {
        return SourceKind.of(kind)
                .orElseThrow(
                        () -> new UserException(
                                "\"" + kind
                                        + "\" is no kind of source: write database, register, website, organisation, citation or other."));
    }

    private @Nullable Format asked() {
        return format.equals("auto") ? null : Words.readable(format);
    }

    private @Nullable Charset charset() {
        return encoding == null ? null : Words.encoding(encoding);
    }

    private ImportRequest request(Path input, Opened.Part part, boolean archive) {
        String name = source == null && StandardInput.isMeant(input) ? StandardInput.NAME : source;
        ReadOptions options =
                columns.over(new ReadOptions(asked(), charset()).withRepair(repairMojibake), part, archive);
        return new ImportRequest(part.file(), name, sourceKind(), searchDate, query, hits, options)
                .called(part.name())
                .withOnlyNew(onlyNew)
                .withDecisions(decisions.asked());
    }

    private void tell(String input, ImportReport done) {
        console.say(input + ": " + done.imported() + " of " + done.read() + " records from " + done.source() + " ("
                + done.format() + ", " + done.encoding() + ")"
                + (done.known() > 0 ? "; " + done.known() + " were known from it already" : ""));
        if (done.decisions() > 0) {
            console.say(input + ": " + done.decisions() + " decisions taken over.");
        }
        for (Problem p : done.problems()) {
            console.note(input + ", line " + p.line() + ", record " + p.record() + ": "
                    + (p.severity() == Problem.Severity.REJECTED ? "left out. " : "") + p.reason());
        }
    }

    private static Map<String, Object> report(String name, ImportReport done) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("file", name);
        report.put("import", done.importId());
        report.put("source", done.source());
        report.put("format", done.format());
        report.put("encoding", done.encoding());
        report.put("read", done.read());
        report.put("imported", done.imported());
        report.put("rejected", problems(done, Problem.Severity.REJECTED));
        report.put("mended", problems(done, Problem.Severity.MENDED));
        report.put("garbled", problems(done, Problem.Severity.GARBLED));
        report.put("known", done.known());
        report.put("decisions", done.decisions());
        return report;
    }

    private static List<Map<String, Object>> problems(ImportReport done, Problem.Severity severity) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Problem p : done.problems()) {
            if (p.severity() == severity) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("line", p.line());
                entry.put("record", p.record());
                entry.put("reason", p.reason());
                list.add(entry);
            }
        }
        return list;
    }
}
