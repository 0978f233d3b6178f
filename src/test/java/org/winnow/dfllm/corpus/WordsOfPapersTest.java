package org.winnow.dfllm.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.model.RecordId;

/** Sentences, licences, languages and notices, as papers have them. */
class WordsOfPapersTest {
    private static List<String> sentences(String text) {
        return new Sentences()
                .of(text).stream().map(s -> text.substring(s.start(), s.end())).toList();
    }

    @Test
    void abbreviationsAndNumbersEndNoSentence() {
        assertThat(sentences(
                        "As Doe et al. Showed (Fig. 2), it rose by 3.5 mm, i.e. twofold. We agree.\nA new paragraph"))
                .containsExactly(
                        "As Doe et al. Showed (Fig. 2), it rose by 3.5 mm, i.e. twofold.",
                        "We agree.",
                        "A new paragraph");
    }

    @Test
    void aWordThatEndsLikeAnAbbreviationEndsItsSentence() {
        assertThat(sentences(
                        "One group met in each hospital. All results were reported. He said no. Nobody came (see Smith"
                                + " et al. 2001)."))
                .containsExactly(
                        "One group met in each hospital.",
                        "All results were reported.",
                        "He said no.",
                        "Nobody came (see Smith et al. 2001).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "distributed under https://creativecommons.org/licenses/by-nc-nd/4.0/ | CC-BY-NC-ND-4.0",
                "see http://creativecommons. org/licenses/by/3.0 | CC-BY-3.0",
                "http://creativecommons.org/publicdomain/zero/1.0/ | CC0-1.0",
                "under the Creative Commons Attribution License, which permits | CC-BY",
                "Creative Commons Attribution-NonCommercial 4.0 International | CC-BY-NC-4.0",
                "Creative Commons Attribution Non Commercial (CC BY-NC 4.0) license | CC-BY-NC",
                "Distributed under Creative Commons CC-BY 4.0 | CC-BY-4.0",
                "All rights reserved. | unknown"
            })
    void theLicenceThatAPaperNames(String text, String licence) {
        assertThat(Licence.of(text)).isEqualTo(licence);
    }

    @Test
    void resultsFullOfFiguresAreProseAndRowsOfTablesAreNone() {
        assertThat(Boilerplate.numbers(
                        "The weighted mean difference (WMD) of Hb was 12.88 g/l (95% CI 6.03 to 19.74 g/l, p<0.001)."))
                .isFalse();
        assertThat(Boilerplate.numbers("Age Children 11.77 2.40 to 21.15 30.48 <0.0001 Adult 15.11 7.87 to 22.35 0.43"))
                .isTrue();
        assertThat(Boilerplate.numbers("f (x i , Pj, t) = f0(q) 1 + (x i , q, n j, t) , (2)"))
                .isTrue();
    }

    @Test
    void aSentenceOfManyPapersIsThePublishers() {
        Boilerplate boilerplate = new Boilerplate();
        String notice = "Readers may find this paper and others like it at the address of the society.";
        for (int i = 0; i < 3; i++) {
            boilerplate.learn(
                    List.of(notice, "What only paper number " + "abc".charAt(i) + " says of its own subject."));
        }
        assertThat(boilerplate.reason(notice)).contains("stands in 3 papers alike");
        assertThat(boilerplate.reason("What only paper number a says of its own subject."))
                .isEmpty();
        assertThat(boilerplate.reason("\u00A9 2010 Nuala Tully.")).isPresent();
    }

    @Test
    void languagesHaveTheirTwoLetters() {
        Languages languages = new Languages();
        assertThat(languages.of(
                        "Die Patienten erhielten t\u00E4glich eine Tablette und wurden nach einem Jahr befragt."))
                .isEqualTo("de");
        assertThat(languages.of("Patients were given one tablet a day and were asked again after a year."))
                .isEqualTo("en");
    }

    @Test
    void aPassageOfAnEarlierReportIsSeenAndOneOfTheSameReportIsNot() {
        NearDuplicates near = new NearDuplicates(0.8);
        String text =
                "Tablets were given once a day for a year to all of the patients who had agreed to take part in it";
        assertThat(near.seen(new RecordId(1), text)).isEmpty();
        assertThat(near.seen(new RecordId(1), text + " and more")).isEmpty();
        assertThat(near.seen(new RecordId(2), text.toUpperCase(java.util.Locale.ROOT)))
                .contains(new RecordId(1));
        assertThat(near.seen(
                        new RecordId(2), "Nobody was given any tablets at all in the other group of patients here"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Acknowledgements,ACKNOWLEDGEMENTS",
        "Conflict of interest,INTERESTS",
        "Data availability statement,AVAILABILITY",
        "Authors\u2019 contributions,CONTRIBUTIONS",
        "FUNDING,FUNDING"
    })
    void sectionsWithoutContentAreToldByTheirHeadings(String heading, SectionKind kind) {
        assertThat(SectionKind.of(heading)).contains(kind);
    }

    @Test
    void sectionsOfContentStay() {
        for (String heading : List.of("", "Introduction", "Methods", "Data", "Ethics of sharing", "Results")) {
            assertThat(SectionKind.of(heading)).as(heading).isEqualTo(Optional.empty());
        }
    }
}
