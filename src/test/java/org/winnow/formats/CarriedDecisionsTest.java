package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.winnow.formats.decision.Carried;
import org.winnow.formats.decision.CarriedDecisions;
import org.winnow.formats.decision.RayyanLog;
import org.winnow.model.BibRecord;

class CarriedDecisionsTest {
    @Test
    void rayyanTellsVerdictsLabelsReasonsAndNotesOfEveryReviewer() {
        assertThat(inNote(
                        "earlier | RAYYAN-INCLUSION: {\"Müller, Ann\"=>\"Included\", \"Bob\"=>\"Excluded\", \"Cy\"=>\"Maybe\"}"
                                + " | RAYYAN-LABELS: sepsis,child | RAYYAN-EXCLUSION-REASONS: wrong population,late"
                                + " | USER-NOTES: {\"Bob\"=>[\"see \\\"page\\\" 3\", \"2\"]}"))
                .containsExactly(
                        "RAYYAN Müller, Ann null INCLUDE",
                        "RAYYAN Bob null EXCLUDE wrong population",
                        "RAYYAN Cy null MAYBE",
                        "RAYYAN  null null [sepsis, child]",
                        "RAYYAN Bob null null note: see \"page\" 3; 2");
    }

    @Test
    void olderRayyanWroteTrueAndFalseAndZoteroWrapsNotesInHtml() {
        assertThat(inNote("RAYYAN-INCLUSION: {\"Ann\"=>true, \"Bob\"=>false}"))
                .containsExactly("RAYYAN Ann null INCLUDE", "RAYYAN Bob null EXCLUDE");
        assertThat(inNote("<p>RAYYAN-INCLUSION: {&quot;Ann&quot;=&gt;&quot;Included&quot;}</p>"))
                .containsExactly("RAYYAN Ann null INCLUDE");
        assertThat(inNote("RAYYAN-INCLUSION: {\"Ann\"=>\"Included\"")).isEmpty();
    }

    @Test
    void asreviewTellsInANoteOrInAColumnUnderAnyOfItsNames() {
        assertThat(inNote("ASReview_relevant")).containsExactly("ASREVIEW  null INCLUDE");
        assertThat(inNote("ASReview_validate_irrelevant")).containsExactly("ASREVIEW  null EXCLUDE");
        assertThat(inNote("ASReview_not_seen")).isEmpty();
        assertThat(inColumns("Label_Included", "0")).containsExactly("ASREVIEW  null EXCLUDE");
        assertThat(inColumns("label", "weather")).isEmpty();
        assertThat(inColumns("asreview_label", "1", "asreview_user_name", "Ann", "asreview_note", "good"))
                .containsExactly("ASREVIEW Ann null INCLUDE", "ASREVIEW Ann null null note: good");
        assertThat(inColumns("Included", "E")).containsExactly("EPPI  null EXCLUDE");
    }

    @Test
    void covidenceTellsStageAndDecisionInTheNameOfTheFile() {
        BibRecord plain = BibRecord.builder().title("T").raw("r").build();
        BibRecord excluded = BibRecord.builder()
                .title("T")
                .note("Exclusion reason: Wrong dose; Ann: look again")
                .extra("Tags", "child; trial")
                .raw("r")
                .build();
        assertThat(words(CarriedDecisions.of(plain, "review_12_irrelevant_csv_20240403101010.csv", RayyanLog.NONE)))
                .containsExactly("COVIDENCE  TITLE_ABSTRACT EXCLUDE");
        assertThat(words(CarriedDecisions.of(plain, "review_12_select_csv_20240403101010.csv", RayyanLog.NONE)))
                .containsExactly("COVIDENCE  TITLE_ABSTRACT INCLUDE");
        assertThat(words(CarriedDecisions.of(plain, "review_12_screen_csv_20240403101010.csv", RayyanLog.NONE)))
                .isEmpty();
        assertThat(words(CarriedDecisions.of(plain, "review_12_included_csv_20240403101010.csv", RayyanLog.NONE)))
                .containsExactly("COVIDENCE  TITLE_ABSTRACT INCLUDE", "COVIDENCE  FULL_TEXT INCLUDE");
        assertThat(words(CarriedDecisions.of(excluded, "renamed.csv", RayyanLog.NONE)))
                .containsExactly(
                        "COVIDENCE  TITLE_ABSTRACT INCLUDE",
                        "COVIDENCE  FULL_TEXT EXCLUDE Wrong dose",
                        "COVIDENCE  null null note: Ann: look again [child, trial]");
    }

    @Test
    void ourOwnNoteTellsTheLatestOfEveryReviewerAndStageAndIsBelievedAlone() {
        String note = "WINNOW-DECISIONS: {\"version\":1,\"decisions\":["
                + "{\"stage\":\"title-abstract\",\"reviewer\":\"Ann\",\"verdict\":\"maybe\"},"
                + "{\"stage\":\"title-abstract\",\"reviewer\":\"Ann\",\"verdict\":\"include\"},"
                + "{\"stage\":\"title-abstract\",\"reviewer\":\"Bob\",\"verdict\":\"include\"},"
                + "{\"stage\":\"title-abstract\",\"reviewer\":\"Bob\",\"verdict\":\"withdrawn\"},"
                + "{\"stage\":\"full-text\",\"reviewer\":\"Ann\",\"verdict\":\"exclude\",\"reason\":\"Late\"}],"
                + "\"tags\":[\"child\"],\"notes\":{\"Ann\":\"hm\"}}";
        assertThat(words(CarriedDecisions.of(
                        BibRecord.builder()
                                .title("T")
                                .note("ASReview_irrelevant")
                                .note("RAYYAN-INCLUSION: {\"Ann\"=>\"Excluded\"}")
                                .note(note)
                                .raw("r")
                                .build(),
                        "x.ris",
                        RayyanLog.NONE)))
                .containsExactly(
                        "WINNOW Ann TITLE_ABSTRACT INCLUDE",
                        "WINNOW Ann FULL_TEXT EXCLUDE Late",
                        "WINNOW Ann null null note: hm",
                        "WINNOW  null null [child]");
    }

    private static List<String> inNote(String note) {
        return words(CarriedDecisions.of(
                BibRecord.builder().title("T").note(note).raw("r").build(), "x.ris", RayyanLog.NONE));
    }

    private static List<String> inColumns(String... columns) {
        BibRecord.Builder record = BibRecord.builder().title("T").raw("r");
        for (int i = 0; i < columns.length; i += 2) {
            record.extra(columns[i], columns[i + 1]);
        }
        return words(CarriedDecisions.of(record.build(), "x.csv", RayyanLog.NONE));
    }

    private static List<String> words(List<Carried> all) {
        return all.stream()
                .map(c -> c.tool() + " " + c.reviewer() + " " + c.stage() + " " + c.verdict()
                        + (c.reason().isEmpty() ? "" : " " + c.reason())
                        + (c.note().isEmpty() ? "" : " note: " + c.note())
                        + (c.tags().isEmpty() ? "" : " " + c.tags()))
                .collect(Collectors.toList());
    }
}
