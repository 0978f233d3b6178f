package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Criterion;
import org.winnow.model.CriterionId;
import org.winnow.model.Decision;
import org.winnow.model.Doi;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;

/** What the written files hold, to the letter. */
class WritingTest {
    private static final Criterion POPULATION = new Criterion(new CriterionId(1), "wrong population", 1);

    @Test
    void risCarriesTheDecisionsForThreeReaders() throws IOException {
        assertThat(written(Format.RIS, decided())).isEqualTo("""
                TY  - JOUR
                TI  - =Quiet, a title
                AU  - Lull, Ann
                AU  - Quiet Alliance A,
                PY  - 2021
                DA  - 2021/04/03/
                T2  - Journal of Quiet
                J2  - J Quiet
                VL  - 3
                IS  - 2
                SP  - 345
                EP  - 52
                DO  - 10.5555/q.1
                SN  - 1234-5678
                SN  - 8765-4321
                LA  - eng
                PB  - Quiet Press
                UR  - https://example.org/q
                AN  - L1
                C2  - PMID: 123
                DB  - Embase
                AB  - One. Two.
                KW  - rest
                KW  - quiet
                CY  - Oslo
                N1  - ASReview_irrelevant
                N1  - RAYYAN-INCLUSION: {"Alice"=>"Excluded", "Bob \\"B\\""=>"Maybe"} | RAYYAN-LABELS: child | RAYYAN-EXCLUSION-REASONS: wrong population | USER-NOTES: {"Alice"=>["too old"]}
                N1  - WINNOW-DECISIONS: {"version":1,"title-abstract":"include","full-text":"exclude","reason":"wrong population","decisions":[{"stage":"title-abstract","reviewer":"Alice","verdict":"include","at":"2026-01-02T03:04:05Z","uuid":"00000000-0000-0000-0000-000000000001"},{"stage":"title-abstract","reviewer":"Bob \\"B\\"","verdict":"maybe","at":"2026-01-02T03:04:05Z","uuid":"00000000-0000-0000-0000-000000000002"},{"stage":"full-text","reviewer":"Alice","verdict":"exclude","reason":"wrong population","resolution":true,"at":"2026-01-02T03:04:05Z","uuid":"00000000-0000-0000-0000-000000000003"}],"tags":["child"],"notes":{"Alice":"too old"}}
                N1  - its own note
                ER  -\s

                """.replace("\n", "\r\n"));
    }

    @Test
    void risOfARecordWithoutDecisionsHasOnlyItsOwnNotes() throws IOException {
        ScreenedRecord plain =
                screened(BibRecord.builder().title("Plain").note("own").build());
        assertThat(written(Format.RIS, plain))
                .isEqualTo("TY  - JOUR\r\nTI  - Plain\r\nDB  - Embase\r\nN1  - own\r\nER  - \r\n\r\n");
    }

    @Test
    void exportingAgainReplacesTheEarlierDecisionNotes() throws IOException {
        BibRecord again = Reading.of(written(Format.RIS, decided())).only();
        assertThat(again.notes()).hasSize(4);
        ScreenedRecord second = new ScreenedRecord(
                new RecordId(1),
                again,
                "Embase",
                null,
                Outcome.INCLUDE,
                Outcome.UNDECIDED,
                List.of(decision(4, Stage.TITLE_ABSTRACT, "Cleo", Verdict.INCLUDE, null, false)),
                "",
                List.of(),
                Map.of());
        List<String> notes = Reading.of(written(Format.RIS, second)).only().notes();
        assertThat(notes).hasSize(4);
        assertThat(notes.get(0)).isEqualTo("ASReview_relevant");
        assertThat(notes.get(1)).isEqualTo("RAYYAN-INCLUSION: {\"Cleo\"=>\"Included\"}");
        assertThat(notes.get(3)).isEqualTo("its own note");
    }

