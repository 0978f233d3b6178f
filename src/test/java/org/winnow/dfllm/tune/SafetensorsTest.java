package org.winnow.dfllm.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.UserException;

class SafetensorsTest {
    private static final Safetensors SOME = new Safetensors(
            Map.of(
                    "b.weight",
                    new Tensor(new long[] {2, 3}, new float[] {1, -2.5f, 0, Float.MIN_VALUE, 1e30f, 7}),
                    "a",
                    new Tensor(new long[0], new float[] {3})),
            Map.of("format", "pt"));

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("some.safetensors");
        SOME.write(file);
        assertThat(Safetensors.read(file)).isEqualTo(SOME);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    /** Bytes as the format's own library lays them out: header length, header padded to eight, numbers in order. */
    @Test
    void bytesAreAsTheFormatSays() throws IOException {
        byte[] bytes = new Safetensors(Map.of("x", new Tensor(new long[] {1}, new float[] {1})), Map.of()).bytes();
        String header = "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        String padded = header + " ".repeat((8 - header.length() % 8) % 8);
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo(HexFormat.of().formatHex(new byte[] {(byte) padded.length(), 0, 0, 0, 0, 0, 0, 0})
                        + HexFormat.of().formatHex(padded.getBytes())
                        + "0000803f");
    }

    @Test
    void aFileThatIsCutOffOrOfAnotherKindIsSaidToBe() throws IOException {
        byte[] whole = SOME.bytes();
        Path file = folder.resolve("broken.safetensors");
        for (byte[] bytes : new byte[][] {
            Arrays.copyOf(whole, whole.length - 5), Arrays.copyOf(whole, 20), "no weights".getBytes(), new byte[0]
        }) {
            Files.write(file, bytes);
            assertThatThrownBy(() -> Safetensors.read(file))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("broken.safetensors is damaged");
        }
    }
}
