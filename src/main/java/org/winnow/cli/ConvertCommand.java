package org.winnow.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.Converting;
import org.winnow.exchange.Exporting;
import org.winnow.formats.Format;
import org.winnow.formats.ReadOptions;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "convert",
        description = "Reference file to reference file, without a review.",
        mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "IN", description = "a reference file; - is standard input")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "a file, or - for standard output")
    private Path out;

    @Option(
            names = "--from",
            paramLabel = "FORMAT",
            completionCandidates = Words.Readable.class,
            description = "${COMPLETION-CANDIDATES} (default: by content)")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            completionCandidates = Words.Writable.class,
            description = "json, ${COMPLETION-CANDIDATES} (default: by the ending)")
    private @Nullable String to;

    @Mixin
    private ColumnsOption columns = new ColumnsOption();

    @Option(names = "--repair-mojibake", description = "put text right that was garbled before it reached the file")
    private boolean repairMojibake;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    private final Console console;

    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ReadOptions options =
                new ReadOptions(from == null ? null : Words.readable(from), null).withRepair(repairMojibake);
        List<BibRecord> records = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        long read = StandardInput.read(
                console,
                in,
                file -> Converting.read(
                        file,
                        (part, archive) -> columns.over(options, part, archive),
                        records,
                        problems,
                        console.progress("Reading " + in)));
        long rejected = problems.stream()
                .filter(p -> p.severity() == Problem.Severity.REJECTED)
                .count();
        OutputFile file = new OutputFile(console, in, out);
        file.write(stream -> {
            write(records, stream);
            return records.size();
        });
        problems.forEach(p -> file.note(p, ""));
        file.tell(
                json,
                Map.of("read", read, "written", records.size(), "rejected", rejected),
                records.size() + " of " + read + " records written to " + out + ".");
        return read > 0 && records.isEmpty() ? Failure.FOUND : Failure.DONE;
    }

    private void write(List<BibRecord> records, OutputStream stream) throws IOException {
        if ("json".equals(to) || to == null && out.toString().endsWith(".json")) {
            json(records, stream);
        } else {
            Format format = to == null ? Exporting.formatOf(out) : Words.writable(to);
            Converting.write(format, records, stream);
        }
    }

    /** The array that {@code records --json} prints; a record's id is its place among those written. */
    private void json(List<BibRecord> records, OutputStream stream) throws IOException {
        try (JsonGenerator generator = console.generator(stream)) {
            RecordJson writer = new RecordJson(generator);
            generator.writeStartArray();
            long id = 0;
            for (BibRecord record : records) {
                generator.writeStartObject();
                generator.writeNumberField("id", ++id);
                writer.fields(record);
                generator.writeNullField("source");
                generator.writeNullField("duplicateOf");
                generator.writeEndObject();
            }
            generator.writeEndArray();
        }
    }
}
