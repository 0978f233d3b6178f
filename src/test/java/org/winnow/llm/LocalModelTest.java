package org.winnow.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.llm.Answering.Retried;
import org.winnow.llm.LanguageModel.Answered;
import org.winnow.llm.LanguageModel.Task;
import org.winnow.model.Sha256;
import org.winnow.model.UserException;
import org.winnow.store.ModelCalls.Call;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/** A model from a file, run in this program: a tiny one that the test makes. */
class LocalModelTest {
    private static final String CHOICE =
            "{\"type\":\"object\",\"required\":[\"answered\",\"n\"],\"properties\":{\"answered\":{\"type\":\"boolean\"},"
                    + "\"n\":{\"enum\":[\"one\",\"two\"]}},\"additionalProperties\":false}";
    private static final String ENDLESS =
            "{\"type\":\"object\",\"required\":[\"t\"],\"properties\":{\"t\":{\"type\":\"array\",\"minItems\":100000,"
                    + "\"items\":{\"type\":\"boolean\"}}},\"additionalProperties\":false}";

    @TempDir
    private Path folder;

    private Path tiny() throws IOException {
        return Files.write(folder.resolve("tiny.gguf"), TinyGguf.bytes());
    }

    private static Request asking(String schema) {
        return new Request("Count.", "How many nurses?", "number", schema, 200);
    }

    @Test
    void aFileAnswersInTheFormThatItIsAskedForAndIsOnRecordByItsSum() throws IOException {
        Path file = tiny();
        Endpoint endpoint = Endpoint.of(file.toString(), "tiny");
        assertThat(endpoint.address()).isEqualTo(file.toUri().toString());
        assertThat(endpoint.isLocal()).isTrue();
        try (Review review = TestReview.create(folder, "Ada")) {
            Consent consent = new Consent(endpoint, Set.of(Sending.PASSAGES), "Ada");
            Task task = new Task(Sending.PASSAGES, "count");
            try (LanguageModel model = new LanguageModel(review, consent, "", Patience.USUAL)) {
                assertThatThrownBy(() -> model.ask(task, asking(CHOICE), json -> json, Progress.NONE))
                        .isInstanceOf(UserException.class)
                        .hasMessageContaining("Nothing was sent");
                review.write(Consent.give(consent));

                Answered<String> first =
                        model.ask(task, asking(CHOICE), json -> json.path("n").asText(), Progress.NONE);
                Answered<String> again =
                        model.ask(task, asking(CHOICE), json -> json.path("n").asText(), Progress.NONE);

                assertThat(first.value()).isIn("one", "two").isEqualTo(again.value());
                Call call = review.auditTrail().modelCalls().of(first.call()).orElseThrow();
                assertThat(call.version()).isEqualTo("llama 70K, SHA-256 " + Sha256.of(Files.readAllBytes(file)));
                assertThat(call.inputTokens()).isGreaterThan(100);
            }
        }
    }

    @Test
    void theSameQuestionHasTheSameAnswerHoweverOftenAndWhateverWasAskedBefore() throws IOException {
        Set<String> answers = new HashSet<>();
        try (LocalModel model = new LocalModel(Endpoint.of(tiny().toString(), "tiny"))) {
            for (int i = 0; i < 24; i++) {
                answers.add(model.ask(asking(CHOICE), Progress.NONE, Retried.UNHEARD)
                        .text());
                if (i % 8 == 7) {
                    model.ask(
                            new Request("Count.", "How many trials?", "number", CHOICE, 200),
                            Progress.NONE,
                            Retried.UNHEARD);
                }
            }
        }
        assertThat(answers).hasSize(1);
    }

    @Test
    void anAnswerWithoutEndIsGivenUpAndOneCanBeCancelled() throws IOException {
        try (LocalModel model = new LocalModel(Endpoint.of(tiny().toString(), "tiny"))) {
            assertThatThrownBy(() -> model.ask(asking(ENDLESS), Progress.NONE, Retried.UNHEARD))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("needed more than the 200 tokens");
            Progress impatient = new Progress() {
                @Override
                public void at(long done, long total) {}

                @Override
                public void check() {
                    throw new Cancelled();
                }
            };
            assertThatThrownBy(() -> model.ask(asking(ENDLESS), impatient, Retried.UNHEARD))
                    .isInstanceOf(Cancelled.class);
            assertThat(model.ask(asking(CHOICE), Progress.NONE, Retried.UNHEARD).text())
                    .contains("\"n\"");
            assertThatThrownBy(() -> model.ask(
                            new Request("", "word ".repeat(2000), "n", CHOICE, 200), Progress.NONE, Retried.UNHEARD))
                    .hasMessageContaining("takes 4096 in all");
        }
    }

    @Test
    void anAdapterByItselfIsSaidToNeedItsBase() throws IOException {
        byte[] key = "general.type".getBytes(StandardCharsets.US_ASCII);
        byte[] kind = "adapter".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer head =
                ByteBuffer.allocate(24 + 8 + key.length + 4 + 8 + kind.length).order(ByteOrder.LITTLE_ENDIAN);
        head.put("GGUF".getBytes(StandardCharsets.US_ASCII))
                .putInt(3)
                .putLong(0)
                .putLong(1);
        head.putLong(key.length).put(key).putInt(8).putLong(kind.length).put(kind);
        Path file = Files.write(folder.resolve("adapter.gguf"), head.array());
        try (LocalModel model = new LocalModel(Endpoint.of(file.toString(), "m"))) {
            assertThatThrownBy(() -> model.ask(asking(CHOICE), Progress.NONE, Retried.UNHEARD))
                    .hasMessageContaining("is the adapter of another model");
        }
    }

    @Test
    void aFileThatIsGoneOrNoModelIsSaidByItsName() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.gguf"), "Dear all");
        try (LocalModel gone =
                        new LocalModel(Endpoint.of(folder.resolve("gone.gguf").toString(), "m"));
                LocalModel none = new LocalModel(Endpoint.of(text.toString(), "m"))) {
            assertThatThrownBy(() -> gone.ask(asking(CHOICE), Progress.NONE, Retried.UNHEARD))
                    .hasMessageContaining("There is no file");
            assertThatThrownBy(() -> none.ask(asking(CHOICE), Progress.NONE, Retried.UNHEARD))
                    .hasMessageContaining("is no GGUF file");
        }
    }
}
