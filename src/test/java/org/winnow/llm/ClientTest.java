package org.winnow.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.winnow.llm.Answering.Retried;
import org.winnow.testkit.ModelServer;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/** One model at one address, over a real line, with the troubles that servers have. */
class ClientTest {
    private static final Patience QUICK = new Patience(Duration.ofSeconds(20), 4, Duration.ofMillis(1));
    private static final Request REQUEST = new Request(
            "Say it.",
            "How many?",
            "number",
            "{\"type\":\"object\",\"required\":[\"n\"],\"properties\":{\"n\":{\"type\":\"integer\"}}}",
            50);

    private final ModelServer server = new ModelServer(text -> "{\"n\": 42}");

    @AfterEach
    void close() {
        server.close();
    }

    private Client client(Patience patience) {
        return new Client(Endpoint.of(server.address(), "llama3.2:3b"), "", patience);
    }

    @Test
    void theAnswerComesWholeWithItsTokensAndTheModelThatGaveIt() {
        Reply reply = client(QUICK).ask(REQUEST, Progress.NONE, Retried.UNHEARD);

        assertThat(reply)
                .usingRecursiveComparison()
                .ignoringFields("millis")
                .isEqualTo(new Reply("{\"n\": 42}", "llama3.2:3b-instruct", "fp_b4321", 100, 20, true, 0, 1));
    }

    @Test
    void theQuestionIsSentWithItsFormAndSettingsAndNothingElse() {
        client(QUICK).ask(REQUEST, Progress.NONE, Retried.UNHEARD);

        var sent = server.asked().getFirst();
        assertThat(sent.get("model").asText()).isEqualTo("llama3.2:3b");
        assertThat(sent.get("messages").toString()).isEqualTo(REQUEST.messages());
        assertThat(sent.at("/response_format/type").asText()).isEqualTo("json_schema");
        assertThat(sent.at("/response_format/json_schema/schema").toString()).isEqualTo(REQUEST.schema());
        assertThat(sent.get("temperature").asDouble()).isZero();
        assertThat(sent.get("max_tokens").asInt()).isEqualTo(50);
    }

    @Test
    void aServerThatIsBusyBreaksOffOrMumblesIsAskedAgain() {
        server.refusing(429, "Too many. Please try again in 2ms.")
                .refusing(500, "out of memory")
                .breakingOff();
        assertThat(client(QUICK).ask(REQUEST, Progress.NONE, Retried.UNHEARD).tries())
                .isEqualTo(4);

        server.endingEarly().garbled();
        assertThat(client(QUICK).ask(REQUEST, Progress.NONE, Retried.UNHEARD))
                .matches(r -> r.tries() == 3 && r.text().equals("{\"n\": 42}"));
    }

    @Test
    void aServerThatAsksToWaitIsWaitedForAsItSays() {
        server.askingToWait("1");
        assertThat(client(QUICK).ask(REQUEST, Progress.NONE, Retried.UNHEARD).tries())
                .isEqualTo(2);
        assertThat(server.times().get(1) - server.times().get(0)).isGreaterThanOrEqualTo(900_000_000L);
    }

    @Test
    void waitingIsAskedForInSecondsOrUntilADate() {
        RetryAfter header = new RetryAfter(() -> Instant.parse("2026-11-30T10:00:00Z"));
        URI server = URI.create("http://localhost");
        header.put(server, Map.of("retry-after", List.of("120")));
        assertThat(header.wanted()).isEqualTo(Duration.ofMinutes(2));
        header.put(server, Map.of("Retry-After", List.of("Mon, 30 Nov 2026 10:00:30 GMT")));
        assertThat(header.wanted()).isEqualTo(Duration.ofSeconds(30));
        header.put(server, Map.of("Retry-After", List.of("Mon, 30 Nov 2026 09:00:00 GMT")));
        assertThat(header.wanted()).isZero();
        header.put(server, Map.of("Retry-After", List.of("soon")));
        assertThat(header.wanted()).isZero();
        header.put(server, Map.of("Retry-After", List.of("5")));
        assertThat(header.get(server, Map.of())).isEmpty();
        assertThat(header.wanted()).as("at the next question").isZero();
    }

