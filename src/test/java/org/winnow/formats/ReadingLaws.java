package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.model.Problem.Severity;
import org.winnow.work.Progress;

/** What holds for any bytes whatever: they are read or refused in words, and every record is accounted for. */
final class ReadingLaws {
    private ReadingLaws() {}

    static void hold(byte[] bytes, ReadOptions options) throws IOException {
        Counting sink = new Counting();
        ReadSummary summary;
        try {
            summary = Formats.read(
                    new ByteArrayInputStream(bytes), "odd.bin", bytes.length, options, sink, Progress.NONE);
        } catch (UnreadableFile refused) {
            assertThat(refused).hasMessageContaining("odd.bin").hasMessageContaining(".");
            return;
        }
        assertThat(summary.read()).as("records seen").isEqualTo(sink.records + sink.rejected);
        assertThat(summary.rejected()).as("records rejected").isEqualTo(sink.rejected);
    }

    private static final class Counting implements RecordSink {
        private long records;
        private long rejected;

        @Override
        public void record(BibRecord record, long line) {
            records++;
            assertThat(line).as("line of a record").isNotNegative();
            assertThat(record.raw()).as("raw text").isNotNull();
            assertThat(record.title().length()).as("length of a title").isLessThan(1 << 24);
        }

        @Override
        public void problem(Problem problem) {
            rejected += problem.severity() == Severity.REJECTED ? 1 : 0;
            assertThat(problem.reason()).as("a reason").isNotBlank();
            assertThat(problem.raw().length()).as("text of a problem").isLessThan(5000);
        }
    }
}
