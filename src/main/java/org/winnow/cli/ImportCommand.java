package org.winnow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.ImportReport;
import org.winnow.exchange.ImportRequest;
import org.winnow.exchange.Importing;
import org.winnow.formats.Format;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.UnreadableFile;
import org.winnow.model.Problem;
import org.winnow.model.SourceKind;
import org.winnow.model.UserException;
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
            description = "auto, ris, nbib, csv or tsv")
    private String format;

    @Option(names = "--search-date", paramLabel = "DATE", defaultValue = "", description = "yyyy-mm-dd")
    private String searchDate;

    @Option(names = "--query", paramLabel = "QUERY", defaultValue = "", description = "the search string")
    private String query;

    @Mixin
    private ColumnsOption columns = new ColumnsOption();

    @Option(names = "--hits", paramLabel = "N", description = "how many hits the source reported")
    private @Nullable Integer hits;

    ImportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return writing(review -> {
            List<Map<String, Object>> reports = new ArrayList<>();
            long imported = 0;
            boolean unreadable = false;
            boolean failed = false;
            for (Path input : files) {
                Map<String, Object> report = new LinkedHashMap<>();
                report.put("file", input.toString());
                reports.add(report);
                try {
                    ImportReport done = one(review, input);
                    imported += done.imported();
                    failed |= done.failed();
                    describe(report, done);
                } catch (UnreadableFile e) {
                    unreadable = true;
                    report.put("error", e.getMessage());
                    console.note("winnow: " + e.getMessage());
                }
            }
            if (json) {
                console.json(Map.of("files", reports, "imported", imported));
            } else {
                console.say(imported + " records imported.");
            }
            return unreadable ? Failure.UNREADABLE : failed ? Failure.FOUND : Failure.DONE;
        });
    }

    private ImportReport one(Review review, Path input) throws IOException {
        String name = source == null && StandardInput.isMeant(input) ? StandardInput.NAME : source;
        return StandardInput.read(console, input, file -> one(review, input, request(file, name)));
    }

    private ImportReport one(Review review, Path input, ImportRequest request) {
        Importing importing = new Importing(review);
        if (Files.isRegularFile(request.file())) {
            importing
                    .sameContent(request.file())
                    .ifPresent(earlier -> console.note(
                            input + " was imported before, on " + earlier.at() + "; its records come in again."));
        }
        ImportReport done = importing.run(request, console.progress("Importing " + input));
        if (!json) {
            tell(input, done);
        }
        return done;
    }

    private ImportRequest request(Path readable, @Nullable String name) {
        SourceKind sourceKind = SourceKind.of(kind)
                .orElseThrow(
                        () -> new UserException(
                                "\"" + kind
                                        + "\" is no kind of source: write database, register, website, organisation, citation or other."));
        Format asked = format.equals("auto") ? null : Words.format(format);
        return new ImportRequest(
                readable,
                name,
                sourceKind,
                searchDate,
                query,
                hits,
                columns.over(new ReadOptions(asked, null), readable));
    }

    private void tell(Path input, ImportReport done) {
        console.say(input + ": " + done.imported() + " of " + done.read() + " records from " + done.source() + " ("
                + done.format() + ", " + done.encoding() + ")");
        for (Problem p : done.problems()) {
            console.note(input + ", line " + p.line() + ", record " + p.record() + ": "
                    + (p.severity() == Problem.Severity.REJECTED ? "left out. " : "") + p.reason());
        }
    }

    private static void describe(Map<String, Object> report, ImportReport done) {
        report.put("source", done.source());
        report.put("format", done.format());
        report.put("encoding", done.encoding());
        report.put("read", done.read());
        report.put("imported", done.imported());
        report.put("rejected", problems(done, Problem.Severity.REJECTED));
        report.put("mended", problems(done, Problem.Severity.MENDED));
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
