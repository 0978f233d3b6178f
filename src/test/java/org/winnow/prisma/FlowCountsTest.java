package org.winnow.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.winnow.prisma.FlowFixture.CITED;
import static org.winnow.prisma.FlowFixture.CRITERIA;
import static org.winnow.prisma.FlowFixture.EMBASE;
import static org.winnow.prisma.FlowFixture.SOURCES;
import static org.winnow.prisma.FlowFixture.WEB;
import static org.winnow.prisma.FlowFixture.duplicates;
import static org.winnow.prisma.FlowFixture.excluded;
import static org.winnow.prisma.FlowFixture.included;
import static org.winnow.prisma.FlowFixture.read;
import static org.winnow.prisma.FlowFixture.screened;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.winnow.model.FlowRow;
import org.winnow.model.Outcome;
import org.winnow.model.Retrieval;
import org.winnow.model.Source;
import org.winnow.model.SourceId;
import org.winnow.model.SourceKind;

class FlowCountsTest {
    @Test
    void aFinishedReviewFillsEveryBoxAndWarnsOfNothing() {
        FlowCounts expected = new FlowCounts(
                map(
                        "database_results",
                        1400,
                        "register_results",
                        60,
                        "website_results",
                        10,
                        "organisation_results",
                        5,
                        "citations_results",
                        19,
                        "other_results",
                        3,
                        "duplicates",
                        350,
                        "excluded_automatic",
                        0,
                        "excluded_other",
                        0,
                        "records_screened",
                        1110,
                        "records_excluded",
                        1075,
                        "dbr_sought_reports",
                        35,
                        "dbr_notretrieved_reports",
                        2,
                        "dbr_assessed",
                        33,
                        "dbr_excluded",
                        26,
                        "other_sought_reports",
                        37,
                        "other_notretrieved_reports",
                        5,
                        "other_assessed",
                        32,
                        "other_excluded",
                        30,
                        "new_studies",
                        9,
                        "new_reports",
                        9),
                map("Embase", 1000, "PubMed", 400),
                map("ClinicalTrials.gov", 60),
                map("who.int", 10, "NICE", 5, "Backward citations", 19, "Letters from authors", 3),
                map("Wrong population", 15, "No control", 11),
                map("No control", 5, "Not a report", 25),
                List.of());
        FlowCounts counts = FlowFixture.finishedCounts();
        assertThat(counts).isEqualTo(expected);
        assertThat(counts.boxes().keySet())
                .containsExactlyElementsOf(expected.boxes().keySet());
        assertThat(counts.reasons().keySet()).containsExactly("Wrong population", "No control");
    }

    @Test
    void anEmptyReviewIsAllZeroWithoutAWarning() {
        FlowCounts counts = FlowCounts.of(List.of(), List.of(), List.of());
        assertThat(counts.boxes()).hasSize(21).allSatisfy((box, n) -> assertThat(n)
                .isZero());
        assertThat(counts.warnings()).isEmpty();
    }

    @Test
    void recordsWaitingForAVerdictAreNotScreenedAndTheSumSaysSo() {
        FlowCounts counts = counted(
                screened(EMBASE, Outcome.UNDECIDED, 1000),
                screened(EMBASE, Outcome.AWAITING, 200),
                screened(EMBASE, Outcome.EXCLUDE, 34));
        assertThat(counts.box("records_screened")).isEqualTo(34);
        assertThat(counts.warnings())
                .containsExactly(
                        "1,200 records still await screening at title and abstract.",
                        "E3: Records screened is 34, but records from databases (1,234) + records from registers (0)"
                                + " − duplicates (0) − records marked as ineligible by automation tools (0)"
                                + " − records removed for other reasons (0) = 1,234.");
    }

    @Test
    void aConflictIsScreenedButNeitherExcludedNorSought() {
        FlowCounts counts = counted(screened(EMBASE, Outcome.CONFLICT, 1), screened(EMBASE, Outcome.EXCLUDE, 3));
        assertThat(counts.box("records_screened")).isEqualTo(4);
        assertThat(counts.box("dbr_sought_reports")).isZero();
        assertThat(counts.warnings())
                .containsExactly(
                        "1 record has an unsettled conflict at title and abstract.",
                        "E5: Reports sought for retrieval is 0, but records screened (4) − records excluded (3) = 1.");
    }

    @Test
    void reportsNotReadYetLeaveTheAssessmentShort() {
        FlowCounts counts = counted(screened(EMBASE, Outcome.INCLUDE, 5), included(EMBASE, 2));
        assertThat(counts.warnings())
                .containsExactly(
                        "5 records still await assessment at full text.",
                        "E6: Reports assessed for eligibility is 2, but reports sought for retrieval (7)"
                                + " − reports not retrieved (0) = 7.");
    }

