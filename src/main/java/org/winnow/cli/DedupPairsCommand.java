package org.winnow.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.dedup.Candidate;
import org.winnow.dedup.Deduplication;
import org.winnow.dedup.Group;
import org.winnow.dedup.LearnedMatcher;
import org.winnow.dedup.Result;
import org.winnow.exchange.NamedRecords;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "dedup-pairs",
        description = "Find the duplicates in one reference or CSV file, for evaluation.",
        mixinStandardHelpOptions = true)
final class DedupPairsCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "a reference file; - is standard input")
    private Path in;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PAIRS.csv",
            description = "columns cluster and record, the record to keep first; - is standard output")
    private Path out;

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description =
                    "the column of a table that names its records (default: EndNote's record number, else the position"
                            + " in the file from 1)")
    private @Nullable String column;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    private final Console console;

    DedupPairsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Result result = StandardInput.read(console, in, file -> find(file, names, problems));
        OutputFile file = new OutputFile(console, in, out);
        problems.stream()
                .filter(p -> p.severity() == Problem.Severity.REJECTED)
                .forEach(p -> file.note(p, "stands alone. "));
        List<List<String>> clusters = clusters(names, result);
        file.write(stream -> write(clusters, stream));
        tell(file, names.size(), result);
        return Failure.DONE;
    }

    /** Records go straight into the search and only their names stay, so that a million fit in memory. */
    private Result find(Path file, List<String> names, List<Problem> problems) {
        Progress reading = console.progress("Reading " + in);
        return new Deduplication(new LearnedMatcher())
                .find(
                        taker -> NamedRecords.forEach(file, column, problems, reading, named -> {
                            names.add(named.name());
                            BibRecord record = named.record();
                            if (record != null) {
                                taker.accept(Candidate.of(new RecordId(names.size()), record));
                            }
                        }),
                        List.of(),
                        Set.of(),
                        console.progress("Comparing"));
    }

    /** Every record once, in the order in which the first of its cluster stands in the file; the keeper leads. */
    private static List<List<String>> clusters(List<String> names, Result result) {
        Map<RecordId, Group> groupOf = new HashMap<>();
        for (Group group : result.groups()) {
            groupOf.put(group.keeper(), group);
            group.duplicates().forEach(id -> groupOf.put(id, group));
        }
        Map<RecordId, List<String>> clusters = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            RecordId id = new RecordId(i + 1);
            Group group = groupOf.get(id);
            RecordId keeper = group == null ? id : group.keeper();
            List<String> cluster = clusters.computeIfAbsent(keeper, k -> new ArrayList<>());
            cluster.add(keeper.equals(id) ? 0 : cluster.size(), names.get(i));
        }
        return List.copyOf(clusters.values());
    }

    private static long write(List<List<String>> clusters, OutputStream stream) throws IOException {
        // Flushed and left open: standard output is not ours to close.
        CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        csv.writeRecord("cluster", "record");
        for (int i = 0; i < clusters.size(); i++) {
            String number = String.valueOf(i + 1);
            clusters.get(i).forEach(name -> csv.writeRecord(number, name));
        }
        csv.flush();
        return clusters.size();
    }

    private void tell(OutputFile file, int records, Result result) {
        long duplicates =
                result.groups().stream().mapToLong(g -> g.duplicates().size()).sum();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("records", records);
        document.put("clusters", result.groups().size());
        document.put("duplicates", duplicates);
        file.tell(
                json,
                document,
                duplicates + " duplicates in " + result.groups().size() + " groups among " + records
                        + " records, written to " + out + ".");
    }
}
