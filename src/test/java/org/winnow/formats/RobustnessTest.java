package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.model.Problem.Severity;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/** Damaged, hostile and foreign files: a clear message, and nothing else is lost. */
class RobustnessTest {
    private static final String RECORD = "TY  - JOUR\nTI  - Größe\nPY  - 2001\nER  - \n\n";

    @Test
    void aFewBrokenBytesDoNotSpoilTheOtherCharacters() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(RECORD.getBytes(StandardCharsets.UTF_8));
        file.write("TY  - JOUR\nTI  - Gr\u00F6\u00DFe\nER  - \n".getBytes(StandardCharsets.ISO_8859_1));
        file.write(RECORD.getBytes(StandardCharsets.UTF_8));
        Reading reading = Reading.of(file.toByteArray());
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("Größe", "Größe", "Größe");
        assertThat(reading.summary().detection().encodingName()).isEqualTo("UTF-8");
        assertThat(reading.problems())
                .extracting(Problem::line, Problem::record)
                .containsExactly(tuple(7L, 2L));
    }

    @Test
    void windows1252IsKnownEvenWhenItsFirstSpecialCharacterComesLate() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 9000; i++) {
            text.append("TY  - JOUR\nTI  - Plain title number ").append(i).append("\nER  - \n\n");
        }
        text.append("TY  - JOUR\nTI  - Größe – spät\nER  - \n");
        Reading reading = Reading.of(text.toString().getBytes(Charset.forName("windows-1252")));
        assertThat(reading.records().getLast().title()).isEqualTo("Größe – spät");
        assertThat(reading.summary().detection().encodingName()).isEqualTo("windows-1252");
        assertThat(reading.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void wideEncodingsAreKnownByTheirByteOrderMark(String charset) throws IOException {
        Reading reading = Reading.of(("\uFEFF" + RECORD).getBytes(Charset.forName(charset)));
        assertThat(reading.only().title()).isEqualTo("Größe");
        assertThat(reading.summary().detection().encodingName()).isEqualTo(charset);
    }

    @Test
    void theEncodingThatThePersonChoosesIsUsed() throws IOException {
        byte[] bytes = "TY  - JOUR\nTI  - Тишина\nER  - \n".getBytes(Charset.forName("windows-1251"));
        ReadOptions options = new ReadOptions(null, Charset.forName("windows-1251"));
        assertThat(Reading.of(bytes, options).only().title()).isEqualTo("Тишина");
    }

    @Test
    void nulCharactersBecomeBlanksAndAreReported() throws IOException {
        Reading reading = Reading.of("TY  - JOUR\nTI  - A\0title\nER  - \n");
        assertThat(reading.only().title()).isEqualTo("A title");
        assertThat(reading.problems()).extracting(Problem::line).containsExactly(2L);
    }

    @Test
    void threeThousandAuthorsAreThreeThousandAuthors() throws IOException {
        String authors = "AU  - Long, Name\n".repeat(3000);
        assertThat(Reading.of("TY  - JOUR\nTI  - Many\n" + authors + "ER  - \n")
                        .only()
                        .authors())
                .hasSize(3000);
    }

    @Test
    void aLineOfThreeHundredMegabytesIsCutAndReported() throws IOException {
        InputStream in = new Endless(
                "TY  - JOUR\nTI  - Long\nAB  - ", 300_000_000L, "\nER  - \nTY  - JOUR\nTI  - Next\nER  - \n");
        List<String> titles = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        RecordSink sink = new RecordSink() {
            @Override
            public void record(BibRecord record, long line) {
                titles.add(record.title() + " " + line);
            }

            @Override
            public void problem(Problem problem) {
                problems.add(problem);
            }
        };
        ReadSummary summary = Formats.read(in, "long.ris", -1, ReadOptions.AUTO, sink, Progress.NONE);
        assertThat(titles).containsExactly("Long 1", "Next 5");
        assertThat(problems).extracting(Problem::line).containsExactly(3L);
        assertThat(summary.bytes()).isGreaterThan(300_000_000L);
    }

    @Test
    void aTableWithOneUnclosedQuotationMarkLosesNothing() throws IOException {
        StringBuilder table = new StringBuilder("title,abstract,year\n");
        for (int i = 0; i < 5000; i++) {
            table.append(i == 100 ? "\"Title 100,Abstract,2001\n" : "Title " + i + ",Abstract,2001\n");
        }
        Reading reading = Reading.of(table.toString());
        assertThat(reading.records()).hasSize(5000);
        assertThat(reading.records().get(100).title()).isEqualTo("Title 100");
        assertThat(reading.problems())
                .extracting(Problem::line, Problem::severity)
                .containsExactly(tuple(102L, Severity.MENDED));
    }

    @Test
    void pastingTwoExportsTogetherKeepsBoth() throws IOException {
        Reading reading = Reading.of("\uFEFF" + RECORD + "\uFEFF" + RECORD);
        assertThat(reading.records()).hasSize(2);
        assertThat(reading.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "%PDF-1.7~is a PDF",
                "<!DOCTYPE html><html><head><title>Log in</title>~is a web page",
                "<?xml version='1.0'?><xml><records/></xml>~is XML",
                "[ { 'title': 'A' } ]~is JSON",
                "'   '~is empty",
                "Dear colleague, please find nothing here.~holds no records",
                "SQLite format 3 CREATE TABLE enl_refs~is an EndNote library"
            })
    void aForeignFileIsNamedForWhatItIs(String text, String says) {
        assertThatThrownBy(() -> Reading.of(text))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("test.txt")
                .hasMessageContaining(says);
    }

    @Test
    void littleIsARecordAndNothingIsNone() throws IOException {
        Reading reading = Reading.of("@misc{a, pages = {23--24}}\n@misc{b, date = {2016}}\n@misc{c, foo = {bar}}\n");
        assertThat(reading.records())
                .extracting(BibRecord::pages, BibRecord::year)
                .containsExactly(tuple("23-24", null), tuple("", 2016));
        assertThat(reading.problems())
                .extracting(Problem::line, Problem::severity)
                .containsExactly(tuple(1L, Severity.MENDED), tuple(2L, Severity.MENDED), tuple(3L, Severity.REJECTED));
    }

    @Test
    void detectGoesByContentNotByName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("export.csv"), "PMID- 123\nOWN - NLM\nTI  - A\n");
        assertThat(Formats.detect(file))
                .isEqualTo(new Detection(Format.NBIB, StandardCharsets.UTF_8, "UTF-8", "PubMed"));
    }

    @Test
    void aCancelledReadingStops() {
        Progress cancelled = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public void check() {
                throw new Cancelled();
            }
        };
        InputStream in = new Endless("", 50_000_000L, RECORD);
        InputStream file =
                new SequenceInputStream(new ByteArrayInputStream(RECORD.getBytes(StandardCharsets.UTF_8)), in);
        RecordSink sink = new RecordSink() {
            @Override
            public void record(BibRecord record, long line) {}

            @Override
            public void problem(Problem problem) {}
        };
        assertThatThrownBy(() -> Formats.read(file, "x", -1, ReadOptions.AUTO, sink, cancelled))
                .isInstanceOf(Cancelled.class);
    }

    /** Something, then very many letters, then something. */
    private static final class Endless extends InputStream {
        private final byte[] before;
        private final byte[] after;
        private final long letters;
        private long at;

        Endless(String before, long letters, String after) {
            this.before = before.getBytes(StandardCharsets.UTF_8);
            this.letters = letters;
            this.after = after.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            long i = at++;
            if (i < before.length) {
                return before[(int) i];
            }
            if (i < before.length + letters) {
                return 'x';
            }
            long j = i - before.length - letters;
            return j < after.length ? after[(int) j] : -1;
        }
    }
}
