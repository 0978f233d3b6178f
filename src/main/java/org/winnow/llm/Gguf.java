package org.winnow.llm;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.model.UserException;

/**
 * The head of a GGUF file, as llama.cpp and Ollama keep language models: what the model is, of which nothing is loaded.
 * The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md.
 *
 * @param name as its maker calls it; empty where it does not say
 * @param architecture llama, qwen2 and others
 * @param size parameters in words, as 8B; empty where it does not say
 * @param licence as its maker gives it; empty where it does not say
 * @param adapter whether it is the adapter of another model
 * @param bytes of the whole file
 * @param context tokens that it was made for; 0 where it does not say
 * @param memory bytes that it needs: its weights, and what it remembers of a text of {@value #TEXT} tokens or its context
 */
public record Gguf(
        String name,
        String architecture,
        String size,
        String licence,
        boolean adapter,
        long bytes,
        long context,
        long memory) {
    private static final int TEXT = 8192;
    private static final long MAGIC = 0x46554747L;
    private static final long MOST_FIELDS = 100_000;
    private static final long LONGEST_TEXT = 1 << 26;
    private static final int HALF = 2;

    private static final int STRING = 8;
    private static final int ARRAY = 9;
    /** Bytes of each kind of number, by its number in the format. */
    private static final Map<Integer, Integer> NUMBERS = Map.ofEntries(
            Map.entry(0, 1),
            Map.entry(1, 1),
            Map.entry(2, 2),
            Map.entry(3, 2),
            Map.entry(4, 4),
            Map.entry(5, 4),
            Map.entry(6, 4),
            Map.entry(7, 1),
            Map.entry(10, 8),
            Map.entry(11, 8),
            Map.entry(12, 8));

    private static final Set<Integer> FLOATS = Set.of(6, 12);

    /**
     * Reads the head of a file.
     *
     * @throws UserException where it is no GGUF file, or its head is damaged
     */
    public static Gguf read(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new BufferedInputStream(raw, 1 << 16))) {
            if (little(in, 4) != MAGIC) {
                throw new UserException(file + " is no GGUF file. Choose the file of a model as llama.cpp keeps it.");
            }
            long version = little(in, 4);
            if (version < 2 || version > 3) {
                throw new UserException(
                        file + " is GGUF of version " + version + ", and 2 and 3 are read here. Convert it anew.");
            }
            little(in, 8);
            long fields = little(in, 8);
            if (fields < 0 || fields > MOST_FIELDS) {
                throw damaged(file, null);
            }
            Map<String, Object> head = new HashMap<>();
            for (long i = 0; i < fields; i++) {
                String key = string(in, file);
                Object value = value(in, (int) little(in, 4), file);
                head.put(key, value);
            }
            return of(head, Files.size(file));
        } catch (EOFException e) {
            throw damaged(file, e);
        }
    }

    private static Gguf of(Map<String, Object> head, long bytes) {
        String architecture = text(head, "general.architecture");
        long context = number(head, architecture + ".context_length");
        long layers = number(head, architecture + ".block_count");
        long heads = Math.max(1, number(head, architecture + ".attention.head_count"));
        long keyHeads = number(head, architecture + ".attention.head_count_kv");
        long width = number(head, architecture + ".embedding_length") / heads;
        long length = number(head, architecture + ".attention.key_length");
        long tokens = context == 0 ? TEXT : Math.min(context, TEXT);
        // A key and a value of two bytes a component, for every token, layer and head.
        long remembered =
                2L * HALF * tokens * layers * (keyHeads == 0 ? heads : keyHeads) * (length == 0 ? width : length);
        return new Gguf(
                text(head, "general.name"),
                architecture,
                text(head, "general.size_label"),
                text(head, "general.license"),
                text(head, "general.type").equals("adapter"),
                bytes,
                context,
                bytes + remembered);
    }

    private static String text(Map<String, Object> head, String key) {
        return head.get(key) instanceof String s ? s.strip() : "";
    }

    private static long number(Map<String, Object> head, String key) {
        return head.get(key) instanceof Long n ? n : 0;
    }

    private static Object value(DataInputStream in, int type, Path file) throws IOException {
        if (type == STRING) {
            return string(in, file);
        }
        if (type == ARRAY) {
            int of = (int) little(in, 4);
            long count = little(in, 8);
            Integer size = NUMBERS.get(of);
            if (count < 0) {
                throw damaged(file, null);
            }
            if (size != null) {
                in.skipNBytes(Math.multiplyExact(count, (long) size));
            } else if (of == STRING) {
                for (long i = 0; i < count; i++) {
                    in.skipNBytes(length(in, file));
                }
            } else {
                throw damaged(file, null);
            }
            return "";
        }
        Integer size = NUMBERS.get(type);
        if (size == null) {
            throw damaged(file, null);
        }
        long bits = little(in, size);
        return FLOATS.contains(type) ? (Object) Double.valueOf(0) : Long.valueOf(bits);
    }

    private static String string(DataInputStream in, Path file) throws IOException {
        return new String(in.readNBytes((int) length(in, file)), StandardCharsets.UTF_8);
    }

    private static long length(DataInputStream in, Path file) throws IOException {
        long length = little(in, 8);
        if (length < 0 || length > LONGEST_TEXT) {
            throw damaged(file, null);
        }
        return length;
    }

    private static long little(DataInputStream in, int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) in.readUnsignedByte() << (8 * i);
        }
        return value;
    }

    private static UserException damaged(Path file, @Nullable Throwable cause) {
        return new UserException("The head of " + file + " is damaged. Get the model anew.", cause);
    }
}
