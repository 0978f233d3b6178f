package org.winnow.papers;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.winnow.dfllm.corpus.Paper.Grid;
import org.winnow.dfllm.corpus.Paper.Part;
import org.winnow.fulltext.ArticleReader;
import org.winnow.model.UserException;
import org.winnow.work.WholeFile;

/** What PDFs say, by the hash of the file: reading one takes seconds, and it says the same for ever. */
final class KeptTexts {
    private static final Logger LOG = Logger.getLogger(KeptTexts.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What one file says. */
    record Text(
            boolean scanned, List<Part> parts, List<Grid> tables, List<String> untold, Map<Integer, String> pages) {}

    private final Path folder;

    KeptTexts(Path cache) {
        this.folder = cache.resolve("texts-" + ArticleReader.VERSION);
    }

    /** The text of the file with this hash, as it was kept; else as it is read now. */
    Text of(String sha256, Supplier<Text> reading) {
        Path file = folder.resolve(sha256 + ".json.gz");
        return kept(file).orElseGet(() -> {
            Text text = reading.get();
            keep(file, text);
            return text;
        });
    }

    private static Optional<Text> kept(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return Optional.of(JSON.readValue(in, Text.class));
        } catch (JacksonException e) {
            LOG.log(Level.WARNING, "A kept text is damaged and is read from its PDF again: " + file, e);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A kept text cannot be read: " + file, e);
        }
        return Optional.empty();
    }

    /** A disk that refuses costs time the next time, nothing else. */
    private static void keep(Path file, Text text) {
        try {
            Files.createDirectories(file.getParent());
            byte[] json = JSON.writeValueAsBytes(text);
            WholeFile.write(file, stream -> {
                try (GZIPOutputStream packed = new GZIPOutputStream(stream)) {
                    packed.write(json);
                }
                return json.length;
            });
        } catch (IOException | UserException e) {
            LOG.log(Level.WARNING, "A text cannot be kept: " + file, e);
        }
    }
}
