package org.winnow.dfllm.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Statements;
import org.winnow.store.Statements.Statement;

/** The models that were tuned elsewhere by a recipe and taken back in, by the SHA-256 of their files. */
public final class TakenModels {
    private static final String TOPIC = "model-taken";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_FIGURES = 4;

    private TakenModels() {}

    /**
     * One of them.
     *
     * @param where its file or folder was when it was taken in, on the computer of whoever did
     * @param account of it, as {@code recipe take} makes it
     */
    public record TakenModel(Path where, Instant at, JsonNode account) {
        /** What was tuned. */
        public String base() {
            return account.at("/base/name").asText();
        }

        /** Such as {@code qlora, sft}. */
        public String way() {
            return account.at("/settings/method").asText() + ", "
                    + account.path("objective").asText();
        }

        public String file() {
            return account.at("/result/file").asText();
        }

        public String sha256() {
            return account.at("/result/sha256").asText();
        }

        /** Whether this program can run it: a whole model in a GGUF file. */
        public boolean runs() {
            return account.at("/result/kind").asText().equals("gguf")
                    && !account.at("/result/adapter").asBoolean();
        }

        /** The first figures of its evaluation, in words; empty where it came without one. */
        public Optional<String> evaluation() {
            if (!account.has("evaluation")) {
                return Optional.empty();
            }
            List<String> figures = new ArrayList<>();
            account.at("/evaluation/results").properties().forEach(e -> {
                JsonNode value = e.getValue();
                String name = e.getKey().replace('_', ' ');
                if (value.isValueNode()) {
                    figures.add(name + " " + value.asText());
                } else if (value.has("of") && value.has("all")) {
                    figures.add(name + " " + value.path("of").asText() + " of "
                            + value.path("all").asText());
                }
            });
            return Optional.of(figures.stream()
                    .limit(MOST_FIGURES)
                    .reduce((a, b) -> a + "; " + b)
                    .orElse(""));
        }
    }

    /** All of them, the newest first. */
    public static List<TakenModel> all(Review review) {
        return review.statements().on(TOPIC).values().stream()
                .sorted(Comparator.comparing(Statement::at)
                        .thenComparing(Statement::subject)
                        .reversed())
                .map(said -> {
                    try {
                        return new TakenModel(Path.of(said.note()), said.at(), JSON.readTree(said.value()));
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException("the record of " + said.subject() + " cannot be read", e);
                    }
                })
                .toList();
    }

    /**
     * Puts one on record, and as the newest tuning, which card and checklist draw on.
     *
     * @param account as it is made of the files that came back
     */
    public static Op<Void> take(Map<String, Object> account, Path where) {
        JsonNode told = JSON.valueToTree(account);
        return Op.together(
                "model-run",
                List.of(
                        Runs.record(Runs.TUNING, account),
                        Statements.state(
                                "model-run",
                                TOPIC,
                                told.at("/result/sha256").asText(),
                                told.toString(),
                                where.toAbsolutePath().normalize().toString())));
    }
}
