package org.winnow.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that lie on the disk, and what their heads say. */
class ModelFilesTest {
    @TempDir
    private Path folder;

    /** A head as llama.cpp writes it, with one text, some numbers and one list. */
    private static byte[] gguf() {
        Bytes out = new Bytes();
        out.raw("GGUF".getBytes(StandardCharsets.US_ASCII)).u32(3).u64(0).u64(9);
        out.text("general.architecture").u32(8).text("llama");
        out.text("general.name").u32(8).text("Tiny");
        out.text("general.size_label").u32(8).text("1M");
        out.text("tokenizer.ggml.tokens").u32(9).u32(8).u64(2).text("a").text("b");
        out.text("llama.context_length").u32(4).u32(2048);
        out.text("llama.block_count").u32(4).u32(2);
        out.text("llama.embedding_length").u32(4).u32(64);
        out.text("llama.attention.head_count").u32(4).u32(8);
        out.text("llama.attention.head_count_kv").u32(4).u32(4);
        return out.bytes.toByteArray();
    }

    private record Bytes(ByteArrayOutputStream bytes) {
        Bytes() {
            this(new ByteArrayOutputStream());
        }

        Bytes raw(byte[] some) {
            bytes.writeBytes(some);
            return this;
        }

        Bytes u32(int value) {
            return raw(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(value)
                    .array());
        }

        Bytes u64(long value) {
            return raw(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(value)
                    .array());
        }

        Bytes text(String text) {
            byte[] letters = text.getBytes(StandardCharsets.UTF_8);
            return u64(letters.length).raw(letters);
        }
    }

    @Test
    void theHeadSaysWhatTheModelIsAndWhatItNeeds() throws IOException {
        Path file = Files.write(folder.resolve("tiny.gguf"), gguf());
        long bytes = Files.size(file);

        // Two numbers of two bytes for 2048 tokens, 2 layers and 4 heads of 8 components.
        assertThat(Gguf.read(file))
                .isEqualTo(new Gguf("Tiny", "llama", "1M", "", false, bytes, 2048, bytes + 2 * 2 * 2048 * 2 * 4 * 8));
    }

    @Test
    void whatIsNoModelIsRefusedWithItsName() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.gguf"), "Dear all");
        Path cut = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(gguf(), 60));

        assertThatThrownBy(() -> Gguf.read(text)).hasMessageContaining("notes.gguf is no GGUF file");
        assertThatThrownBy(() -> Gguf.read(cut)).hasMessageContaining("cut.gguf is damaged");
    }

    @Test
    void modelsOfEveryProgramAreFoundOnceAndUnderItsName() throws IOException {
        Path studio = Files.createDirectories(folder.resolve("lmstudio/maker/tiny"));
        Files.write(studio.resolve("tiny-q4-00001-of-00002.gguf"), gguf());
        Files.write(studio.resolve("tiny-q4-00002-of-00002.gguf"), gguf());
        Files.writeString(studio.resolve("broken.gguf"), "no model");
        Path ollama = folder.resolve("ollama");
        Path blob = ollama.resolve("blobs/sha256-" + "ab".repeat(32));
        Files.createDirectories(blob.getParent());
        Files.write(blob, gguf());
        Path manifest = ollama.resolve("manifests/registry.ollama.ai/library/tiny/1m");
        Files.createDirectories(manifest.getParent());
        Files.writeString(manifest, """
                {"layers": [
                  {"mediaType": "application/vnd.ollama.image.template", "digest": "sha256:%s"},
                  {"mediaType": "application/vnd.ollama.image.model", "digest": "sha256:%s"}]}
                """.formatted("cd".repeat(32), "ab".repeat(32)));

        assertThat(ModelFiles.find(List.of(folder.resolve("lmstudio")), ollama))
                .extracting(ModelFiles.Found::name)
                .containsExactly("tiny-q4", "tiny:1m");
    }
}
