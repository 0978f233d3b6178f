package org.winnow.dfllm.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.corpus.Chunk;
import org.winnow.dfllm.corpus.Corpus;
import org.winnow.dfllm.corpus.CorpusJson;
import org.winnow.dfllm.corpus.PaperSummary;
import org.winnow.dfllm.corpus.PassageJson;
import org.winnow.model.RecordId;
import org.winnow.model.UserException;
import org.winnow.work.Progress;

/**
 * Papers that others can ask without the review and its PDFs: {@code ask/passages.jsonl}, a passage a line, and {@code
 * ask/papers.json}, which report each is from, by which network they are compared and from which support on a sentence is
 * an answer. The same passages give the same answers on every computer.
 *
 * @param titles of the reports, in the order of the review
 * @param papers files of the reports that may be given away
 * @param passages of these files
 * @param network that compares them, or networks
 * @param threshold from which on a sentence is an answer, 0 to 1
 * @param withheld reports whose licence is not known to allow it, of which no passage is here
 * @param tuned the network that finds passages, where it was tuned to the review and so goes along; or null
 */
public record SharedPapers(
        Map<RecordId, String> titles,
        List<PaperSummary> papers,
        List<Chunk> passages,
        String network,
        double threshold,
        List<PaperSummary> withheld,
        @Nullable Tuned tuned) {
    /**
     * A network that goes along.
     *
     * @param hash that names it
     * @param files of it, by their names in its folder
     */
    public record Tuned(String hash, List<String> files) {
        public Tuned {
            files = List.copyOf(files);
        }
    }

    /** The account of the papers in a package. */
    public static final String PAPERS = "ask/papers.json";

    /** The passages in a package. */
    public static final String PASSAGES = "ask/passages.jsonl";

    private static final int SCHEMA = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    public SharedPapers {
        titles = new LinkedHashMap<>(titles);
        papers = List.copyOf(papers);
        passages = List.copyOf(passages);
        withheld = List.copyOf(withheld);
    }

    /**
     * The papers of a review.
     *
     * @param free whether a paper may be given away
     * @param tuned the network that finds their passages, or null
     */
    public static SharedPapers of(
            Asking asking, Map<RecordId, String> titles, Predicate<PaperSummary> free, @Nullable Tuned tuned) {
        Corpus corpus = asking.corpus();
        Map<Boolean, List<PaperSummary>> parted = corpus.papers().stream().collect(Collectors.partitioningBy(free));
        List<PaperSummary> given = parted.getOrDefault(true, List.of());
        Set<String> files = given.stream().map(PaperSummary::sha256).collect(Collectors.toSet());
        return new SharedPapers(
                titles,
                given,
                corpus.chunks().stream().filter(c -> files.contains(c.sha256())).toList(),
                asking.network(),
                Asking.THRESHOLD,
                parted.getOrDefault(false, List.of()),
                tuned);
    }

    /**
     * Makes them ready to be asked.
     *
     * @throws UserException where the networks of this program are not the one that the papers were made for
     */
    public Asking asking(Asking.Networks networks, Progress progress) {
        if (!networks.name().equals(network)) {
            throw new UserException("The papers were made to be asked by the network " + network
                    + ", and this Winnow has " + networks.name() + ". Open them with the version that made them.");
        }
        return new Asking(corpus(), networks, progress);
    }

    private Corpus corpus() {
        List<Corpus.Missing> without = withheld.stream()
                .map(p -> new Corpus.Missing(p.report(), p.title(), "not given away, its licence is " + p.licence()))
                .toList();
        return new Corpus(Shelf.SETTINGS, titles.size(), papers, without, passages);
    }

    /** The two files by their names in a package. */
    public Map<String, byte[]> files() {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("schema", SCHEMA);
        account.put("network", network);
        account.put("threshold", threshold);
        if (tuned != null) {
            account.put("tuned", Map.of("hash", tuned.hash(), "files", tuned.files()));
        }
        List<Map<String, Object>> reports = new ArrayList<>();
        titles.forEach((report, title) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("report", report.value());
            one.put("title", title);
            reports.add(one);
        });
        account.put("reports", reports);
        account.put("papers", papers.stream().map(CorpusJson::known).toList());
        account.put("withheld", withheld.stream().map(CorpusJson::known).toList());
        StringBuilder lines = new StringBuilder();
        passages.forEach(p -> lines.append(PassageJson.line(p)).append('\n'));
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            files.put(PAPERS, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(account));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        files.put(PASSAGES, lines.toString().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /**
     * Reads the two files of a package.
     *
     * @param where they come from, for messages
     */
    public static SharedPapers read(Map<String, byte[]> files, Object where) {
        byte[] papers = files.get(PAPERS);
        byte[] lines = files.get(PASSAGES);
        if (papers == null || lines == null) {
            throw new UserException(where + " has no papers to ask: " + PAPERS + " and " + PASSAGES
                    + " are wanted. Make the package with card --ask.");
        }
        try {
            JsonNode account = JSON.readTree(papers);
            if (account.path("schema").asInt() != SCHEMA) {
                throw new UserException(where + " was made by another version of Winnow (its " + PAPERS
                        + " has the schema " + account.path("schema").asText("none") + "). Open it with that one.");
            }
            Map<RecordId, String> titles = new LinkedHashMap<>();
            account.path("reports")
                    .forEach(r -> titles.put(
                            new RecordId(r.path("report").asLong()),
                            r.path("title").asText()));
            return new SharedPapers(
                    titles,
                    papers(account.path("papers")),
                    passages(new String(lines, StandardCharsets.UTF_8), where),
                    account.path("network").asText(),
                    account.path("threshold").asDouble(),
                    papers(account.path("withheld")),
                    tuned(account.path("tuned")));
        } catch (IOException e) {
            throw new UserException(where + ": " + PAPERS + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static @Nullable Tuned tuned(JsonNode said) {
        List<String> files = new ArrayList<>();
        said.path("files").forEach(f -> files.add(f.asText()));
        return files.isEmpty() ? null : new Tuned(said.path("hash").asText(), files);
    }

    private static List<PaperSummary> papers(JsonNode all) {
        List<PaperSummary> papers = new ArrayList<>();
        all.forEach(p -> papers.add(new PaperSummary(
                new RecordId(p.path("report").asLong()),
                p.path("title").asText(),
                p.path("file").asText(),
                p.path("file_sha256").asText(),
                p.path("licence").asText(),
                p.path("language").asText(),
                p.path("chunks").asInt(),
                p.path("tokens").asInt(),
                List.of())));
        return papers;
    }

    private static List<Chunk> passages(String text, Object where) {
        List<Chunk> passages = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                try {
                    passages.add(PassageJson.read(line));
                } catch (IOException | IllegalArgumentException e) {
                    throw new UserException(
                            where + ": " + PASSAGES + ", line " + number + ", is no passage (" + e.getMessage()
                                    + "). Ask for the package again.",
                            e);
                }
            }
        }
        return passages;
    }
}
