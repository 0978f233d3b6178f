package org.winnow.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * One run of the command line within this process.
 *
 * @param status the exit status
 * @param out what it printed as its result
 * @param err what it printed beside it
 */
record CommandLineRun(int status, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    static CommandLineRun of(Object... words) {
        return with(new byte[0], words);
    }

    static CommandLineRun with(byte[] input, Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream result = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console = new Console(new ByteArrayInputStream(input), result, messages, false);
        String[] args = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        int status = WinnowCommand.commandLine(console).execute(args);
        result.flush();
        messages.flush();
        return new CommandLineRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The result of a run with {@code --json}: one document and nothing else. */
    static JsonNode json(Object... words) {
        return of(Stream.concat(Arrays.stream(words), Stream.of("--json")).toArray())
                .json();
    }

    JsonNode json() {
        try {
            JsonNode document = JSON.readTree(out);
            if (document == null || document.isMissingNode()) {
                throw new AssertionError("no JSON on standard output; status " + status + ", messages: " + err);
            }
            return document;
        } catch (JsonProcessingException e) {
            throw new AssertionError("standard output is not one JSON document:\n" + out + "\nmessages: " + err, e);
        }
    }

    /** Copies a file of our own into the folder. */
    static Path fixture(String name, Path folder) {
        Path target = folder.resolve(name);
        try (InputStream in = CommandLineRun.class.getResourceAsStream("/cli/" + name)) {
            if (in == null) {
                throw new AssertionError("no fixture " + name);
            }
            Files.copy(in, target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(Path target, String text) {
        try {
            return Files.writeString(target, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
