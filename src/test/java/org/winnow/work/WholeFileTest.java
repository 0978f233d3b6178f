package org.winnow.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.UserException;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void theNewFileTakesThePlaceOfTheOld() throws IOException {
        Path target = Files.writeString(folder.resolve("a.txt"), "old");

        long written = WholeFile.write(target, out -> {
            out.write("new".getBytes(StandardCharsets.UTF_8));
            return 7;
        });

        assertThat(written).isEqualTo(7);
        assertThat(target).hasContent("new");
        assertAlone(target);
    }

    @Test
    void whatBreaksOffLeavesTheOldFileAndNothingElse() throws IOException {
        Path target = Files.writeString(folder.resolve("a.txt"), "old");

        assertThatThrownBy(() -> WholeFile.write(target, out -> {
                    out.write(1);
                    throw new Cancelled();
                }))
                .isInstanceOf(Cancelled.class);
        assertThatThrownBy(() -> WholeFile.write(target, out -> {
                    out.write(1);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("Cannot write " + target + ": No space left on device");

        assertThat(target).hasContent("old");
        assertAlone(target);
    }

    @Test
    void aFolderOrAMissingFolderIsSaid() {
        assertThatThrownBy(() -> WholeFile.write(folder, out -> 0))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("it is a folder");
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("x/y.ris"), out -> 0))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("there is no folder " + folder.resolve("x"));
    }

    private void assertAlone(Path target) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(target);
        }
    }
}