    @Test
    void whatGoesOnIsGivenUpWithWhatTheServerSaid() {
        for (int i = 0; i < 4; i++) {
            server.refusing(503, "Loading model");
        }
        assertThatThrownBy(() -> client(QUICK).ask(REQUEST, Progress.NONE, Retried.UNHEARD))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("error 503")
                .hasMessageContaining("Loading model");
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void aRefusedKeyAndAnUnknownModelAreNotTriedAgain() {
        server.refusing(401, "bad key").refusing(404, "no such model");
        assertThatThrownBy(() -> client(QUICK).ask(REQUEST, Progress.NONE, Retried.UNHEARD))
                .hasMessageContaining("refuses the key");
        assertThatThrownBy(() -> client(QUICK).ask(REQUEST, Progress.NONE, Retried.UNHEARD))
                .hasMessageContaining("does not know llama3.2:3b");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aServerThatCannotHoldModelsToAFormIsAskedWithoutOne() {
        server.refusing(400, "unknown field response_format");
        Client client = client(QUICK);

        assertThat(client.ask(REQUEST, Progress.NONE, Retried.UNHEARD).text()).isEqualTo("{\"n\": 42}");
        client.ask(REQUEST, Progress.NONE, Retried.UNHEARD);

        assertThat(server.asked().get(1).has("response_format")).isFalse();
        assertThat(server.asked().get(2).has("response_format")).isFalse();
    }

    @Test
    void aServerThatFallsSilentIsLeft() throws InterruptedException {
        server.fallingSilent();
        Client client = client(new Patience(Duration.ofMillis(300), 1, Duration.ofMillis(1)));

        assertThatThrownBy(() -> client.ask(REQUEST, Progress.NONE, Retried.UNHEARD))
                .hasMessageContaining("not a word for 0.3 s");
        assertThat(server.wasLeft()).isTrue();
    }

    @Test
    void aServerThatNeverBeginsIsLeftWithTheSameWords() {
        server.answeringNever();
        Client client = client(new Patience(Duration.ofMillis(300), 1, Duration.ofMillis(1)));

        assertThatThrownBy(() -> client.ask(REQUEST, Progress.NONE, Retried.UNHEARD))
                .hasMessageContaining("not a word for 0.3 s");
    }

    @Test
    void whoCancelsIsNotAnsweredAndTheServerHearsIt() throws InterruptedException {
        server.fallingSilent();
        AtomicBoolean begun = new AtomicBoolean();
        Progress cancelling = new Progress() {
            @Override
            public void at(long done, long total) {
                begun.compareAndSet(false, done > 0);
            }

            @Override
            public void check() {
                if (begun.get()) {
                    throw new Cancelled();
                }
            }
        };

        assertThatThrownBy(() -> client(QUICK).ask(REQUEST, cancelling, Retried.UNHEARD))
                .isInstanceOf(Cancelled.class);
        assertThat(server.wasLeft()).isTrue();
    }

    @Test
    void nobodyAtTheAddressIsSaidAtOnce() {
        String address = server.address();
        server.close();

        assertThatThrownBy(() ->
                        new Client(Endpoint.of(address, "m"), "", QUICK).ask(REQUEST, Progress.NONE, Retried.UNHEARD))
                .hasMessage("Nobody answers at " + address + ". Start the server there, or check the address.");
    }

    @Test
    void questionsKeepTheDistanceThatWasAgreed() {
        Client client = new Client(new Endpoint(server.address(), "m", 600, 0, 0, ""), "k-1", QUICK);
        client.ask(REQUEST, Progress.NONE, Retried.UNHEARD);
        client.ask(REQUEST, Progress.NONE, Retried.UNHEARD);

        // A minute has room for 600 of them, a tenth of a second apart; arriving may take the first one a little
        // longer.
        assertThat(server.times().get(1) - server.times().get(0)).isGreaterThan(50_000_000L);
        assertThat(server.keys()).containsOnly("Bearer k-1");
    }

    @Test
    void anAddressSaysWhichModelsItHas() {
        assertThat(Client.models(server.address(), "", QUICK)).containsExactly("llama3.2:3b", "qwen3:4b");
    }

    @Test
    void addressesAreComparedInOneForm() {
        assertThat(Endpoint.normalised("HTTP://LocalHost:11434/")).isEqualTo("http://localhost:11434/v1");
        assertThat(Endpoint.normalised("https://api.openai.com/v1/")).isEqualTo("https://api.openai.com/v1");
        assertThatThrownBy(() -> Endpoint.normalised("localhost:11434")).hasMessageContaining("http://localhost:11434");
        assertThat(Endpoint.of("http://[::1]:8080", "m").isLocal()).isTrue();
        assertThat(Endpoint.of("http://127.0.0.1.example.org", "m").isLocal()).isFalse();
        assertThat(new Endpoint("http://localhost", "m", 0, 2, 8, "").cost(500_000, 250_000))
                .isEqualTo(3);
    }
}
