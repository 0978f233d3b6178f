package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.testkit.TestReview;

class IntegrityTest {
    private static final RecordId FIRST = new RecordId(1);
    private static final RecordId SECOND = new RecordId(2);

    @TempDir
    Path folder;

    @Test
    void aSoundFileHasNothingToReport() throws Exception {
        assertThat(checkedAfter("SELECT 1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE FROM current_verdict WHERE record_id = 1                | decisions have no current verdict
            UPDATE current_verdict SET verdict = 'maybe'                   | current verdicts are not what the decisions say
            UPDATE decision SET verdict = 'include' WHERE record_id = 1 AND resolution = 0 | current verdicts are not what the decisions say
            UPDATE decision SET verdict = 'maybe' WHERE resolution = 1     | resolutions are not what the decisions say
            UPDATE tally SET excludes = 7                                  | tallies do not add up
            DELETE FROM tally                                              | records have decisions and no tally
            UPDATE stage_need SET needed = 5                               | stages ask for a wrong number of verdicts
            DELETE FROM current_tag                                        | current tags are not what was put on and taken off
            UPDATE current_retrieval SET state = 'sought'                  | retrieval states are not what was marked last
            DELETE FROM change WHERE tbl = 'decision'                      | decisions are missing from the audit trail
            DELETE FROM record_raw WHERE record_id = 2                     | records have no source text
            DELETE FROM record_fts_docsize WHERE id = 3                    | records cannot be found by search
            INSERT INTO duplicate VALUES (3, 2, 'person', '', 1), (2, 1, 'person', '', 1) | duplicates point to a record that is a duplicate itself
            UPDATE decision SET record_id = 99                             | that does not exist
            """)
    void tamperingIsReported(String sql, String problem) throws Exception {
        assertThat(checkedAfter(sql)).anySatisfy(p -> assertThat(p).contains(problem));
    }

    private List<String> checkedAfter(String sql) throws Exception {
        Path file;
        try (Review review = TestReview.create(folder, "Ada", "Ben")) {
            file = review.file();
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One", "Two", "Three");
            CriterionId reason = review.write(Criteria.ensure("Wrong population"));
            ReviewerId ada = new ReviewerId(1);
            review.write(Decisions.decide(
                    new NewDecision(FIRST, Stage.TITLE_ABSTRACT, ada, Verdict.EXCLUDE, reason, false)));
            review.write(
                    Decisions.decide(new NewDecision(SECOND, Stage.TITLE_ABSTRACT, ada, Verdict.INCLUDE, null, true)));
            review.write(Tags.put(FIRST, ada, "RCT"));
            review.write(Retrievals.mark(FIRST, ada, Retrieval.RETRIEVED));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        try (Review review = Review.openReadOnly(file)) {
            return review.check();
        }
    }
}
