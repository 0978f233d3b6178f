package org.winnow.ranking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/** The English stop list of the Glasgow Information Retrieval Group, which scikit-learn calls {@code "english"}. */
public final class StopWords {
    private StopWords() {}

    /** The words themselves. */
    public static Set<String> english() {
        try (InputStream in = StopWords.class.getResourceAsStream("stopwords-en.txt")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Set.of(all.strip().split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
