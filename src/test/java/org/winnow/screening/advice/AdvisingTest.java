package org.winnow.screening.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.llm.Consent;
import org.winnow.llm.Endpoint;
import org.winnow.llm.LanguageModel;
import org.winnow.llm.Patience;
import org.winnow.llm.Sending;
import org.winnow.model.BibRecord;
import org.winnow.model.CriterionId;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.screening.Screening;
import org.winnow.screening.advice.ReportTexts.Passage;
import org.winnow.screening.advice.ReportTexts.Sentence;
import org.winnow.store.Advices.Advice;
import org.winnow.store.Advices.OfRecord;
import org.winnow.store.Advices.Place;
import org.winnow.store.Criteria;
import org.winnow.store.NewReview;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.testkit.ModelServer;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** Suggestions of a language model: measured first, kept apart from verdicts, shown by the team's rule. */
class AdvisingTest {
    private static final Stage STAGE = Stage.TITLE_ABSTRACT;
    private static final ReviewerId ADA = new ReviewerId(1);
    private static final Patience QUICK = new Patience(Duration.ofSeconds(20), 2, Duration.ofMillis(1));

    /** Of 16 records, those on animals are odd; people have decided the first 12, and one of them otherwise. */
    private static final int ALL = 16;

    private static final int DECIDED = 12;

    private final ModelServer server = new ModelServer(AdvisingTest::answer);

    @TempDir
    private Path folder;

    private final Settable clock = new Settable();
    private Review review;
    private CriterionId animals;
    private Advising advising;

    /** A clock that goes on when it is told to. */
    private static final class Settable extends Clock {
        private Instant now = Instant.parse("2026-01-02T03:04:05Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void decideSome() {
        review = Review.create(folder.resolve("r.winnow"), new NewReview("Sleep", List.of("Ada"), 1), clock);
        List<BibRecord> records = new ArrayList<>();
        for (int i = 1; i <= ALL; i++) {
            records.add(BibRecord.builder()
                    .title("Sleep of " + (i % 2 == 1 ? "rats" : "nurses") + " " + i)
                    .abstractText("We watched " + (i % 2 == 1 ? "RATS in a cage." : "people at night."))
                    .build());
        }
        TestReview.importRecords(review, "PubMed", SourceKind.DATABASE, records);
        animals = review.write(Criteria.ensure("Not about people"));
        review.write(Criteria.ensure("No sleep measured"));
        Screening screening = new Screening(review);
        for (int i = 1; i <= DECIDED; i++) {
            boolean include = i % 2 == 0 || i == 1;
            screening.decide(
                    new RecordId(i), STAGE, ADA, include ? Verdict.INCLUDE : Verdict.EXCLUDE, include ? null : animals);
        }
        Consent consent = new Consent(Endpoint.of(server.address(), "tiny"), Set.of(Sending.RECORDS), "Ada");
        review.write(Consent.give(consent));
        advising = new Advising(review, STAGE, new LanguageModel(review, consent, "", QUICK), ReportTexts.NONE);
    }

    @AfterEach
    void close() {
        review.close();
        server.close();
    }

    private static String answer(String asked) {
        boolean rats = asked.contains("RATS");
        return """
                {"reasons": [
                  {"reason": 1, "applies": "%s", "quote": "%s", "confidence": 0.9},
                  {"reason": 2, "applies": "unclear", "quote": "slept for nine hours", "confidence": 3}]}""".formatted(rats ? "yes" : "no", rats ? "rats in a cage" : "");
    }

    @Test
    void aSuggestionHasAReasonAQuoteAndAConfidenceAndIsNoVerdict() {
        List<Advice> said = advising.ask(new RecordId(13), Progress.NONE);

        assertThat(said).extracting(Advice::applies).containsExactly("yes", "unclear");
        assertThat(said).extracting(Advice::stands).containsExactly(true, false);
        assertThat(said).extracting(Advice::confidence).containsExactly(0.9, 1.0);
        assertThat(review.decisions().history(new RecordId(13))).isEmpty();
        OfRecord kept =
                review.auditTrail().advices().of(new RecordId(13), STAGE).getFirst();
        assertThat(kept.advice()).isEqualTo(said);
        assertThat(kept.excludes()).isTrue();
        assertThat(review.auditTrail().modelCalls().of(kept.call())).get().satisfies(call -> {
            assertThat(call.record()).isEqualTo(new RecordId(13));
            assertThat(call.prompt())
                    .contains("Not about people", "Sleep of rats 13")
                    .doesNotContain("Ada");
        });
    }

