package org.winnow.embedding;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Optional;

/**
 * A sentence network that the program brings, without loading it.
 *
 * @param name as its makers call it
 * @param form of its weights
 * @param licence by which it may be used
 * @param use what it is for here
 * @param resource the file with its weights
 */
public record Brought(String name, String form, String licence, String use, String resource) {
    /**
     * What a network takes in memory beside one byte of its file, its session and the texts in work included: 64 texts of
     * 128 pieces took 148 MB with 34 MB of weights and 98 MB with 23 MB.
     */
    private static final double MEMORY = 4.4;

    /** All that this installation has. */
    public static List<Brought> all() {
        return List.of(
                        new Brought(
                                "e5-small-v2", "one byte a weight", "MIT", "ranking and asking", "/e5-small-v2-q.onnx"),
                        new Brought(
                                "all-MiniLM-L6-v2",
                                "one byte a weight",
                                "Apache-2.0",
                                "comparing, where time is short",
                                "/all-minilm-l6-v2-q.onnx"),
                        new Brought(
                                "all-MiniLM-L6-v2",
                                "four bytes a weight",
                                "Apache-2.0",
                                "the base of tuning",
                                "/all-minilm-l6-v2.onnx"))
                .stream()
                .filter(b -> b.place().isPresent())
                .toList();
    }

    /** The file that it lies in. */
    public Optional<URL> place() {
        return Optional.ofNullable(Brought.class.getResource(resource));
    }

    /** Bytes of memory that it needs while it works. */
    public long memory() {
        try {
            URL url = place().orElseThrow(() -> new IOException(resource + " is missing"));
            return (long) (MEMORY * url.openConnection().getContentLengthLong());
        } catch (IOException gone) {
            return 0;
        }
    }
}
