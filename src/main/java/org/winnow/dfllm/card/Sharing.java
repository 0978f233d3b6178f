package org.winnow.dfllm.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.winnow.dfllm.corpus.Licence;
import org.winnow.document.Documents;
import org.winnow.model.UserException;
import org.winnow.store.Review;

/**
 * What is given to others: cards, records of the runs, folders such as a dataset or an adapter, and checksums. Whole
 * texts of reports go along only where every report has a licence that allows to share them; else their recipe does.
 */
public final class Sharing {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KINDS = List.of(Runs.CORPUS, Runs.DATASET, Runs.TUNING, Runs.EVALUATION);
    /** Files that hold the texts of reports from end to end. */
    private static final String TEXTS = "(pretrain|mixture|corpus)\\b.*\\.jsonl";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Review review;

    public Sharing(Review review) {
        this.review = review;
    }

    /** The files by their names, checksums last. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("model-card.md", Documents.bytes(Card.model(review), "md").orElseThrow());
        all.put("datasheet.md", Documents.bytes(Card.data(review), "md").orElseThrow());
        for (String kind : KINDS) {
            Optional<JsonNode> run = Runs.newest(review, kind);
            run.ifPresent(account -> all.put("runs/" + kind + ".json", pretty(account)));
        }
        all.putAll(Licences.files(review));
        all.putAll(files);
        if (!leftOut.isEmpty()) {
            all.put(
                    "LEFT-OUT.txt",
                    (new Wording().of("shared.left", String.join(", ", leftOut)) + "\n")
                            .getBytes(StandardCharsets.UTF_8));
        }
        all.put("SHA256SUMS", Checksums.lines(all).getBytes(StandardCharsets.UTF_8));
        return all;
    }

    /** Takes a file in. */
    public Sharing put(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    /**
     * Takes the files of a folder in, under its name.
     *
     * @param texts whether whole texts go along although a report's licence is not known to allow it
     */
    public Sharing folder(Path folder, boolean texts) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UserException("There is no folder " + folder + ". Check the name.");
        }
        boolean free = texts || openLicences();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.toAbsolutePath().normalize().getFileName() + "/"
                        + folder.relativize(file).toString().replace('\\', '/');
                if (!free && String.valueOf(file.getFileName()).matches(TEXTS)) {
                    leftOut.add(name);
                } else {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return this;
    }

    /** What was left out because of licences. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    private boolean openLicences() {
        JsonNode papers =
                Runs.newest(review, Runs.CORPUS).map(c -> c.path("papers")).orElse(JSON.createArrayNode());
        for (JsonNode paper : papers) {
            if (!Licence.lets(paper.path("licence").asText())) {
                return false;
            }
        }
        return !papers.isEmpty();
    }

    private static byte[] pretty(JsonNode account) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(account);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
