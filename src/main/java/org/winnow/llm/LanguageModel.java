package org.winnow.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.store.ModelCalls;
import org.winnow.store.ModelCalls.Call;
import org.winnow.store.Review;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/**
 * The only door to a language model: it opens where the review lets it be asked, sends what the question holds and no more,
 * and writes every question down with its answer.
 */
public final class LanguageModel implements AutoCloseable {
    private static final int TRIES_AT_THE_FORM = 2;
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What is made of an answer. */
    public interface Reading<T> {
        /** @throws WrongShape where the answer is JSON and yet not what was asked for */
        T of(JsonNode answer);
    }

    /** An answer that does not have the form that was asked for; the message says to the model what is wrong. */
    public static final class WrongShape extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public WrongShape(String message) {
            super(message);
        }
    }

    /**
     * What a question is for.
     *
     * @param name of the task, as the report calls it
     * @param record what it is about, or null
     * @param stage at which, or null
     */
    public record Task(
            Sending sends,
            String name,
            @Nullable RecordId record,
            @Nullable Stage stage) {
        public Task(Sending sends, String name) {
            this(sends, name, null, null);
        }
    }

    /**
     * An answer that could be used.
     *
     * @param call under which UUID it is written down
     */
    public record Answered<T>(T value, String call) {}

    private final Review review;
    private final Consent consent;
    private final Answering client;

    /** @param key for the server, or empty */
    public LanguageModel(Review review, Consent consent, String key, Patience patience) {
        this.review = review;
        this.consent = consent;
        this.client = consent.endpoint().isFile()
                ? new LocalModel(consent.endpoint())
                : new Client(consent.endpoint(), key, patience);
    }

    public Endpoint endpoint() {
        return client.endpoint();
    }

    /** Lets a model go that runs in this program. */
    @Override
    public void close() {
        client.close();
    }

    /**
     * Puts a question. An answer of another form is asked for once more.
     *
     * @throws UserException where the review does not let it be sent, or no answer comes that can be used
     */
    public <T> Answered<T> ask(Task task, Request request, Reading<T> reading, Progress progress) {
        if (!Consent.all(review).contains(consent) || !consent.what().contains(task.sends())) {
            throw new UserException("This review does not let " + endpoint().model() + " be sent "
                    + task.sends().words() + ". Nothing was sent.");
        }
        Request now = request;
        String wrong = "";
        for (int i = 0; i < TRIES_AT_THE_FORM; i++) {
            Reply reply = reply(task, now, progress);
            try {
                T value = reading.of(read(reply.text()));
                return new Answered<>(value, keep(task, now, reply, ""));
            } catch (WrongShape e) {
                wrong = String.valueOf(e.getMessage());
                keep(task, now, reply, wrong);
                now = request.remarking("An earlier answer could not be used: " + wrong);
            }
        }
        throw Trouble.unusable(endpoint().model() + " does not answer in the form that it is asked for (" + wrong
                + "). Take a larger model, or one that its server can hold to a JSON schema.");
    }

    private Reply reply(Task task, Request request, Progress progress) {
        try {
            // What was sent and not answered was sent all the same.
            return client.ask(
                    request,
                    progress,
                    (why, millis, wait) -> keep(
                            task,
                            request,
                            nothing(millis),
                            why + String.format(Locale.ROOT, " Asked again after %.1f s.", wait.toMillis() / 1000.0)));
        } catch (Cancelled e) {
            keep(task, request, nothing(0), "cancelled");
            throw e;
        } catch (UserException e) {
            keep(task, request, nothing(0), String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private Reply nothing(long millis) {
        return new Reply("", endpoint().model(), "", 0, 0, false, millis, 0);
    }

    private String keep(Task task, Request request, Reply reply, String trouble) {
        return review.write(ModelCalls.keep(new Call(
                null,
                task.name(),
                task.record(),
                task.stage(),
                consent.by(),
                Program.NAME,
                endpoint().address(),
                endpoint().model(),
                version(reply),
                request.messages(),
                request.parameters(),
                request.sha256(),
                reply.text(),
                trouble,
                reply.inputTokens(),
                reply.outputTokens(),
                endpoint().cost(reply.inputTokens(), reply.outputTokens()),
                reply.millis(),
                Instant.now())));
    }

    /** Its build as the server says it: many servers answer by a fuller name than the one they are asked by. */
    private String version(Reply reply) {
        String fuller = reply.model().equals(endpoint().model()) ? "" : reply.model();
        return Stream.of(fuller, reply.version()).filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
    }

    /** Some models think aloud first, or fence their answer as Markdown does. */
    private static JsonNode read(String text) {
        String bare = text.replaceFirst("(?s)^\\s*<think>.*?</think>", "").strip();
        if (bare.startsWith("```")) {
            bare = bare.replaceFirst("^```\\w*\\s*", "").replaceFirst("\\s*```$", "");
        }
        try {
            JsonNode answer = JSON.readTree(bare);
            if (answer == null || !answer.isObject()) {
                throw new WrongShape("it is not one JSON object");
            }
            return answer;
        } catch (JsonProcessingException e) {
            throw new WrongShape("it is not JSON: " + e.getOriginalMessage());
        }
    }

    /** The field of that name, where it is text. */
    public static String text(JsonNode of, String name) {
        if (!of.path(name).isTextual()) {
            throw new WrongShape("“" + name + "” is missing or no text");
        }
        return of.path(name).asText().strip();
    }
}
