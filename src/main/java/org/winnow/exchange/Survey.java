package org.winnow.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.winnow.formats.Formats;
import org.winnow.formats.ReadSummary;
import org.winnow.formats.RecordSink;
import org.winnow.formats.decision.CarriedDecisions;
import org.winnow.formats.text.Mojibake;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.work.Progress;

/**
 * What a whole file holds before it is imported.
 *
 * @param read records in the file, with those that cannot go in
 * @param rejected records that cannot go in
 * @param garbled records whose text was garbled before it reached the file
 * @param garbledExample what stands in one of those and what it was, as a sentence; empty where there is none
 * @param problems the first {@link Importing#KEPT_PROBLEMS} of them, in the order of the file
 * @param problemCount how many there are
 * @param decisions whose decisions its records carry
 */
public record Survey(
        long read,
        long rejected,
        long garbled,
        String garbledExample,
        List<Problem> problems,
        long problemCount,
        Voices.Found decisions) {
    public Survey {
        problems = List.copyOf(problems);
    }

    /** Records that can go in. */
    public long usable() {
        return read - rejected;
    }

    static Survey of(ImportRequest request, Progress progress) throws IOException {
        Looking sink = new Looking(request);
        ReadSummary summary = Formats.read(request.file(), request.name(), request.options(), sink, progress);
        return new Survey(
                summary.read(),
                summary.rejected(),
                summary.garbled(),
                sink.garbledExample,
                sink.problems,
                sink.problemCount,
                sink.voices.found());
    }

    private static final class Looking implements RecordSink {
        private final ImportRequest request;
        private final Voices voices = new Voices();
        private final List<Problem> problems = new ArrayList<>();
        private String garbledExample = "";
        private long problemCount;

        Looking(ImportRequest request) {
            this.request = request;
        }

        @Override
        public void record(BibRecord record, long line) {
            voices.hear(CarriedDecisions.of(record, request.shortName(), request.log()));
        }

        @Override
        public void problem(Problem problem) {
            if (problemCount++ < Importing.KEPT_PROBLEMS) {
                problems.add(problem);
            }
            if (garbledExample.isEmpty() && Mojibake.in(problem.raw())) {
                garbledExample = Mojibake.example(problem.raw());
            }
        }
    }
}
