package org.winnow.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SumRulesTest {
    @Test
    void thePublishedExampleAddsUp() {
        assertThat(new SumRules(Map.ofEntries(
                                Map.entry("database_results", 90L),
                                Map.entry("register_results", 10L),
                                Map.entry("excluded_automatic", 10L),
                                Map.entry("records_screened", 90L),
                                Map.entry("records_excluded", 82L),
                                Map.entry("dbr_sought_reports", 8L),
                                Map.entry("dbr_assessed", 8L),
                                Map.entry("dbr_excluded", 3L),
                                Map.entry("organisation_results", 7L),
                                Map.entry("other_sought_reports", 7L),
                                Map.entry("other_notretrieved_reports", 1L),
                                Map.entry("other_assessed", 6L),
                                Map.entry("other_excluded", 2L),
                                Map.entry("new_studies", 5L),
                                Map.entry("new_reports", 9L)))
                        .broken())
                .isEmpty();
    }

    @Test
    void eachListIsHeldAgainstItsBox() {
        SumRules rules = new SumRules(
                Map.of("database_results", 5L, "register_results", 4L, "dbr_excluded", 3L, "other_excluded", 2L),
                Map.of("Embase", 6L),
                Map.of("A register", 6L),
                Map.of("A reason", 6L),
                Map.of("A reason", 6L));
        assertThat(rules.broken())
                .containsExactly(
                        broken("E1", "Records from databases is 5, but the databases listed add up to 6."),
                        broken("E2", "Records from registers is 4, but the registers listed add up to 6."),
                        broken("E7", "Reports excluded is 3, but the reasons listed add up to 6."),
                        broken("E9", "Reports excluded (other methods) is 2, but the reasons listed add up to 6."));
    }

    @Test
    void everyLawNamesItselfAndBothSums() {
        assertThat(one("records_excluded", 5, "excluded_by_human", 3, "excluded_by_automation", 1))
                .isEqualTo(broken(
                        "E4",
                        "Records excluded is 5, but records excluded by a person (3) + records excluded by automation"
                                + " tools (1) = 4."));
        assertThat(one("other_assessed", 5, "other_sought_reports", 3, "website_results", 3))
                .isEqualTo(broken(
                        "E8",
                        "Reports assessed for eligibility (other methods) is 5, but reports sought for retrieval"
                                + " (other methods) (3) = 3."));
        assertThat(one("other_included_reports", 5, "other_assessed", 7, "other_excluded", 3)
                        .rule())
                .isEqualTo("E9");
        assertThat(one("new_reports", 9, "dbr_included_reports", 5, "other_included_reports", 5)
                        .rule())
                .isEqualTo("E10");
        assertThat(one("new_reports", 9, "dbr_assessed", 12, "dbr_excluded", 5).rule())
                .isEqualTo("E10");
        assertThat(one("total_reports", 9, "previous_reports", 5, "new_reports", 5)
                        .rule())
                .isEqualTo("E11");
        assertThat(one("total_studies_ma", 9, "new_studies", 5))
                .isEqualTo(broken(
                        "E12",
                        "Studies included in meta-analysis is 9, which is more than studies included in review (5)."));
        assertThat(one("duplicates", -1)).isEqualTo(broken("E13", "Duplicates is -1, but no count can be below 0."));
        assertThat(one("other_sought_reports", 9, "website_results", 5, "other_results", 3))
                .isEqualTo(broken(
                        "W1",
                        "Reports sought for retrieval (other methods) is 9, which is more than records from websites"
                                + " (5) + records from elsewhere (3) = 8."));
        assertThat(one("new_studies", 9, "new_reports", 5).error()).isFalse();
        assertThat(one("total_studies", 9, "previous_studies", 5, "new_studies", 5)
                        .rule())
                .isEqualTo("W3");
    }

    @Test
    void numbersBeyondLongDoNotOverflow() {
        assertThat(one("records_screened", 0, "database_results", Long.MAX_VALUE, "register_results", 1)
                        .sentence())
                .endsWith("= 9,223,372,036,854,775,808.");
    }

    private static BrokenRule one(Object... pairs) {
        Map<String, Long> boxes = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            boxes.put((String) pairs[i], ((Number) pairs[i + 1]).longValue());
        }
        List<BrokenRule> broken = new SumRules(boxes).broken();
        assertThat(broken).hasSize(1);
        return broken.getFirst();
    }

    private static BrokenRule broken(String rule, String sentence) {
        return new BrokenRule(rule, rule + ": " + sentence);
    }
}
