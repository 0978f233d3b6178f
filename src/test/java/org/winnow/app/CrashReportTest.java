package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashReportTest {
    @TempDir
    Path folder;

    @Test
    void whatFailsWithEveryFrameIsToldOnce() {
        List<String> told = new ArrayList<>();
        CrashReport report = new CrashReport(folder, told::add);

        for (int frame = 0; frame < 3; frame++) {
            report.caught(new IllegalStateException("frame " + frame));
        }
        report.caught(new IllegalArgumentException("another"));

        assertThat(told)
                .hasSize(2)
                .first()
                .asString()
                .startsWith("Something went wrong that should not have: frame 0\n");
    }
}