    @Test
    void maybesAndConflictsAtFullTextAreAssessedButNotIncluded() {
        FlowCounts counts = counted(
                read(EMBASE, Retrieval.RETRIEVED, Outcome.MAYBE, "", 2),
                read(EMBASE, Retrieval.RETRIEVED, Outcome.CONFLICT, "", 1),
                included(EMBASE, 4));
        assertThat(counts.box("dbr_assessed")).isEqualTo(7);
        assertThat(counts.warnings())
                .containsExactly(
                        "1 record has an unsettled conflict at full text.",
                        "2 records are still a maybe at full text.",
                        "E7: Reports included from databases and registers is 4, but reports assessed for eligibility"
                                + " (7) − reports excluded (0) = 7.");
    }

    @Test
    void aVerdictWinsOverNotRetrieved() {
        FlowCounts counts = counted(read(EMBASE, Retrieval.NOT_RETRIEVED, Outcome.INCLUDE, "", 1));
        assertThat(counts.box("dbr_notretrieved_reports")).isZero();
        assertThat(counts.box("new_reports")).isEqualTo(1);
        assertThat(counts.warnings())
                .containsExactly("1 record is marked as not retrieved despite a full-text verdict;"
                        + " the verdict is counted.");
    }

    @Test
    void aFullTextVerdictOnARecordThatWasTurnedDownIsNotCounted() {
        FlowRow odd = new FlowRow(EMBASE.id(), false, Outcome.EXCLUDE, Retrieval.RETRIEVED, Outcome.INCLUDE, "", 2);
        FlowCounts counts = counted(odd);
        assertThat(counts.box("new_reports")).isZero();
        assertThat(counts.warnings())
                .containsExactly("2 records have a full-text verdict without having passed title and abstract,"
                        + " which is not counted.");
    }

    @Test
    void exclusionsWithoutAReasonAreListedLast() {
        FlowCounts counts =
                counted(excluded(EMBASE, " ", 2), excluded(EMBASE, "Zebra", 1), excluded(EMBASE, "No control", 1));
        assertThat(counts.reasons().keySet()).containsExactly("No control", "Zebra", "No reason given");
        assertThat(counts.warnings()).containsExactly("2 records are excluded at full text without a reason.");
    }

    @Test
    void whatLeavesTheOtherMethodsWithoutABoxIsSaid() {
        FlowCounts counts = counted(duplicates(WEB, 4), screened(CITED, Outcome.EXCLUDE, 1), included(CITED, 1));
        assertThat(counts.box("duplicates")).isZero();
        assertThat(counts.box("other_sought_reports")).isEqualTo(1);
        assertThat(counts.warnings())
                .containsExactly(
                        "W1: 4 records from other methods (duplicates) left the flow without a box: the template has"
                                + " none for them, explain them in the text.",
                        "W1: 1 record from other methods (excluded at title and abstract) left the flow without a"
                                + " box: the template has none for them, explain them in the text.");
    }

    @Test
    void otherMethodsAreReadWithoutAScreeningVerdict() {
        FlowRow straight =
                new FlowRow(CITED.id(), false, Outcome.UNDECIDED, Retrieval.RETRIEVED, Outcome.INCLUDE, "", 3);
        FlowCounts counts = counted(straight);
        assertThat(counts.box("new_reports")).isEqualTo(3);
        assertThat(counts.warnings()).isEmpty();
    }

    @Test
    void hitsThatDifferFromTheImportAndUnknownSourcesAreSaid() {
        Source claims = new Source(new SourceId(1), "Embase", SourceKind.DATABASE, "", "", 12);
        FlowCounts counts = FlowCounts.of(List.of(claims), List.of(included(EMBASE, 10), included(CITED, 1)), CRITERIA);
        assertThat(counts.warnings())
                .containsExactly(
                        "1 record belongs to no known source, left out of the counts.",
                        "Embase reported 12 hits, but 10 records were imported from it.");
    }

    @Test
    void twoSearchesOfOneDatabaseAreOneDatabase() {
        Source again = FlowFixture.source(9, "Embase", SourceKind.DATABASE);
        FlowCounts counts =
                FlowCounts.of(List.of(EMBASE, again), List.of(included(EMBASE, 10), included(again, 3)), CRITERIA);
        assertThat(counts.databases()).isEqualTo(Map.of("Embase", 13L));
        assertThat(counts.warnings()).isEmpty();
    }

    private static FlowCounts counted(FlowRow... rows) {
        return FlowCounts.of(SOURCES, List.of(rows), CRITERIA);
    }

    private static Map<String, Long> map(Object... pairs) {
        Map<String, Long> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], ((Integer) pairs[i + 1]).longValue());
        }
        return map;
    }
}
