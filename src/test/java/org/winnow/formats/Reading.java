package org.winnow.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.work.Progress;

/** Everything that reading one file gave. */
record Reading(ReadSummary summary, List<BibRecord> records, List<Long> lines, List<Problem> problems) {
    static Reading of(Path file) throws IOException {
        Collector sink = new Collector();
        return sink.reading(Formats.read(file, ReadOptions.AUTO, sink, Progress.NONE));
    }

    static Reading of(String text) throws IOException {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Reading of(byte[] bytes) throws IOException {
        return of(bytes, ReadOptions.AUTO);
    }

    static Reading of(byte[] bytes, ReadOptions options) throws IOException {
        Collector sink = new Collector();
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        return sink.reading(Formats.read(in, "test.txt", bytes.length, options, sink, Progress.NONE));
    }

    BibRecord only() {
        if (records.size() != 1) {
            throw new AssertionError("one record expected, found " + records.size() + "; " + problems);
        }
        return records.getFirst();
    }

    private static final class Collector implements RecordSink {
        private final List<BibRecord> records = new ArrayList<>();
        private final List<Long> lines = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        @Override
        public void record(BibRecord record, long line) {
            records.add(record);
            lines.add(line);
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }

        Reading reading(ReadSummary summary) {
            return new Reading(summary, records, lines, problems);
        }
    }
}
