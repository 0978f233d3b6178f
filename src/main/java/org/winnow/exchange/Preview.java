package org.winnow.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.winnow.formats.Detection;
import org.winnow.formats.Formats;
import org.winnow.formats.RecordSink;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/**
 * What a file looks like before it is imported.
 *
 * @param bytes size of the file
 * @param first its first records
 * @param problems what was odd up to there
 */
public record Preview(Path file, Detection detection, long bytes, List<BibRecord> first, List<Problem> problems) {
    public Preview {
        first = List.copyOf(first);
        problems = List.copyOf(problems);
    }

    static Preview of(ImportRequest request, int records) throws IOException {
        Path file = request.file();
        Detection detection = Formats.detect(file, request.name(), request.options());
        List<BibRecord> first = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        RecordSink sink = new RecordSink() {
            @Override
            public void record(BibRecord record, long line) {
                first.add(record);
                stopWhenFull();
            }

            @Override
            public void problem(Problem problem) {
                problems.add(problem);
                stopWhenFull();
            }

            private void stopWhenFull() {
                if (first.size() >= records || problems.size() >= records) {
                    throw new Cancelled();
                }
            }
        };
        try {
            Formats.read(file, request.name(), request.options(), sink, Progress.NONE);
        } catch (Cancelled enough) {
            // The first records are all that was asked for.
        }
        return new Preview(file, detection, Files.size(file), first, problems);
    }
}
