package org.winnow.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A server on this computer that speaks the protocol of OpenAI's, with the troubles that real ones have. */
public final class ModelServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it does with a question. */
    private interface Act {
        void with(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Act> troubles = new ConcurrentLinkedDeque<>();
    private final List<JsonNode> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> times = Collections.synchronizedList(new ArrayList<>());
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch left = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final UnaryOperator<String> answers;

    /** @param answers gives the content of the answer for the content of the person's message */
    public ModelServer(UnaryOperator<String> answers) {
        this.answers = answers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/models", e -> send(e, 200, """
                {"object": "list", "data": [
                  {"id": "qwen3:4b", "object": "model", "created": 1, "owned_by": "library"},
                  {"id": "llama3.2:3b", "object": "model", "created": 2, "owned_by": "library"}]}"""));
        server.createContext("/v1/chat/completions", this::completion);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** The questions as they came. */
    public List<JsonNode> asked() {
        return List.copyOf(asked);
    }

    /** When they came, in nanoseconds. */
    public List<Long> times() {
        return List.copyOf(times);
    }

    /** What they brought to be let in. */
    public List<String> keys() {
        return List.copyOf(keys);
    }

    /** The next question gets this status. */
    public ModelServer refusing(int status, String message) {
        troubles.add(e -> send(e, status, "{\"error\": {\"message\": \"" + message + "\"}}"));
        return this;
    }

    /** The next question is to come again after so many seconds, or at a date. */
    public ModelServer askingToWait(String retryAfter) {
        troubles.add(e -> {
            e.getResponseHeaders().set("Retry-After", retryAfter);
            send(e, 429, "{\"error\": {\"message\": \"slow down\"}}");
        });
        return this;
    }

    /** The answer to the next question breaks off in the middle of the line. */
    public ModelServer breakingOff() {
        troubles.add(e -> {
            OutputStream out = begin(e);
            out.write(piece("{\"answered\": tr", null).getBytes(StandardCharsets.UTF_8));
            out.flush();
            // Closing the exchange without the last chunk breaks the line.
            e.close();
        });
        return this;
    }

    /** The answer to the next question ends as if all were said, and is not. */
    public ModelServer endingEarly() {
        troubles.add(e -> {
            try (OutputStream out = begin(e)) {
                out.write(piece("{\"answered\": tr", null).getBytes(StandardCharsets.UTF_8));
            }
        });
        return this;
    }

    /** The next answer is no JSON on the line. */
    public ModelServer garbled() {
        troubles.add(e -> {
            try (OutputStream out = begin(e)) {
                out.write("data: {\"choices\": [{\"delta\": {\"cont\n\n".getBytes(StandardCharsets.UTF_8));
            }
        });
        return this;
    }

    /** The next question is taken, and not even the head of an answer comes. */
    public ModelServer answeringNever() {
        troubles.add(e -> {
            try {
                closing.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    /** The next question gets a first word and then none until the asker has left. */
    public ModelServer fallingSilent() {
        troubles.add(e -> {
            OutputStream out = begin(e);
            out.write(piece("{", null).getBytes(StandardCharsets.UTF_8));
            out.flush();
            try {
                while (!closing.await(20, TimeUnit.MILLISECONDS)) {
                    out.write(": still thinking\n\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            } catch (IOException gone) {
                left.countDown();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    /** The next question gets these words as the model's. */
    public ModelServer saying(String content) {
        troubles.add(e -> answer(e, content));
        return this;
    }

    /** Whether an asker has closed the line while it was being answered; waits for that. */
    public boolean wasLeft() throws InterruptedException {
        return left.await(10, TimeUnit.SECONDS);
    }

    private void completion(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody().readAllBytes());
        times.add(System.nanoTime());
        asked.add(question);
        keys.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse(""));
        Act trouble = troubles.poll();
        if (trouble != null) {
            trouble.with(exchange);
        } else {
            answer(exchange, answers.apply(question.at("/messages/1/content").asText()));
        }
    }

    private void answer(HttpExchange exchange, String content) throws IOException {
        try (OutputStream out = begin(exchange)) {
            for (int at = 0; at < content.length(); at += 7) {
                out.write(piece(content.substring(at, Math.min(at + 7, content.length())), null)
                        .getBytes(StandardCharsets.UTF_8));
            }
            out.write(piece("", "stop").getBytes(StandardCharsets.UTF_8));
            out.write(usage().getBytes(StandardCharsets.UTF_8));
            out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static OutputStream begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private static String piece(String content, String end) {
        ObjectNode chunk = chunk();
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.putObject("delta").put("content", content);
        choice.put("finish_reason", end);
        return "data: " + chunk + "\n\n";
    }

    private static String usage() {
        ObjectNode chunk = chunk();
        chunk.putArray("choices");
        chunk.putObject("usage")
                .put("prompt_tokens", 100)
                .put("completion_tokens", 20)
                .put("total_tokens", 120);
        return "data: " + chunk + "\n\n";
    }

    private static ObjectNode chunk() {
        return JSON.createObjectNode()
                .put("id", "c1")
                .put("object", "chat.completion.chunk")
                .put("created", 1)
                .put("model", "llama3.2:3b-instruct")
                .put("system_fingerprint", "fp_b4321");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