    @Test
    void atFullTextItIsGivenPassagesWithTheirPagesAndSaysOnWhichOneItsQuoteStands() {
        String file = "a".repeat(64);
        ReportTexts texts = (report, about, progress) -> {
            assertThat(about).containsExactly("Not about people", "No sleep measured");
            return List.of(
                    new Passage(file, List.of(new Sentence(1, "Beginning."))),
                    new Passage(
                            file,
                            List.of(new Sentence(3, "All were RATS."), new Sentence(4, "They slept for nine hours."))));
        };
        RecordId report = new RecordId(2);
        assertThatThrownBy(() -> new Advising(review, Stage.FULL_TEXT, allowed(Sending.RECORDS), texts)
                        .ask(report, Progress.NONE))
                .hasMessageContaining("Nothing was sent");

        LanguageModel model = allowed(Sending.REPORTS);
        List<Advice> said = new Advising(review, Stage.FULL_TEXT, model, texts).ask(report, Progress.NONE);

        assertThat(server.asked().getLast().toString()).contains("[2] page 3", "They slept for nine hours.");
        assertThat(said).extracting(Advice::stands).containsExactly(false, true);
        assertThat(said).extracting(Advice::place).containsExactly(null, new Place(file, 4));
        assertThat(review.auditTrail()
                        .advices()
                        .of(report, Stage.FULL_TEXT)
                        .getFirst()
                        .advice())
                .isEqualTo(said);
        assertThat(review.auditTrail().advices().of(report, STAGE)).isEmpty();
        assertThatThrownBy(() -> new Advising(review, Stage.FULL_TEXT, allowed(Sending.REPORTS), ReportTexts.NONE)
                        .ask(report, Progress.NONE))
                .hasMessageContaining("no full text");
    }

    private LanguageModel allowed(Sending what) {
        Consent consent = new Consent(Endpoint.of(server.address(), "tiny"), Set.of(what), "Ada");
        review.write(Consent.give(consent));
        return new LanguageModel(review, consent, "", QUICK);
    }

    @Test
    void theModelIsMeasuredOnWhatPeopleHadDecidedBefore() {
        AdviceMeasure measure = advising.measure(DECIDED, 7, Progress.NONE);

        // Six records on people, and the first that a person kept though it is on rats; five on rats were excluded.
        assertThat(measure.agreement().records()).isEqualTo(12);
        assertThat(measure.included()).isEqualTo(7);
        assertThat(measure.found().orElseThrow().value()).isEqualTo(6.0 / 7);
        assertThat(measure.spared().orElseThrow().value()).isEqualTo(1);
        // By hand: 11 of 12 agree; by chance (7 * 6 + 5 * 6) / 144.
        assertThat(measure.agreement().kappa().orElseThrow().value()).isCloseTo((11 / 12.0 - 0.5) / 0.5, offset(1e-12));
        assertThat(review.records().count(RecordQuery.at(STAGE).withOutcomes(Outcome.UNDECIDED)))
                .isEqualTo(4);
    }

    @Test
    void nothingIsSuggestedBeforeTheModelIsMeasured() {
        review.write(new AdviceRule(Shown.BEFORE, 10).put(STAGE, ADA));
        assertThatThrownBy(() -> advising.next(2, Progress.NONE)).hasMessageContaining("measured on 0");

        advising.measure(10, 1, Progress.NONE);
        assertThat(advising.next(3, Progress.NONE)).isEqualTo(3);
        assertThat(advising.next(3, Progress.NONE)).isEqualTo(1);

        assertThat(server.asked()).hasSize(14);
    }

    @Test
    void whatASuggestionCouldHaveSwayedIsNotMeasured() {
        advising.ask(new RecordId(13), Progress.NONE);
        clock.now = clock.now.plusSeconds(1);
        new Screening(review).decide(new RecordId(13), STAGE, ADA, Verdict.EXCLUDE, animals);

        assertThat(AdviceMeasure.of(review, STAGE, "tiny").agreement().records())
                .isZero();
    }

    @Test
    void theTeamsRuleSaysWhenASuggestionIsSeen() {
        RecordId record = new RecordId(2);
        advising.measure(DECIDED, 1, Progress.NONE);

        assertThat(AdviceRule.of(review, STAGE)).isEqualTo(AdviceRule.NONE);
        assertThat(new AdviceRule(Shown.NEVER, 10).shows(review, STAGE, record, true))
                .isEmpty();
        assertThat(new AdviceRule(Shown.AFTER, 10).shows(review, STAGE, record, false))
                .isEmpty();
        assertThat(new AdviceRule(Shown.AFTER, 10).shows(review, STAGE, record, true))
                .hasSize(1);
        assertThat(new AdviceRule(Shown.BEFORE, 10).shows(review, STAGE, record, false))
                .hasSize(1);
        assertThat(new AdviceRule(Shown.BEFORE, 13).shows(review, STAGE, record, true))
                .isEmpty();
    }

    @Test
    void anAnswerThatLeavesAReasonOutIsAskedForAgain() {
        server.saying("{\"reasons\": [{\"reason\": 1, \"applies\": \"no\", \"quote\": \"\", \"confidence\": 1}]}");

        assertThat(advising.ask(new RecordId(14), Progress.NONE)).hasSize(2);
        assertThat(review.auditTrail().modelCalls().all())
                .extracting(c -> c.trouble())
                .containsExactly("it speaks of 1 of the 2 reasons", "");
    }

    @Test
    void oneUselessAnswerDoesNotTakeTheOthersAlong() {
        server.saying("I do not know.").saying("Really not.");
        assertThat(advising.measure(DECIDED, 7, Progress.NONE).agreement().records())
                .isEqualTo(DECIDED - 1);

        for (int i = 0; i < 6; i++) {
            server.saying("No.");
        }
        review.write(new AdviceRule(Shown.AFTER, 10).put(STAGE, ADA));
        assertThatThrownBy(() -> advising.next(4, Progress.NONE)).hasMessageContaining("does not answer in the form");
    }
}
