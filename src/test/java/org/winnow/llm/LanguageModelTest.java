package org.winnow.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.llm.LanguageModel.Answered;
import org.winnow.llm.LanguageModel.Task;
import org.winnow.llm.LanguageModel.WrongShape;
import org.winnow.model.ReviewerId;
import org.winnow.model.UserException;
import org.winnow.store.ModelCalls;
import org.winnow.store.ModelCalls.Call;
import org.winnow.store.ModelCalls.Check;
import org.winnow.store.Review;
import org.winnow.testkit.ModelServer;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** The door to a language model: what a review lets through, and what is written down. */
class LanguageModelTest {
    private static final Patience QUICK = new Patience(Duration.ofSeconds(20), 2, Duration.ofMillis(1));
    private static final Task TASK = new Task(Sending.PASSAGES, "count");
    private static final Request REQUEST = new Request("Say it.", "How many?", "number", "{\"type\":\"object\"}", 50);

    private final ModelServer server = new ModelServer(text -> "{\"n\": 42}");

    @TempDir
    private Path folder;

    private Review review;
    private Consent consent;

    @BeforeEach
    void open() {
        review = TestReview.create(folder, "Ada");
        consent = new Consent(
                new Endpoint(server.address(), "llama3.2:3b", 0, 10, 100, ""), Set.of(Sending.PASSAGES), "Ada");
    }

    @AfterEach
    void close() {
        review.close();
        server.close();
    }

    private Answered<Integer> ask() {
        return new LanguageModel(review, consent, "", QUICK)
                .ask(
                        TASK,
                        REQUEST,
                        json -> {
                            if (!json.path("n").isInt()) {
                                throw new WrongShape("“n” is missing");
                            }
                            return json.path("n").asInt();
                        },
                        Progress.NONE);
    }

    @Test
    void nothingIsSentWithoutAPersonsLeave() {
        assertThatThrownBy(this::ask).isInstanceOf(UserException.class).hasMessageContaining("Nothing was sent");

        review.write(Consent.give(new Consent(consent.endpoint(), Set.of(Sending.RECORDS), "Ada")));
        assertThatThrownBy(this::ask).hasMessageContaining("Nothing was sent");

        review.write(Consent.give(consent));
        review.write(Consent.withdraw(consent.endpoint()));
        assertThatThrownBy(this::ask).hasMessageContaining("Nothing was sent");

        assertThat(server.asked()).isEmpty();
        assertThat(review.auditTrail().modelCalls().all()).isEmpty();
    }

    @Test
    void everyQuestionIsOnRecordWithWhatWasSentAndSaid() {
        review.write(Consent.give(consent));

        Answered<Integer> answer = ask();

        assertThat(answer.value()).isEqualTo(42);
        List<Call> calls = review.auditTrail().modelCalls().all();
        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.uuid()).isEqualTo(answer.call());
            assertThat(call.tool()).startsWith("Winnow ");
            assertThat(List.of(
                            call.task(), call.address(), call.model(), call.version(), call.output(), call.trouble()))
                    .containsExactly(
                            "count",
                            server.address(),
                            "llama3.2:3b",
                            "llama3.2:3b-instruct, fp_b4321",
                            "{\"n\": 42}",
                            "");
            assertThat(call.prompt())
                    .isEqualTo(server.asked().getFirst().get("messages").toString());
            assertThat(call.inputSha256()).isEqualTo(REQUEST.sha256());
            assertThat(call.parameters()).contains("\"temperature\":0", "\"seed\":1", "\"max_tokens\":50");
            assertThat(call.cost()).isEqualTo((100 * 10 + 20 * 100) / 1e6);
        });
    }

    @Test
    void anAnswerOfAnotherFormIsAskedForOnceMoreAndBothAreOnRecord() {
        review.write(Consent.give(consent));
        server.saying("I would say forty-two.");

        assertThat(ask().value()).isEqualTo(42);

        assertThat(review.auditTrail().modelCalls().all())
                .extracting(c -> c.trouble().isEmpty())
                .containsExactly(false, true);
        assertThat(server.asked().get(1).at("/messages/1/content").asText()).contains("could not be used");

        server.saying("{\"m\": 1}").saying("<think>hm</think>```json\n{\"m\": 2}\n```");
        assertThatThrownBy(this::ask).hasMessageContaining("“n” is missing");
        assertThat(review.auditTrail().modelCalls().all()).hasSize(4);
    }

    @Test
    void everyTimeThatAQuestionWasSentIsOnRecordAlsoBeforeTheAnswerCame() {
        review.write(Consent.give(consent));
        server.refusing(500, "out of memory");

        String answered = ask().call();

        List<Call> calls = review.auditTrail().modelCalls().all();
        assertThat(server.asked()).hasSize(2);
        assertThat(calls).extracting(Call::inputSha256).containsExactly(REQUEST.sha256(), REQUEST.sha256());
        assertThat(calls.getFirst().trouble())
                .contains("error 500", "out of memory")
                .endsWith(" Asked again after 0.0 s.");
        assertThat(calls.getFirst().cost()).isZero();
        assertThat(calls.getLast())
                .matches(c -> c.trouble().isEmpty()
                        && answered.equals(c.uuid())
                        && !c.output().isEmpty());
    }

    @Test
    void whatAServerRefusesIsOnRecordToo() {
        review.write(Consent.give(consent));
        server.refusing(401, "bad key");

        assertThatThrownBy(this::ask).hasMessageContaining("refuses the key");
        assertThat(review.auditTrail().modelCalls().all()).singleElement().satisfies(c -> assertThat(c.trouble())
                .contains("refuses the key"));
    }

    @Test
    void whoLookedAtAnAnswerIsWrittenDownAndCounted() {
        review.write(Consent.give(consent));
        String call = ask().call();
        ask();

        review.write(ModelCalls.check(call, new ReviewerId(1), "wrong", ""));
        review.write(ModelCalls.check(call, new ReviewerId(1), "right", "counted again"));

        ModelCalls calls = review.auditTrail().modelCalls();
        assertThat(calls.checks(call)).extracting(Check::found).containsExactly("wrong", "right");
        assertThat(calls.uses()).singleElement().satisfies(use -> {
            assertThat(List.of(use.calls(), use.failed(), use.checked(), use.right()))
                    .containsExactly(2L, 0L, 1L, 1L);
            assertThat(use.inputTokens()).isEqualTo(200);
        });
    }

    @Test
    void theRecordSaysToPrismaTraiceWhatItKnows() {
        assertThat(Traice.drafts(review)).isEmpty();
        review.write(Consent.give(consent));
        review.write(ModelCalls.check(ask().call(), new ReviewerId(1), "right", ""));

        Map<String, String> said = Traice.drafts(review);

        assertThat(said.get("tool")).contains("llama3.2:3b, llama3.2:3b-instruct, fp_b4321, at " + server.address());
        assertThat(said.get("automation")).contains("asked to count: 1 question,");
        assertThat(said.get("prompts")).contains("“count” was: Say it.");
        assertThat(said.get("oversight")).isEqualTo("Of 1 answers, 1 were checked by a person, who found 1 right.");
        assertThat(said.get("ethics")).contains("nothing left it");
    }

    @Test
    void undoTakesNoQuestionBack() {
        review.write(Consent.give(consent));
        ask();

        review.undo();

        assertThat(Consent.all(review)).isEmpty();
        assertThat(review.auditTrail().modelCalls().all()).hasSize(1);
    }
}
