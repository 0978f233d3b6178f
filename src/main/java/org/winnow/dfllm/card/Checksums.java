package org.winnow.dfllm.card;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.winnow.model.Sha256;

/** SHA-256 of files, by their names. */
public final class Checksums {
    private Checksums() {}

    public static Map<String, String> of(Map<String, byte[]> files) {
        Map<String, String> sums = new TreeMap<>();
        files.forEach((name, bytes) -> sums.put(name, Sha256.of(bytes)));
        return sums;
    }

    /** As {@code sha256sum --check} reads them. */
    static String lines(Map<String, byte[]> files) {
        return of(files).entrySet().stream()
                .map(e -> e.getValue() + "  " + e.getKey() + "\n")
                .collect(Collectors.joining());
    }
}
