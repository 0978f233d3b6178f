package org.winnow.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.catalog.ModelDescription;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import dev.langchain4j.model.openai.OpenAiModelCatalog;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/**
 * Asks one model at one address, as often as its server's troubles make sense of: again after a while where it is busy or
 * broke off, at once no more where it refuses. Redirections are not followed: they could lead elsewhere.
 */
public final class Client implements Answering {
    /** Of RFC 9110 and RFC 6585: what may be otherwise at the next try. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

    /** As servers say it in words where they limit questions. */
    private static final Pattern TRY_AGAIN =
            Pattern.compile("(?:try again|retry)(?: after| in)? (\\d+(?:\\.\\d+)?) ?(ms|s)", Pattern.CASE_INSENSITIVE);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final int BAD_REQUEST = 400;
    private static final int MINUTE_MILLIS = 60_000;
    private static final long MILLION = 1_000_000;

    private final Endpoint endpoint;
    private final String key;
    private final Patience patience;
    private final Pace pace;
    private final RetryAfter retryAfter = new RetryAfter(InstantSource.system());
    /** Some servers know the protocol but not how to hold a model to a form. */
    private boolean formed = true;

    /** @param key for the server, or empty */
    public Client(Endpoint endpoint, String key, Patience patience) {
        this.endpoint = endpoint;
        this.key = key;
        this.patience = patience;
        this.pace = new Pace(endpoint.perMinute() == 0 ? 0 : MINUTE_MILLIS / endpoint.perMinute());
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    /**
     * The names of the models that an address has.
     *
     * @throws Trouble where it does not say
     */
    public static List<String> models(String address, String key, Patience patience) {
        String base = Endpoint.normalised(address);
        try {
            return OpenAiModelCatalog.builder()
                    .httpClientBuilder(http(patience, HttpClient.newBuilder()).readTimeout(patience.silence()))
                    .baseUrl(base)
                    .apiKey(key.isEmpty() ? "none" : key)
                    .build()
                    .listModels()
                    .stream()
                    .map(ModelDescription::name)
                    .sorted()
                    .toList();
        } catch (RuntimeException e) {
            throw new Trouble(words(base, "its list of models", e, patience), e);
        }
    }

    private static JdkHttpClientBuilder http(Patience patience, HttpClient.Builder client) {
        return new JdkHttpClientBuilder()
                .httpClientBuilder(client.followRedirects(HttpClient.Redirect.NEVER))
                .connectTimeout(
                        patience.silence().compareTo(Duration.ofSeconds(10)) < 0
                                ? patience.silence()
                                : Duration.ofSeconds(10));
    }

    /** Whoever cancels has the server told to stop. */
    @Override
    public synchronized Reply ask(Request request, Progress progress, Retried retried) {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            pace.await(progress);
            long begun = System.nanoTime();
            try {
                return reply(request, once(request, progress), start, attempt);
            } catch (Cancelled | Trouble e) {
                throw e;
            } catch (RuntimeException e) {
                String why = words(endpoint.address(), endpoint.model(), e, patience);
                boolean form = formed && refusesTheForm(e);
                if (!form && (attempt >= patience.tries() || !passing(e))) {
                    throw new Trouble(why, e);
                }
                formed &= !form;
                Duration wait = form ? Duration.ZERO : wait(e, attempt);
                retried.because(why, (System.nanoTime() - begun) / MILLION, wait);
                Pace.sleep(wait, progress);
            }
        }
    }

    /** Lines are opened for one question each. */
    @Override
    public void close() {}