    @Test
    void csvDefusesFormulasAndCarriesTheDecisions() throws IOException {
        String csv = written(Format.CSV, decided());
        assertThat(csv.replace("One.\nTwo.", "One. Two.")).isEqualTo("""
                record_id,type,title,authors,year,date,journal,journal_abbreviation,volume,issue,pages,doi,pmid,abstract,keywords,language,issn,isbn,publisher,url,accession_number,source,duplicate_of,title_abstract,full_text,reason,reason_quotes,tags,reviewer_notes,notes,asreview_label,other_fields
                7,article,"'=Quiet, a title","Lull, Ann; Quiet Alliance A,",2021,2021/04/03/,Journal of Quiet,J Quiet,3,2,345-52,10.5555/q.1,123,"One. Two.",rest; quiet,eng,1234-5678; 8765-4321,,Quiet Press,https://example.org/q,L1,Embase,9,include,exclude,wrong population,,child,Alice: too old,"its own note | RAYYAN-INCLUSION: {""Alice""=>""Excluded"", ""Bob \\""B\\""\"\"=>""Maybe""} | RAYYAN-LABELS: child | RAYYAN-EXCLUSION-REASONS: wrong population | USER-NOTES: {""Alice""=>[""too old""]}",0,"{""CY"":[""Oslo""],""Some column"":[""stays at home""]}"
                """.replace("\n", "\r\n"));
        assertThat(Reading.of(csv).only().title()).isEqualTo("=Quiet, a title");
    }

    @Test
    void enwCarriesTheDecisionsFirstAmongTheNotes() throws IOException {
        assertThat(withoutDetails(written(Format.ENW, decided()))).isEqualTo("""
                %0 Journal Article
                %T =Quiet, a title
                %A Lull, Ann
                %A Quiet Alliance A,
                %D 2021
                %8 2021/04/03/
                %J Journal of Quiet
                %J J Quiet
                %V 3
                %N 2
                %P 345-52
                %I Quiet Press
                %@ 1234-5678
                %@ 8765-4321
                %G eng
                %M L1
                %R 10.5555/q.1
                %U https://example.org/q
                %~ Embase
                %$ PMID: 123
                %X One. Two.
                %K rest
                %K quiet
                %Z ASReview_irrelevant
                %Z RAYYAN-…
                %Z WINNOW-…
                %Z its own note

                """);
    }

    @Test
    void pubMedTextIsLaidOutAsPubMedDoes() throws IOException {
        assertThat(withoutDetails(written(Format.NBIB, decided()))).isEqualTo("""
                PMID- 123
                IS  - 1234-5678
                IS  - 8765-4321
                VI  - 3
                IP  - 2
                DP  - 2021/04/03/
                TI  - =Quiet, a title
                PG  - 345-52
                LID - 10.5555/q.1 [doi]
                AB  - One. Two.
                FAU - Lull, Ann
                AU  - Lull A
                CN  - Quiet Alliance A
                LA  - eng
                TA  - J Quiet
                JT  - Journal of Quiet
                PB  - Quiet Press
                AN  - L1
                URL - https://example.org/q
                OT  - rest
                OT  - quiet
                GN  - ASReview_irrelevant
                GN  - RAYYAN-…
                GN  - WINNOW-…
                GN  - its own note
                """);
    }

    @Test
    void endNoteXmlCarriesTheDecisionsInOneField() throws IOException {
        String xml = written(Format.ENDNOTE_XML, decided());
        assertThat(xml)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml><records>\n<record>")
                .contains(
                        "<ref-type name=\"Journal Article\">17</ref-type>",
                        "<author>Quiet Alliance A,</author>",
                        "<periodical><full-title>Journal of Quiet</full-title><abbr-1>J Quiet</abbr-1></periodical>",
                        "<isbn>1234-5678&#xD;8765-4321</isbn>",
                        "<abstract>One.&#xD;Two.</abstract>",
                        "<notes>ASReview_irrelevant&#xD;&#xD;RAYYAN-INCLUSION: {&quot;Alice&quot;",
                        "&#xD;&#xD;its own note</notes>",
                        "<remote-database-name>Embase</remote-database-name>");
        assertThat(Reading.of(xml).only().notes()).hasSize(4).first().isEqualTo("ASReview_irrelevant");
    }

