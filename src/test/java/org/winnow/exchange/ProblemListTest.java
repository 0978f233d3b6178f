package org.winnow.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Problem.Severity;
import org.winnow.store.Imports.FileProblem;

class ProblemListTest {
    @TempDir
    Path folder;

    @Test
    void problemsAreATableThatSpreadsheetsReadAndCannotExecute() throws IOException {
        Path file = folder.resolve("problems.csv");
        long written = ProblemList.write(
                file,
                List.of(
                        new ProblemList.Entry(
                                new FileProblem(1, "a.ris", Severity.REJECTED, 12, 3, "No title, nothing."),
                                "TY  - JOUR\nER  - "),
                        new ProblemList.Entry(
                                new FileProblem(2, "b.xml", Severity.MENDED, 0, 0, "Märchen"), "=cmd()")));
        assertThat(written).isEqualTo(2);
        assertThat(Files.readString(file).replace("\r\n", "\n")).isEqualTo("""
                        \uFEFFfile,severity,line,record,reason,source
                        a.ris,rejected,12,3,"No title, nothing.","TY  - JOUR
                        ER  - "
                        b.xml,mended,,,Märchen,'=cmd()
                        """);
    }
}