    private ChatResponse once(Request request, Progress progress) {
        OpenAiStreamingChatModel model = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http(patience, HttpClient.newBuilder().cookieHandler(retryAfter)))
                .baseUrl(endpoint.address())
                .apiKey(key.isEmpty() ? "none" : key)
                .modelName(endpoint.model())
                .temperature(Request.TEMPERATURE)
                .seed(Request.SEED)
                .maxTokens(request.mostTokens())
                .strictJsonSchema(true)
                .timeout(patience.silence())
                .build();
        ChatRequest.Builder chat = ChatRequest.builder()
                .messages(SystemMessage.from(request.instruction()), UserMessage.from(request.text()));
        if (formed) {
            chat.responseFormat(ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(JsonSchema.builder()
                            .name(request.name())
                            .rootElement(JsonRawSchema.from(request.schema()))
                            .build())
                    .build());
        }
        Hearing hearing = new Hearing();
        model.chat(chat.build(), hearing);
        return hearing.await(patience.silence(), request.mostTokens(), progress);
    }

    private Reply reply(Request request, ChatResponse response, long start, int attempt) {
        String text = Objects.requireNonNullElse(response.aiMessage().text(), "");
        if (response.finishReason() == FinishReason.LENGTH) {
            throw Trouble.unusable(endpoint.model() + " needed more than the " + request.mostTokens()
                    + " tokens that an answer may have. Ask for less at once.");
        }
        TokenUsage usage = response.tokenUsage();
        Integer in = usage == null ? null : usage.inputTokenCount();
        Integer out = usage == null ? null : usage.outputTokenCount();
        boolean counted = in != null && out != null && in > 0;
        String version = response.metadata() instanceof OpenAiChatResponseMetadata own
                ? Objects.requireNonNullElse(own.systemFingerprint(), "")
                : "";
        String name = response.modelName();
        return new Reply(
                text,
                name == null || name.isBlank() ? endpoint.model() : name,
                version,
                counted ? Objects.requireNonNull(in) : request.tokens(),
                counted ? Objects.requireNonNull(out) : Request.tokens(text),
                counted,
                (System.nanoTime() - start) / MILLION,
                attempt);
    }

    private static Optional<HttpException> status(Throwable e) {
        return chain(e).filter(HttpException.class::isInstance)
                .map(HttpException.class::cast)
                .findFirst();
    }

    private static Stream<Throwable> chain(@Nullable Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
    }

    private static boolean refusesTheForm(Throwable e) {
        return status(e)
                .filter(h -> h.statusCode() == BAD_REQUEST
                        && String.valueOf(h.getMessage()).matches("(?s).*(response_format|json_schema|grammar).*"))
                .isPresent();
    }

    /** A server that is not there at all will not be there in a second either. */
    private static boolean passing(Throwable e) {
        return status(e).map(h -> PASSING.contains(h.statusCode())).orElseGet(() -> !absent(e));
    }

    private static boolean absent(Throwable e) {
        return chain(e).anyMatch(c -> c instanceof ConnectException
                || c instanceof UnknownHostException
                || c instanceof UnresolvedAddressException);
    }

    /** The line itself gives up where not even an answer's head has come. */
    private static boolean late(Throwable e) {
        return chain(e).anyMatch(HttpTimeoutException.class::isInstance);
    }

    private Duration wait(Throwable e, int attempt) {
        Duration own = patience.firstWait().multipliedBy(1L << (attempt - 1));
        Matcher asked = TRY_AGAIN.matcher(
                status(e).map(h -> String.valueOf(h.getMessage())).orElse(""));
        Duration wanted = asked.find()
                ? Duration.ofMillis((long)
                        (Double.parseDouble(asked.group(1)) * (asked.group(2).equals("ms") ? 1 : 1000)))
                : Duration.ZERO;
        Duration longer = Stream.of(wanted, own, retryAfter.wanted())
                .max(Comparator.naturalOrder())
                .orElse(own);
        return longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
    }

    private static String words(String address, String what, Throwable e, Patience patience) {
        if (absent(e)) {
            return "Nobody answers at " + address + ". Start the server there, or check the address.";
        }
        int code = status(e).map(HttpException::statusCode).orElse(0);
        String said = status(e).map(h -> String.valueOf(h.getMessage())).orElse("");
        String brief = said.length() > 300 ? said.substring(0, 300) + "…" : said;
        return switch (code) {
            case 0 ->
                address + " broke off while it was asked for " + what + " ("
                        + (late(e) ? Hearing.silent(patience.silence()) : e.getMessage())
                        + "). Ask again; where it goes on, look into the server's log.";
            case 401, 403 -> address + " refuses the key. Check the key, and that it is for this server.";
            case 404 ->
                address + " does not know " + what + ". See what it has with: winnow models --address " + address + ".";
            case 429 ->
                address + " takes no more questions for now (" + brief
                        + "). Wait, or allow the model with fewer questions a minute.";
            default ->
                address + " answers with error " + code + " when asked for " + what + " (" + brief
                        + "). Look into the server's log.";
        };
    }
}