    /** Without what the long notes say, and wrapped lines made whole. */
    private static String withoutDetails(String text) {
        return text.replace("\r\n", "\n").replace("\n      ", " ").replaceAll("(RAYYAN|WINNOW)-.*", "$1-…");
    }

    @Test
    void aRecordThatGoesOnToFullTextIsRelevantUntilThen() throws IOException {
        assertThat(label(Outcome.INCLUDE, Outcome.UNDECIDED)).isEqualTo("ASReview_relevant");
        assertThat(label(Outcome.MAYBE, Outcome.CONFLICT)).isEqualTo("ASReview_relevant");
        assertThat(label(Outcome.INCLUDE, Outcome.EXCLUDE)).isEqualTo("ASReview_irrelevant");
        assertThat(label(Outcome.EXCLUDE, Outcome.UNDECIDED)).isEqualTo("ASReview_irrelevant");
        assertThat(label(Outcome.CONFLICT, Outcome.UNDECIDED)).isEqualTo("ASReview_not_seen");
    }

    private static String label(Outcome titleAbstract, Outcome fullText) throws IOException {
        ScreenedRecord s = decided();
        ScreenedRecord r = new ScreenedRecord(
                s.id(), s.record(), "", null, titleAbstract, fullText, s.decisions(), "", List.of(), Map.of());
        return Reading.of(written(Format.RIS, r)).only().notes().getFirst();
    }

    private static ScreenedRecord decided() {
        BibRecord record = BibRecord.builder()
                .title("=Quiet, a title")
                .author(new Author("Lull", "Ann"))
                .author(new Author("Quiet Alliance A", ""))
                .year(2021)
                .date("2021/04/03/")
                .journal("Journal of Quiet")
                .journalShort("J Quiet")
                .volume("3")
                .issue("2")
                .pages("345-52")
                .doi(new Doi("10.5555/q.1"))
                .pmid("123")
                .abstractText("One.\nTwo.")
                .keyword("rest")
                .keyword("quiet")
                .language("eng")
                .issn("1234-5678; 8765-4321")
                .publisher("Quiet Press")
                .url("https://example.org/q")
                .accession("L1")
                .note("its own note")
                .extra("CY", "Oslo")
                .extra("Some column", "stays at home")
                .build();
        List<Decision> decisions = List.of(
                decision(1, Stage.TITLE_ABSTRACT, "Alice", Verdict.INCLUDE, null, false),
                decision(2, Stage.TITLE_ABSTRACT, "Bob \"B\"", Verdict.MAYBE, null, false),
                decision(3, Stage.FULL_TEXT, "Alice", Verdict.EXCLUDE, POPULATION, true));
        return new ScreenedRecord(
                new RecordId(7),
                record,
                "Embase",
                new RecordId(9),
                Outcome.INCLUDE,
                Outcome.EXCLUDE,
                decisions,
                "wrong population",
                List.of("child"),
                Map.of("Alice", "too old"));
    }

    private static Decision decision(
            int uuid, Stage stage, String who, Verdict verdict, @Nullable Criterion reason, boolean resolution) {
        return new Decision(
                new UUID(0, uuid),
                new RecordId(7),
                stage,
                new Reviewer(new ReviewerId(1), who),
                verdict,
                reason,
                resolution,
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    static ScreenedRecord screened(BibRecord record) {
        return new ScreenedRecord(
                new RecordId(1),
                record,
                "Embase",
                null,
                Outcome.UNDECIDED,
                Outcome.UNDECIDED,
                List.of(),
                "",
                List.of(),
                Map.of());
    }

    static String written(Format format, ScreenedRecord... records) throws IOException {
        return new String(bytes(format, records), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Format format, ScreenedRecord... records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(Formats.write(format, Stream.of(records), out)).isEqualTo(records.length);
        return out.toByteArray();
    }
}
