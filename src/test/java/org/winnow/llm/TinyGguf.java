package org.winnow.llm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A language model of the llama architecture that knows nothing: one layer, a word for each byte, weights by chance. It
 * speaks as fast as any, and a grammar makes what it says something that can be read.
 */
final class TinyGguf {
    private static final int WIDTH = 64;
    private static final int HEADS = 4;
    private static final int INNER = 128;
    private static final int ALIGNED = 32;
    private static final int CONTEXT = 4096;

    private static final int TEXT = 8;
    private static final int WHOLE = 4;
    private static final int FLOAT = 6;
    private static final int ARRAY = 9;
    private static final int SIGNED = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int fields;

    private TinyGguf() {}

    static byte[] bytes() {
        List<String> words = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
        for (int i = 0; i < 256; i++) {
            words.add("<0x%02X>".formatted(i));
        }
        TinyGguf fields = new TinyGguf();
        fields.head(words);
        Map<String, int[]> tensors = tensors(words.size());
        TinyGguf file = new TinyGguf();
        file.out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        file.u32(3).u64(tensors.size()).u64(fields.fields);
        file.out.writeBytes(fields.out.toByteArray());
        file.places(tensors);
        file.align();
        Random chance = new Random(1);
        tensors.forEach((name, sizes) -> file.numbers(name, sizes, chance));
        return file.out.toByteArray();
    }

    private void head(List<String> words) {
        text("general.architecture", "llama");
        text("general.name", "Tiny");
        text("general.size_label", "70K");
        whole("llama.context_length", CONTEXT);
        whole("llama.embedding_length", WIDTH);
        whole("llama.block_count", 1);
        whole("llama.feed_forward_length", INNER);
        whole("llama.attention.head_count", HEADS);
        whole("llama.attention.head_count_kv", HEADS);
        whole("llama.rope.dimension_count", WIDTH / HEADS);
        whole("llama.vocab_size", words.size());
        key("llama.attention.layer_norm_rms_epsilon", FLOAT).f32(1e-5f);
        text("tokenizer.ggml.model", "llama");
        array("tokenizer.ggml.tokens", TEXT, words.size());
        words.forEach(this::string);
        array("tokenizer.ggml.scores", FLOAT, words.size());
        words.forEach(w -> f32(0));
        array("tokenizer.ggml.token_type", SIGNED, words.size());
        // Unknown, control twice, then bytes.
        words.forEach(w -> u32(w.equals("<unk>") ? 2 : w.endsWith("s>") ? 3 : 6));
        whole("tokenizer.ggml.bos_token_id", 1);
        whole("tokenizer.ggml.eos_token_id", 2);
        whole("tokenizer.ggml.unknown_token_id", 0);
    }

    private static Map<String, int[]> tensors(int words) {
        Map<String, int[]> all = new LinkedHashMap<>();
        all.put("token_embd.weight", new int[] {WIDTH, words});
        all.put("output_norm.weight", new int[] {WIDTH});
        all.put("output.weight", new int[] {WIDTH, words});
        for (String name : List.of("attn_q", "attn_k", "attn_v", "attn_output")) {
            all.put("blk.0." + name + ".weight", new int[] {WIDTH, WIDTH});
        }
        all.put("blk.0.attn_norm.weight", new int[] {WIDTH});
        all.put("blk.0.ffn_norm.weight", new int[] {WIDTH});
        all.put("blk.0.ffn_gate.weight", new int[] {WIDTH, INNER});
        all.put("blk.0.ffn_up.weight", new int[] {WIDTH, INNER});
        all.put("blk.0.ffn_down.weight", new int[] {INNER, WIDTH});
        return all;
    }

    private void places(Map<String, int[]> tensors) {
        long at = 0;
        for (Map.Entry<String, int[]> e : tensors.entrySet()) {
            string(e.getKey());
            u32(e.getValue().length);
            for (int size : e.getValue()) {
                u64(size);
            }
            u32(0).u64(at);
            at += (4L * count(e.getValue()) + ALIGNED - 1) / ALIGNED * ALIGNED;
        }
    }

    private void numbers(String name, int[] sizes, Random chance) {
        for (int i = 0; i < count(sizes); i++) {
            f32(name.contains("norm") ? 1 : (float) chance.nextGaussian() / 5);
        }
        align();
    }

    private static int count(int[] sizes) {
        int count = 1;
        for (int size : sizes) {
            count *= size;
        }
        return count;
    }

    private void align() {
        while (out.size() % ALIGNED != 0) {
            out.write(0);
        }
    }

    private TinyGguf key(String key, int kind) {
        fields++;
        string(key);
        return u32(kind);
    }

    private void array(String key, int of, int size) {
        key(key, ARRAY).u32(of).u64(size);
    }

    private void text(String key, String value) {
        key(key, TEXT).string(value);
    }

    private void whole(String key, int value) {
        key(key, WHOLE).u32(value);
    }

    private void string(String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        u64(letters.length);
        out.writeBytes(letters);
    }

    private void f32(float value) {
        u32(Float.floatToIntBits(value));
    }

    private TinyGguf u32(int value) {
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
        return this;
    }

    private TinyGguf u64(long value) {
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
        return this;
    }
}
