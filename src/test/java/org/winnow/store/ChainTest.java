package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.AuditTrail.Event;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.testkit.TestReview;

/** Whoever opens the file with another program and changes or removes anything is found out. */
class ChainTest {
    private static final RecordId FIRST = new RecordId(1);
    private static final RecordId SECOND = new RecordId(2);
    private static final ReviewerId ADA = new ReviewerId(1);

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void aReviewWithAHistory() {
        try (Review review = TestReview.create(folder, "Ada", "Ben")) {
            file = review.file();
            TestReview.importTitles(
                    review, "PubMed", SourceKind.DATABASE, "One", "Two", "Three \uD83D\uDE34 caf\u00E9");
            CriterionId reason = review.write(Criteria.ensure("Wrong population"));
            review.write(Criteria.ensure("Wrong design"));
            review.write(Criteria.reorder(List.of(new CriterionId(2), new CriterionId(1))));
            review.write(Decisions.decide(
                    new NewDecision(FIRST, Stage.TITLE_ABSTRACT, ADA, Verdict.EXCLUDE, reason, false)));
            review.write(
                    Decisions.decide(new NewDecision(SECOND, Stage.TITLE_ABSTRACT, ADA, Verdict.INCLUDE, null, false)));
            review.undo();
            review.redo();
            review.write(Tags.put(FIRST, ADA, "RCT"));
            review.write(Notes.write(FIRST, ADA, "Only mice"));
            review.write(Merges.same(FIRST, new RecordId(3), "The same trial"));
            review.undo();
            review.write(Merges.same(SECOND, new RecordId(3), "The same trial"));
            review.write(Setup.rename("A better title"));
            String call = TestReview.ask(review, FIRST);
            review.write(ModelCalls.check(call, ADA, "right", "Read it"));
            assertThat(review.check()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE note SET text = 'Only rats'",
                "UPDATE decision SET at = at + 1 WHERE id = 1",
                "UPDATE reviewer SET name = CASE id WHEN 1 THEN 'Ben ' ELSE 'Ada ' END",
                "UPDATE record SET title = 'Won' WHERE id = 1",
                "UPDATE record_raw SET raw = '' WHERE record_id = 2",
                "UPDATE review SET title = 'A worse title'",
                "UPDATE criterion SET position = 9 WHERE id = 1",
                "UPDATE tag SET name = 'CT'",
                "UPDATE duplicate SET why = 'Another'",
                "DELETE FROM duplicate",
                "DELETE FROM note",
                "DELETE FROM op WHERE id = 3",
                "DELETE FROM op WHERE name = 'rename'",
                "DELETE FROM change WHERE tbl = 'tagging'",
                "UPDATE model_call SET output = 'It said no'",
                "UPDATE model_call SET prompt = '[1]' WHERE id = 1",
                "DELETE FROM model_call",
                "UPDATE model_check SET found = 'wrong'",
                "DELETE FROM model_check",
                "UPDATE advice SET applies = 'no'",
                "DELETE FROM advice",
                "INSERT INTO model_check (uuid, call_id, reviewer_id, found, note, at) VALUES ('u', 1, 2, 'right', '', 5)",
                "UPDATE change SET old = 'x' WHERE tbl = 'review' AND kind = 'update'",
                "UPDATE op SET at = at - 5 WHERE name = 'note'",
                "UPDATE op SET reviewer_id = 2 WHERE name = 'note'",
                "INSERT INTO note (uuid, record_id, reviewer_id, text, at) VALUES ('u', 1, 2, 'Not me', 5)",
                "INSERT INTO keyword (uuid, term, kind) VALUES ('u', 'mice', 'exclude')",
                "INSERT INTO record (uuid, import_id, line, type) VALUES ('u', 1, 9, 'ARTICLE')"
            })
    void isFoundOut(String sql) throws Exception {
        change(sql);

        try (Review review = Review.openReadOnly(file)) {
            assertThat(review.check()).as(sql).anySatisfy(p -> assertThat(p)
                    .containsAnyOf(
                            "audit trail is broken",
                            "not what was imported",
                            "than the audit trail says",
                            "past the audit trail"));
        }
    }

    @Test
    void aFileFromBeforeTheChainIsSealedWhenItIsOpened() throws Exception {
        change("UPDATE op SET hash = NULL", "DELETE FROM change WHERE tbl = 'record'");

        try (Review review = Review.open(file, TestReview.CLOCK)) {
            assertThat(review.check()).isEmpty();
            assertThat(review.undoName()).contains("rename");
            review.undo();
            review.write(Notes.write(SECOND, ADA, "After the seal"));
            assertThat(review.check()).isEmpty();
        }
        change("UPDATE note SET text = 'Before the seal' WHERE record_id = 1");
        try (Review review = Review.openReadOnly(file)) {
            assertThat(review.check()).isNotEmpty();
        }
    }

    @Test
    void askingALanguageModelIsNeitherTakenBackNorInTheWayOfRedo() {
        try (Review review = Review.open(file, TestReview.CLOCK)) {
            assertThat(review.undoName()).contains("rename");
            review.undo();
            TestReview.ask(review, SECOND);
            assertThat(review.redoName()).contains("rename");
            review.redo();
            assertThat(review.auditTrail().modelCalls().all()).hasSize(2);
            assertThat(review.auditTrail().advices().at(Stage.TITLE_ABSTRACT)).hasSize(2);
            assertThat(review.check()).isEmpty();
        }
    }

    @Test
    void whatAnOlderProgramAskedIsTakenIntoTheChainOnceWhenTheFileIsBroughtUpToDate() throws Exception {
        change(
                "DELETE FROM change WHERE tbl IN ('model_call', 'model_check', 'advice')",
                "DELETE FROM op WHERE name IN ('model-call', 'model-check', 'advise')",
                "PRAGMA user_version = 18");

        Review.open(file, TestReview.CLOCK).close();
        try (Review review = Review.open(file, TestReview.CLOCK)) {
            assertThat(review.check()).isEmpty();
            assertThat(review.undoName()).contains("rename");
            TestReview.ask(review, SECOND);
            assertThat(review.check()).isEmpty();
            List<String> names = new ArrayList<>();
            review.auditTrail().forEach(e -> names.add(e.name()));
            assertThat(names).endsWith("rename", "seal-calls", "model-call", "advise");
        }
        change("UPDATE model_call SET output = 'It said no' WHERE id = 1");
        try (Review review = Review.openReadOnly(file)) {
            assertThat(review.check()).anySatisfy(p -> assertThat(p).contains("audit trail is broken"));
        }
    }

    @Test
    void theLifeOfARecordIsToldFromItsImport() {
        List<String> life = new ArrayList<>();
        try (Review review = Review.openReadOnly(file)) {
            review.auditTrail().life(FIRST, e -> life.add(told(e)));
        }

        assertThat(life)
                .containsExactly(
                        "import do : came in with PubMed.ris from PubMed, line 1",
                        "exclude do Ada: title-abstract: exclude (Wrong population)",
                        "tag do Ada: tag: RCT",
                        "note do Ada: note: Only mice",
                        "model-call do : small: suggest",
                        "advise do : ");
    }

    @Test
    void everyEventOfTheReviewIsThere() {
        List<String> all = new ArrayList<>();
        try (Review review = Review.openReadOnly(file)) {
            review.auditTrail().events(e -> all.add(told(e)));
        }

        assertThat(all)
                .contains(
                        "import do : PubMed.ris: 3 records from PubMed",
                        "criterion do : reason: Wrong design",
                        "include undo Ada: title-abstract: withdrawn",
                        "include redo Ada: title-abstract: include",
                        "rename do : title: A better title",
                        "model-call do : small: suggest",
                        "model-check do Ada: ");
    }

    private static String told(Event e) {
        return e.operation() + " " + e.direction() + " " + e.reviewer() + ": " + e.what();
    }

    private void change(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
