package org.winnow.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.Formats;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.RecordSink;
import org.winnow.formats.UnreadableFile;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.work.Progress;

/** The records of a file with what somebody found of each: relevant or not. For replaying a finished screening. */
public final class LabelledRecords {
    /** One record and its label. */
    public record Labelled(BibRecord record, boolean relevant) {}

    /**
     * A file as it was read.
     *
     * @param unlabelled how many records have no label and were left out
     * @param rejected how many could not be read and were left out
     * @param column where the labels stand
     */
    public record File(List<Labelled> records, long unlabelled, long rejected, String column) {}

    /** Names of the column, the best first; letters and digits only. */
    private static final List<String> COLUMNS = List.of(
            "labelincluded",
            "includedlabel",
            "finalincluded",
            "includedfinal",
            "finallabel",
            "included",
            "include",
            "inclusion",
            "asreviewlabel",
            "label",
            "labels",
            "relevant",
            "relevance",
            "decision",
            "labelabstractincluded",
            "labelabstractscreening");

    private static final Set<String> YES =
            Set.of("1", "1.0", "yes", "y", "true", "t", "include", "included", "relevant", "in");
    private static final Set<String> NO =
            Set.of("0", "0.0", "no", "n", "false", "f", "exclude", "excluded", "irrelevant", "not relevant", "out");

    private LabelledRecords() {}

    /**
     * Reads a file to its end.
     *
     * @throws UnreadableFile where no record has a label that can be read; the message names the columns that it could
     *     have
     */
    public static File read(Path file, Progress progress) {
        List<BibRecord> records = new ArrayList<>();
        long[] rejected = new long[1];
        RecordSink sink = new RecordSink() {
            @Override
            public void record(BibRecord record, long line) {
                records.add(record);
            }

            @Override
            public void problem(Problem problem) {
                rejected[0] += problem.severity() == Problem.Severity.REJECTED ? 1 : 0;
            }
        };
        try {
            Formats.read(file, ReadOptions.AUTO, sink, progress);
        } catch (IOException e) {
            throw Importing.unreadable(file, e);
        }
        return labelled(file, records, rejected[0]);
    }

    private static File labelled(Path file, List<BibRecord> records, long rejected) {
        String column = column(records);
        List<Labelled> found = new ArrayList<>();
        for (BibRecord record : records) {
            Boolean label =
                    column.isEmpty() ? inNotes(record) : value(fields(record).get(column));
            if (label != null) {
                found.add(new Labelled(record, label));
            }
        }
        if (found.isEmpty()) {
            throw new UnreadableFile(
                    file + " has no labels: a column label_included (or included, label, ...) with 1 for"
                            + " relevant and 0 for irrelevant is needed, or ASReview's notes in a RIS file.");
        }
        return new File(found, records.size() - found.size(), rejected, column.isEmpty() ? "notes" : column);
    }

    /** The best-named column in which any record has a label. */
    private static String column(List<BibRecord> records) {
        Set<String> labelled = new HashSet<>();
        for (BibRecord record : records) {
            fields(record).forEach((name, cell) -> {
                if (value(cell) != null) {
                    labelled.add(name);
                }
            });
        }
        return COLUMNS.stream().filter(labelled::contains).findFirst().orElse("");
    }

    private static Map<String, String> fields(BibRecord record) {
        Map<String, String> fields = new LinkedHashMap<>();
        record.extra().forEach((name, values) -> {
            String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            if (COLUMNS.contains(plain) && !values.isEmpty()) {
                fields.putIfAbsent(plain, values.getFirst());
            }
        });
        return fields;
    }

    private static @Nullable Boolean value(@Nullable String cell) {
        String word = cell == null ? "" : cell.strip().toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
    }

    private static @Nullable Boolean inNotes(BibRecord record) {
        for (String note : record.notes()) {
            if (note.strip().equalsIgnoreCase("ASReview_relevant")) {
                return true;
            }
            if (note.strip().equalsIgnoreCase("ASReview_irrelevant")) {
                return false;
            }
        }
        return null;
    }
}
