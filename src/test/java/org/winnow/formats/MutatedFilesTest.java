package org.winnow.formats;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Thousands of damaged files, the same ones each time; the fuzzer looks for more. */
class MutatedFilesTest {
    private static final int EACH = 400;

    @Test
    void damagedFilesAreReadOrRefusedInWords() throws IOException {
        List<byte[]> fixtures = OddFiles.fixtures();
        SplittableRandom random = new SplittableRandom(20_261_124);
        for (byte[] sound : fixtures) {
            for (int i = 0; i < EACH / 10; i++) {
                hold(OddFiles.mutated(sound, fixtures, random), ReadOptions.AUTO);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void anyFileCanBeAskedForAsAnyFormat(Format format) throws IOException {
        if (!Formats.readable().contains(format)) {
            return;
        }
        List<byte[]> fixtures = OddFiles.fixtures();
        SplittableRandom random = new SplittableRandom(format.ordinal());
        for (int i = 0; i < EACH; i++) {
            byte[] sound = fixtures.get(random.nextInt(fixtures.size()));
            hold(OddFiles.mutated(sound, fixtures, random), new ReadOptions(format, null));
        }
    }

    private static void hold(byte[] bytes, ReadOptions options) {
        try {
            ReadingLaws.hold(bytes, options);
        } catch (IOException | RuntimeException | AssertionError | StackOverflowError e) {
            fail(
                    "as " + options.format() + ":\n" + new String(bytes, StandardCharsets.UTF_8) + "\nin Base64: "
                            + Base64.getEncoder().encodeToString(bytes),
                    e);
        }
    }
}
