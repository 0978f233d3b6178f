package org.winnow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.winnow.dfllm.ask.Question;

/**
 * Whether tuning pays for finding passages: questions to papers of which the answering words are known; each seed tunes
 * with the questions to half of the papers, and with sentences taken out of passages of all of them (Lee, Chang and
 * Toutanova, ACL 2019), and is tried on the questions to the other half, beside the network untuned, the usual one, and
 * words. {@code mvn -Ptune-training verify -Dtune.main=org.winnow.cli.PassageTraining
 * -Dtune.sets=questions.tsv,questions2.tsv -Dtune.seeds=5}; a line for each run is added to {@code
 * target/tuning-passages.csv}.
 */
final class PassageTraining {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TAKEN_OUT = 240;
    private static final String STEPS = System.getProperty("tune.steps", "100");

    /** @param quote the words that answer it */
    private record Asked(String paper, String question, String quote) {}

    private final Path folder;
    private final Path csv;
    private final Path review;
    private final List<Asked> questions = new ArrayList<>();
    private final List<String> papers;

    private PassageTraining(Path target, List<String> sets) throws IOException {
        folder = Files.createDirectories(target.resolve("tuning-passages"));
        csv = target.resolve("tuning-passages.csv");
        review = folder.resolve("papers.winnow");
        for (String set : sets) {
            try (var in = PassageTraining.class.getResourceAsStream("/org/winnow/dfllm/" + set)) {
                for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList()) {
                    String[] cells = line.split("\t");
                    questions.add(new Asked(cells[0], cells[1], cells[2]));
                }
            }
        }
        papers = List.copyOf(new TreeSet<>(questions.stream().map(Asked::paper).toList()));
    }

    public static void main(String[] args) throws IOException {
        PassageTraining training = new PassageTraining(Path.of(args[0]), List.of(args[1].split(",")));
        List<JsonNode> passages = training.passages();
        for (int seed = 1; seed <= Integer.parseInt(args[2]); seed++) {
            training.run(seed, passages);
        }
    }

    private static String winnow(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console =
                new Console(new ByteArrayInputStream(new byte[0]), new PrintStream(out, true), System.err, false);
        int status = WinnowCommand.commandLine(console)
                .execute(Stream.of(words).map(String::valueOf).toArray(String[]::new));
        if (status != Failure.DONE && status != Failure.FOUND) {
            throw new IllegalStateException(List.of(words) + " ended with " + status);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The papers in a review, all included, and the passages of their corpus. */
    private List<JsonNode> passages() throws IOException {
        Path corpus = folder.resolve("corpus");
        if (!Files.exists(corpus)) {
            Path articles = Path.of(System.getenv("WINNOW_TEST_DATA"), "pdf", "articles");
            winnow("new", review, "--title", "Papers", "--reviewer", "Ada", "--screeners-per-record", "1");
            StringBuilder ris = new StringBuilder();
            StringBuilder decisions = new StringBuilder("record,decision\n");
            for (String paper : papers) {
                ris.append("TY  - JOUR\nTI  - ").append(paper).append("\nER  - \n\n");
                decisions.append(1 + papers.indexOf(paper)).append(",include\n");
            }
            winnow("import", review, Files.writeString(folder.resolve("papers.ris"), ris));
            Path all = Files.writeString(folder.resolve("all.csv"), decisions);
            for (String stage : List.of("title-abstract", "full-text")) {
                winnow("decide", review, "--stage", stage, "--reviewer", "Ada", "--from", all);
            }
            for (String paper : papers) {
                winnow("attach", review, articles.resolve(paper + ".pdf"), "--to", 1 + papers.indexOf(paper));
            }
            winnow("corpus", review, "--out", corpus, "--chunk-tokens", 96);
        }
        List<JsonNode> passages = new ArrayList<>();
        for (String line : Files.readAllLines(corpus.resolve("corpus.jsonl"))) {
            passages.add(JSON.readTree(line));
        }
        return passages;
    }

    private void run(int seed, List<JsonNode> passages) throws IOException {
        List<String> mixed = new ArrayList<>(papers);
        Collections.shuffle(mixed, new Random(seed));
        Set<String> learnt = new HashSet<>(mixed.subList(0, mixed.size() / 2));
        Path pairs = folder.resolve("pairs-" + seed + ".jsonl");
        Files.write(pairs, lines(pairs(learnt, passages, new Random(seed))));
        List<Map<String, Object>> tried = questions.stream()
                .filter(q -> !learnt.contains(q.paper))
                .<Map<String, Object>>map(
                        q -> Map.of("question", q.question, "report", 1 + papers.indexOf(q.paper), "quote", q.quote))
                .toList();
        Path test = Files.write(folder.resolve("test-" + seed + ".jsonl"), lines(tried));
        line(seed, "untuned", tuned(folder.resolve("untuned"), pairs, 1, "--steps", 1, "--learning-rate", 1e-12), test);
        line(seed, "tuned", tuned(folder.resolve("tuned-" + seed), pairs, seed, "--steps", STEPS), test);
    }

    private Path tuned(Path out, Path pairs, int seed, Object... more) {
        if (!Files.exists(out.resolve("tuning.json"))) {
            List<Object> words = new ArrayList<>(List.of(
                    "tune", review, "--objective", "retrieval", "--pairs", pairs, "--out", out, "--seed", seed));
            words.addAll(List.of("--batch", 12, "--pieces", 96));
            words.addAll(List.of(more));
            winnow(words.toArray());
        }
        return out;
    }

    private static List<String> lines(List<Map<String, Object>> objects) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map<String, Object> one : objects) {
            lines.add(JSON.writeValueAsString(one));
        }
        return lines;
    }

    private List<Map<String, Object>> pairs(Set<String> learnt, List<JsonNode> passages, Random random) {
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (Asked asked : questions) {
            if (learnt.contains(asked.paper)) {
                String quote = Question.plain(asked.quote);
                String passage = passages.stream()
                        .map(p -> p.path("text").asText())
                        .filter(text -> Question.plain(text).contains(quote))
                        .findFirst()
                        .orElse(asked.quote);
                pairs.add(Map.of("question", asked.question, "passage", passage));
            }
        }
        List<JsonNode> mixed = new ArrayList<>(passages);
        Collections.shuffle(mixed, random);
        for (JsonNode passage : mixed.subList(0, Math.min(TAKEN_OUT, mixed.size()))) {
            List<String> sentences =
                    new ArrayList<>(List.of(passage.path("text").asText().split("(?<=[.!?]) ")));
            if (sentences.size() > 2) {
                String sentence = sentences.remove(random.nextInt(sentences.size()));
                pairs.add(Map.of("question", sentence, "passage", String.join(" ", sentences)));
            }
        }
        return pairs;
    }

    /** Recall among the first five and mean reciprocal rank, by the usual network and by this one. */
    private void line(int seed, String which, Path network, Path test) throws IOException {
        JsonNode trial = JSON.readTree(winnow("evaluate", review, "--questions", test, "--tuned", network, "--json"));
        StringBuilder line = new StringBuilder(
                which + "," + seed + "," + trial.path("questions").asInt());
        for (String by : List.of("usual", "tuned")) {
            for (String method : List.of("words", "meaning", "both")) {
                JsonNode figures = trial.path(by).path(method);
                line.append(String.format(
                        Locale.ROOT,
                        ",%.3f,%.3f",
                        figures.at("/recall_at_5/value").asDouble(),
                        figures.path("mrr").asDouble()));
            }
        }
        line.append(",").append(trial.path("in_use").asBoolean());
        System.out.println(line);
        Files.writeString(csv, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
