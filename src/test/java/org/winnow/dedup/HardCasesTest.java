package org.winnow.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.RecordId;
import org.winnow.model.ReferenceType;

/** What fools those who look for duplicates: each with its answer and what is said of it. */
class HardCasesTest {
    private static final String TITLE = "Effects of early mobilisation after stroke on walking speed";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Лечение больных инсультом в сельских больницах | Lechenie bol'nykh insul'tom v sel'skikh bol'nitsakh | itle
            Behandlung älterer Männer nach Schlaganfall in Österreich | Behandlung aelterer Maenner nach Schlaganfall in Oesterreich | differ in spelling only
            Naïve Bayes für Übersichtsarbeiten in der Schlaganfallforschung | NAIVE BAYES FUER UEBERSICHTSARBEITEN IN DER SCHLAGANFALLFORSCHUNG | differ in spelling only
            Behandlung des Schlaganfalls bei Älteren [Treatment of stroke in the elderly] | [Treatment of stroke in the elderly] | one title is part of the other
            Behandlung des Schlaganfalls bei Älteren [Treatment of stroke in the elderly] | Behandlung des Schlaganfalls bei Älteren | one title is part of the other
            The role of $\\alpha$-synuclein in \\textit{Drosophila} models of disease | The role of α-synuclein in Drosophila models of disease | same title
            Uptake of CO$_2$ by the {M{\\"u}ller} cells of the rat | Uptake of CO2 by the Müller cells of the rat | same title
            Outcome of \\emph{in vitro} culture in {\\'e}lite athletes of the north | Outcome of in vitro culture in élite athletes of the north | same title
            """)
    void aTitleInAnotherWritingIsTheSame(String one, String other, String why) {
        Judgement j = judge(b -> b.title(one).doi(null), b -> b.title(other).doi(null));
        assertThat(j.answer()).as(j.why()).isEqualTo(Answer.SAME);
        assertThat(j.why().toLowerCase(Locale.ROOT)).contains(why.toLowerCase(Locale.ROOT));
    }

    @Test
    void namesAreTransliteratedToo() {
        assertThat(Names.same(
                        Names.line(List.of(new Author("Жуков", "Александр"))),
                        Names.line(List.of(new Author("Zhukov", "A.")))))
                .isTrue();
    }

    @Test
    void aTitleInAnotherLanguageIsTheSameUnderOneDoiOnTheSamePages() {
        Judgement j = judge(b -> b, b -> b.title("Wirkung der frühen Mobilisation auf die Gehgeschwindigkeit"));
        assertThat(j.answer()).as(j.why()).isEqualTo(Answer.SAME);
        assertThat(j.why()).startsWith("Same DOI; different titles; authors, year, journal");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            978-3-16-148410-0 | 3-16-148410-X | SAME | same ISBN
            978-3-16-148410-0 | 978-0-306-40615-7 | ASK | different ISBNs
            """)
    void booksAreToldByTheirIsbn(String one, String other, Answer answer, String why) {
        UnaryOperator<BibRecord.Builder> book = b -> b.type(ReferenceType.BOOK)
                .title("A handbook of stroke care for rural hospitals")
                .journal("")
                .volume("")
                .issue("")
                .pages("")
                .doi(null);
        Judgement j = judge(b -> book.apply(b).isbn(one), b -> book.apply(b).isbn(other));
        assertThat(j.answer()).as(j.why()).isEqualTo(answer);
        assertThat(j.why().toLowerCase(Locale.ROOT)).contains(why.toLowerCase(Locale.ROOT));
    }

    @Test
    void chaptersOfABookAreNotTheBook() {
        Judgement j = judge(
                b -> b.type(ReferenceType.BOOK)
                        .title("A handbook of stroke care for rural hospitals")
                        .isbn("978-3-16-148410-0")
                        .doi(null)
                        .pages(""),
                b -> b.type(ReferenceType.CHAPTER)
                        .title("Walking again")
                        .isbn("978-3-16-148410-0")
                        .doi(null)
                        .pages("12-30"));
        assertThat(j.answer()).as(j.why()).isEqualTo(Answer.DIFFERENT);
        assertThat(j.why()).startsWith("Different titles");
    }

    @Test
    void aConferenceAbstractIsNotThePaper() {
        assertNotMerged(
                judge(b -> b, b -> b.type(ReferenceType.CONFERENCE)
                        .journal("European Stroke Conference")
                        .volume("7")
                        .issue("1")
                        .pages("S23")
                        .doi(null)),
                "different kinds of document");
    }

    @Test
    void aPreprintIsNotTheArticle() {
        assertNotMerged(
                judge(b -> b, b -> b.journal("medRxiv")
                        .volume("")
                        .issue("")
                        .pages("")
                        .year(2013)
                        .doi(new Doi("10.1101/2013.11.01.12345"))),
                "one is a preprint");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Erratum to: Effects of early mobilisation after stroke on walking speed
            Corrigendum: Effects of early mobilisation after stroke on walking speed
            Effects of early mobilisation after stroke on walking speed (vol 12, pg 345, 2014)
            Comment on: Effects of early mobilisation after stroke on walking speed
            Re: Effects of early mobilisation after stroke on walking speed
            Effects of early mobilisation after stroke on walking speed: Authors' reply
            Retraction: Effects of early mobilisation after stroke on walking speed
            """)
    void whatIsSaidAboutAPaperIsNotThePaper(String title) {
        assertNotMerged(
                judge(b -> b, b -> b.title(title).issue("5").pages("600").doi(null)),
                "one is an erratum, a comment or a reply");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Stroke rehabilitation in practice. Part I: walking | Stroke rehabilitation in practice. Part II: walking
            Standards of medical care in stroke - 2015         | Standards of medical care in stroke - 2016
            Heart disease and stroke statistics: 2015 update   | Heart disease and stroke statistics: 2016 update
            Studies on walking after stroke. III. Old people   | Studies on walking after stroke. IV. Old people
            Walking after stroke: a randomised trial           | Walking after stroke: protocol for a randomised trial
            """)
    void partsYearlyUpdatesAndProtocolsAreWorksOfTheirOwn(String one, String other) {
        assertNotMerged(
                judge(b -> b.title(one).doi(null), b -> b.title(other)
                        .volume("13")
                        .year(2015)
                        .pages("101-9")
                        .doi(null)),
                "titles differ in a number, a part or a version");
    }

    @Test
    void aRegistryEntryIsNotThePublication() {
        assertNotMerged(
                judge(b -> b, b -> b.type(ReferenceType.REGISTRY_ENTRY)
                        .journal("ClinicalTrials.gov")
                        .volume("")
                        .issue("")
                        .pages("NCT01234567")
                        .year(2012)
                        .doi(null)),
                "different kinds of document");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Effects of early mobilisation after stroke on walking speed 1 Anna Berg | One title is part of the other
            Effects of early mobilisation after stroke on walking speed 1 By: Anna Berg, Hospital of the North | One title is part of the other
            Effects of early mobilisation after stroke on walking speed / A. Berg, C. N. Okafor | One title is part of the other
            Guest editorial: Effects of early mobilisation after stroke on walking speed | One title is part of the other
            Young Researchers' Award 2014 Paper - Effects of early mobilisation after stroke on walking speed | One title is part of the other
            Effects of early mobilisation after stroke on wal | One title is part of the other
            Berg/Effects of early mobilisation after stroke on walking speed | Same title
            Effects of early mobilisation after stroke on walking speed [Epub ahead of print] | Same title
            Effects of early mobilisation after stroke on walking speed. Vol. 12, Iss. 3 | Same title
            """)
    void whatStandsAroundATitleIsNotPartOfIt(String title, String why) {
        Judgement j = judge(b -> b, b -> b.title(title).pages("").doi(null));
        assertThat(j.answer()).as(j.why()).isEqualTo(Answer.SAME);
        assertThat(j.why()).startsWith(why);
    }

    // Of the same issue by the same people, one without pages.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Developing care for 120 stroke patients: a systematic approach to walking | Developing care for 120 stroke patients: a systems approach to walking | SAME
            Outcome of FLNS in small children of rural hospitals | Outcome of familial late nephrotic syndrome in small children of rural hospitals | SAME
            Usage pattems of walking aids at home after stroke | Usage patterns of walking aids at home after stroke | SAME
            Gehen nach Schlaganfall bei 120 Kindern [Walking after stroke in 120 children] | [Walking after stroke in 120 children] | SAME
            Walking aids in the year after a stroke in men | Walking aids in the year after a stroke in women | ASK
            Mortality after early mobilisation in rural hospitals | Morbidity after early mobilisation in rural hospitals | ASK
            Inherited deficiency of membrane cofactor protein expression and varying manifestations of recurrent stroke in the northern and southern provinces in a sibling pair | Inherited deficiency of membrane cofactor protein expression and varying manifestations of recurrent stroke in the northern and southern provinces in a sibling mice | ASK
            """)
    void ofTwoTitlesOneIssueHas(String one, String other, Answer answer) {
        Judgement j =
                judge(b -> b.title(one).doi(null), b -> b.title(other).pages("").doi(null));
        assertThat(j.answer()).as(j.why()).isEqualTo(answer);
    }

    @Test
    void aYearInThePlaceOfTheVolumeIsNoOtherVolume() {
        Judgement j = judge(
                b -> b.volume("2014").issue("9").pages("").pmid("1").doi(null),
                b -> b.volume("9").issue("").pages("CD010458").pmid("1"));
        assertThat(j.answer()).as(j.why()).isEqualTo(Answer.SAME);
        assertThat(j.why()).doesNotContain("volumes");
    }

    @Test
    void aTitleWithMoreWordsOnOtherPagesOfTheIssueIsAsked() {
        assertNotMerged(
                judge(b -> b, b -> b.title(TITLE + " in rural hospitals")
                        .pages("353-60")
                        .doi(null)),
                "one title is part of the other");
    }

    @Test
    void aTitleUnderOtherNamesIsAskedWhereThePagesDoNotTell() {
        String title =
                TITLE + " in patients of rural hospitals of the north: a randomised controlled trial of one year";
        assertNotMerged(
                judge(b -> b.title(title).doi(null), b -> b.title(title)
                        .authors(List.of(new Author("Lund", "P.")))
                        .pages("")
                        .doi(null)),
                "authors differ");
    }

    @Test
    void oneAbstractUnderTwoDoisIsAsked() {
        String text =
                "Early mobilisation after stroke is recommended. We asked whether it makes people walk faster, and"
                        + " followed 120 patients of four rural hospitals over a year. They walked faster by a tenth.";
        Judgement j = judge(b -> b.abstractText(text).pages("").volume("").issue(""), b -> b.abstractText(text)
                .doi(new Doi("10.1000/jsc.other"))
                .pages("")
                .volume("")
                .issue(""));
        assertThat(j.answer()).as(j.why()).isEqualTo(Answer.ASK);
    }

    @ParameterizedTest
    @CsvSource({
        "https://doi.org/10.1000/jsc.2014.12?journalCode=jsc,10.1000/jsc.2014.12",
        "10.1000/jsc.2014.12#bib3,10.1000/jsc.2014.12",
        "10.1002/1097-4679(199601)52:1<1::AID-1>3.0.CO;2-#,10.1002/1097-4679(199601)52:1<1::aid-1>3.0.co;2-#"
    })
    void aDoiIsReadFromTheAddressOfAPage(String text, String doi) {
        assertThat(Doi.find(text)).contains(new Doi(doi));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            J Am Med Assoc              | Journal of the American Medical Association
            Am. J. Respir. Crit. Care Med. | American Journal of Respiratory and Critical Care Medicine
            Ann Intern Med              | Annals of Internal Medicine
            Arch Phys Med Rehabil       | Archives of Physical Medicine and Rehabilitation
            Cochrane Database Syst Rev  | Cochrane Database of Systematic Reviews
            Dtsch Arztebl Int           | Deutsches Ärzteblatt international
            Proc Natl Acad Sci U S A    | Proceedings of the National Academy of Sciences of the United States of America
            Z Rheumatol                 | Zeitschrift für Rheumatologie
            Acta Paediatr Scand         | Acta paediatrica Scandinavica
            Zh Nevrol Psikhiatr         | Журнал неврологии и психиатрии
            Rev Esp Salud Publica       | Revista Española de Salud Pública
            Int J Technol Assess Health Care | International Journal of Technology Assessment in Health Care
            Eur. Heart J.               | European Heart Journal
            Lancet Glob Health          | The Lancet Global Health
            JAMA                        | Journal of the American Medical Association
            """)
    void journalsAreOneInFullAndAbbreviated(String shorter, String full) {
        assertThat(Journals.compare(Journals.words(shorter), Journals.words(full)))
                .isEqualTo(Agreement.SAME);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Am J Cardiol                | American Journal of Clinical Nutrition
            Br J Surg                   | British Journal of Psychiatry
            Ann Neurol                  | Annals of Nuclear Medicine
            Lancet Neurol               | The Lancet Oncology
            """)
    void abbreviationsOfOtherJournalsAreNot(String shorter, String full) {
        assertThat(Journals.compare(Journals.words(shorter), Journals.words(full)))
                .isNotEqualTo(Agreement.SAME);
    }

    private static void assertNotMerged(Judgement j, String why) {
        assertThat(j.answer()).as(j.why()).isNotEqualTo(Answer.SAME);
        assertThat(j.why().toLowerCase(Locale.ROOT)).contains(why);
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
