package org.winnow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.winnow.model.MergedRecord.Field;
import org.winnow.model.MergedRecord.Member;

class MergedRecordTest {
    private static final RecordId KEEPER = new RecordId(7);
    private static final RecordId OTHER = new RecordId(3);

    @Test
    void eachFieldComesFromTheRecordThatTellsMostAndSaysWhich() {
        BibRecord keeper = BibRecord.builder()
                .title("EARLY MOBILISATION AFTER STROKE")
                .author(new Author("Berg", "A."))
                .year(2014)
                .pages("345")
                .keyword("Stroke")
                .raw("k")
                .build();
        BibRecord other = BibRecord.builder()
                .title("Early mobilisation after stroke")
                .author(new Author("Berg", "Anna"))
                .year(2013)
                .pages("345-52")
                .doi(new Doi("10.1000/1"))
                .abstractText("We asked.")
                .keyword("stroke")
                .keyword("Walking")
                .raw("o")
                .build();

        MergedRecord merged = MergedRecord.of(List.of(new Member(KEEPER, keeper), new Member(OTHER, other)));

        assertThat(merged.record())
                .isEqualTo(other.toBuilder()
                        .year(2014)
                        .keywords(List.of("Stroke", "Walking"))
                        .raw("k")
                        .build());
        assertThat(merged.origins())
                .isEqualTo(Map.of(
                        Field.TITLE, OTHER,
                        Field.AUTHORS, OTHER,
                        Field.YEAR, KEEPER,
                        Field.PAGES, OTHER,
                        Field.DOI, OTHER,
                        Field.ABSTRACT, OTHER,
                        Field.KEYWORDS, OTHER));
    }

    @Test
    void aRecordByItselfStaysAsItIs() {
        BibRecord one =
                BibRecord.builder().title("ONE").keyword("a").keyword("A").build();
        assertThat(MergedRecord.of(List.of(new Member(KEEPER, one))).record().title())
                .isEqualTo("ONE");
    }
}
