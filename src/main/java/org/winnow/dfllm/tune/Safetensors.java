package org.winnow.dfllm.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.winnow.model.UserException;

/**
 * A file of weights in the safetensors format, version 1: the length of a JSON header, the header, and the numbers, in four
 * bytes each (github.com/huggingface/safetensors, README).
 *
 * @param tensors by name
 * @param remarks texts in the header
 */
record Safetensors(Map<String, Tensor> tensors, Map<String, String> remarks) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REMARKS = "__metadata__";
    private static final String OFFSETS = "data_offsets";
    /** The format's own limit. */
    private static final long LONGEST_HEADER = 100_000_000;

    /** Writes the file whole or not at all, and not before it is on the disk. */
    void write(Path file) throws IOException {
        ByteBuffer content = content();
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    byte[] bytes() throws JsonProcessingException {
        return content().array();
    }

    private ByteBuffer content() throws JsonProcessingException {
        ObjectNode header = JSON.createObjectNode();
        if (!remarks.isEmpty()) {
            ObjectNode said = header.putObject(REMARKS);
            new TreeMap<>(remarks).forEach(said::put);
        }
        long at = 0;
        for (Map.Entry<String, Tensor> e : new TreeMap<>(tensors).entrySet()) {
            ObjectNode one = header.putObject(e.getKey());
            one.put("dtype", "F32");
            one.putPOJO("shape", e.getValue().shape());
            long end = at + Float.BYTES * (long) e.getValue().values().length;
            one.putPOJO(OFFSETS, new long[] {at, end});
            at = end;
        }
        String text = JSON.writeValueAsString(header);
        // The numbers begin at a multiple of eight, as the format advises.
        byte[] bytes = (text + " ".repeat(Math.floorMod(-text.length(), Long.BYTES))).getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(Long.BYTES + bytes.length + at))
                .order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(bytes.length).put(bytes);
        new TreeMap<>(tensors).values().forEach(t -> {
            for (float value : t.values()) {
                all.putFloat(value);
            }
        });
        return all.flip();
    }

    /** @throws UserException where the file is damaged or of another kind */
    static Safetensors read(Path file) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        try {
            long length = all.getLong();
            if (length < 2 || length > Math.min(LONGEST_HEADER, all.remaining())) {
                throw new IllegalArgumentException("its header has no possible length");
            }
            byte[] bytes = new byte[(int) length];
            all.get(bytes);
            return new Safetensors(
                    tensors(JSON.readTree(bytes), all.slice().order(ByteOrder.LITTLE_ENDIAN)),
                    remarks(JSON.readTree(bytes).path(REMARKS)));
        } catch (RuntimeException | JsonProcessingException e) {
            throw new UserException(
                    file + " is damaged, or no file of weights (safetensors): " + e.getMessage()
                            + ". Take another copy of it, or tune again.",
                    e);
        }
    }

    private static Map<String, String> remarks(JsonNode node) {
        Map<String, String> remarks = new LinkedHashMap<>();
        node.properties().forEach(e -> remarks.put(e.getKey(), e.getValue().asText()));
        return remarks;
    }

    private static Map<String, Tensor> tensors(JsonNode header, ByteBuffer data) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> e : header.properties()) {
            if (!e.getKey().equals(REMARKS)) {
                tensors.put(e.getKey(), tensor(e.getKey(), e.getValue(), data));
            }
        }
        return tensors;
    }

    private static Tensor tensor(String name, JsonNode said, ByteBuffer data) {
        if (!said.path("dtype").asText().equals("F32")) {
            throw new IllegalArgumentException(name + " is not of the kind F32");
        }
        long[] shape = JSON.convertValue(said.path("shape"), long[].class);
        float[] values = new float[Math.toIntExact(Tensor.count(shape))];
        long from = said.path(OFFSETS).path(0).asLong(-1);
        if (said.path(OFFSETS).path(1).asLong(-1) - from != Float.BYTES * (long) values.length) {
            throw new IllegalArgumentException(name + " has not the numbers for its shape");
        }
        data.slice(Math.toIntExact(from), Float.BYTES * values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new Tensor(shape, values);
    }
}
