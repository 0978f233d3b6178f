package org.winnow.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.RecordId;
import org.winnow.model.ReferenceType;

/** What is known to fool matchers, one case each: a plain record against the same record with something else. */
class LearnedMatcherTest {
    private static final String TITLE = "Effects of early mobilisation after stroke on walking speed";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EFFECTS OF EARLY MOBILIZATION AFTER STROKE ON WALKING SPEED.            | SAME
            Effects of <i>early</i> mobilisation after stroke on walking&nbsp;speed | SAME
            [Effects of early mobilisation after stroke on walking speed]. [German] | SAME
            Effects of early mobilisation after stroke on walking speed [Erratum appears in Stroke 2015;1:2] | SAME
            Erratum: Effects of early mobilisation after stroke on walking speed    | ASK
            Effects of early mobilisation after stroke on walking speed - Reply     | ASK
            Effects of early mobilisation after stroke on walking speed (vol 12, pg 345, 2014) | ASK
            Effects of early mobilisation after stroke on walking speed: Part II    | ASK
            """)
    void onTheSamePagesATitleIs(String title, Answer answer) {
        assertThat(against(b -> b.title(title).doi(null)).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Erratum: Effects of early mobilisation after stroke on walking speed       | DIFFERENT
            Effects of early mobilisation after stroke on walking speed: a comment     | DIFFERENT
            Effects of early mobilisation after stroke on walking speed: 2016 update   | DIFFERENT
            Effects of early mobilisation after stroke on walking speed. Part 2        | DIFFERENT
            Effects of early mobilisation after stroke on walking speed                | ASK
            """)
    void onOtherPagesATitleIs(String title, Answer answer) {
        assertThat(against(b -> b.title(title).doi(null).issue("4").pages("501-9"))
                        .answer())
                .isEqualTo(answer);
    }

    @Test
    void partsOfASeriesAreDifferent() {
        Judgement j = judge(
                b -> b.title(TITLE + ": Part I").doi(null).pages("1-9"),
                b -> b.title(TITLE + ": Part II").doi(null).pages("10-19"));
        assertThat(j.answer()).isEqualTo(Answer.DIFFERENT);
        assertThat(j.contradictory()).isTrue();
    }

    @Test
    void partsAreOneHoweverTheirNumberIsWritten() {
        assertThat(judge(b -> b.title(TITLE + ": Part II"), b -> b.title(TITLE + ", part 2")
                                .doi(null))
                        .answer())
                .isEqualTo(Answer.SAME);
    }

    @Test
    void aPreprintAndItsArticleAreAsked() {
        Judgement j = against(b -> b.type(ReferenceType.PREPRINT)
                .journal("medRxiv")
                .volume("")
                .issue("")
                .pages("")
                .doi(null));
        assertThat(j.answer()).isEqualTo(Answer.ASK);
        assertThat(j.why()).contains("one is a preprint");
    }

    @Test
    void aConferenceAbstractAndThePaperAreNotMerged() {
        assertThat(against(b -> b.type(ReferenceType.CONFERENCE)
                                .journal("European Stroke Conference")
                                .volume("7")
                                .issue("1")
                                .pages("S23")
                                .doi(null))
                        .answer())
                .isNotEqualTo(Answer.SAME);
    }

    @Test
    void aWrongDoiDoesNotOutweighTheSameTitleOnTheSamePages() {
        assertThat(against(b -> b.doi(new Doi("10.1000/other"))).answer()).isEqualTo(Answer.SAME);
    }

    @Test
    void oneTitleUnderTwoDoisIsAskedWhereThePagesDoNotTell() {
        Judgement j = judge(b -> b.pages(""), b -> b.pages("").doi(new Doi("10.1000/other")));
        assertThat(j.answer()).isEqualTo(Answer.ASK);
        assertThat(j.contradictory()).isTrue();
    }

    @Test
    void oneDoiOverTwoTitlesIsAsked() {
        Judgement j = against(b ->
                b.title("A survey of nurses in rural hospitals").authors(java.util.List.of(new Author("Lund", "P."))));
        assertThat(j.answer()).isEqualTo(Answer.ASK);
    }

    @Test
    void oneDoiUnderTwoPmidsIsAsked() {
        assertThat(judge(b -> b.pmid("1"), b -> b.pmid("2")).answer()).isEqualTo(Answer.ASK);
    }

    @Test
    void editorialsOfTwoIssuesAreDifferent() {
        assertThat(judge(
                                b -> b.title("Editorial").doi(null).pages("1-2"),
                                b -> b.title("Editorial").doi(null).issue("4").pages("101-2"))
                        .answer())
                .isEqualTo(Answer.DIFFERENT);
    }

    @Test
    void chaptersOfOneBookAreNotMerged() {
        assertThat(judge(
                                b -> b.type(ReferenceType.CHAPTER)
                                        .title("Introduction")
                                        .pages("1-9"),
                                b -> b.type(ReferenceType.CHAPTER)
                                        .title("Outcomes of care in nursing homes")
                                        .pages("10-33"))
                        .answer())
                .isEqualTo(Answer.ASK);
    }

    @Test
    void missingFieldsAreNoAgreement() {
        UnaryOperator<BibRecord.Builder> titleAlone = b -> BibRecord.builder().title(TITLE);
        assertThat(judge(titleAlone, titleAlone).answer()).isEqualTo(Answer.ASK);
    }

    @Test
    void oppositesAreOtherWords() {
        assertThat(judge(
                                b -> b.title("Management of severe hypertension in pregnant women")
                                        .doi(null)
                                        .pages(""),
                                b -> b.title("Management of severe hypotension in pregnant women")
                                        .doi(null)
                                        .pages(""))
                        .answer())
                .isNotEqualTo(Answer.SAME);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            345-52,   345,  352
            345--352, 345,  352
            S73-8,    73,   78
            e1205,    1205, 1205
            Suppl-29, 0,    29
            n/a,      0,    0
            Jan-14,   1,    14
            14-Jan,   1,    14
            9p,       0,    0
            12 pages, 0,    0
            """)
    void pagesAreExpanded(String text, long first, long last) {
        Pages pages = Pages.of(text);
        assertThat(new long[] {pages.first(), pages.last()}).containsExactly(first, last);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            N Engl J Med      | The New England Journal of Medicine            | SAME
            Obstetrics & Gynecology | Obstetrics and Gynecology                | SAME
            AMCIS 2017 Proceedings  | Americas Conference on Information Systems | SAME
            BMJ (Clinical research ed.) | BMJ                                  | SAME
            Journal of Digital Studies | Workshop of Digital Studies           | NEAR
            Lancet            | Journal of Finance                             | DIFFERENT
            """)
    void journalsAreComparedThroughTheirAbbreviations(String a, String b, Agreement agreement) {
        assertThat(Journals.compare(Journals.words(a), Journals.words(b))).isEqualTo(agreement);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Müller, K.        | Muller, Karl     | true
            Le Quintrec, M.   | Le, Quintrec M.  | true
            B. Abrahao        | Abrahao, Bruno   | true
            Hall, Laura       | Hall, Gillian    | false
            de Ven, Van       | Van de Ven, A. H.| true
            Young, Lee        | Lee, Young       | true
            Lund              | Berg, Lund       | false
            """)
    void namesAreOnePersonsWhere(String a, String b, boolean same) {
        assertThat(Names.same(Names.line(java.util.List.of(Author.of(a))), Names.line(java.util.List.of(Author.of(b)))))
                .isEqualTo(same);
    }

    private static Judgement against(UnaryOperator<BibRecord.Builder> change) {
        return judge(b -> b, change);
    }

    private static Judgement judge(UnaryOperator<BibRecord.Builder> one, UnaryOperator<BibRecord.Builder> other) {
        Preparation preparation = new Preparation();
        return new LearnedMatcher()
                .judge(
                        preparation.prepare(
                                Candidate.of(new RecordId(1), one.apply(plain()).build())),
                        preparation.prepare(Candidate.of(
                                new RecordId(2), other.apply(plain()).build())));
    }

    private static BibRecord.Builder plain() {
        return BibRecord.builder()
                .title(TITLE)
                .author(new Author("Berg", "Anna"))
                .author(new Author("Okafor", "C. N."))
                .year(2014)
                .journal("Journal of Stroke Care")
                .volume("12")
                .issue("3")
                .pages("345-52")
                .doi(new Doi("10.1000/jsc.2014.12"));
    }
}
