package org.winnow.prisma;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What kind of review the flow diagram reports: an extension of PRISMA says some things in other words, or asks for
 * numbers more. Those of the statistics are nobody's but the reviewers' and are typed in; until then they are drawn
 * as xxx.
 */
public enum ReviewKind {
    /** PRISMA 2020 as it is. */
    SYSTEMATIC("systematic", Map.of(), List.of()),
    /** PRISMA-ScR (2018), item 14: what is selected are sources of evidence. */
    SCOPING(
            "scoping",
            Map.of(
                    "previous_studies", "Sources of evidence included in previous version of review",
                    "previous_reports", "Reports of sources of evidence included in previous version of review",
                    "new_studies", "Sources of evidence included in review",
                    "new_reports", "Reports of included sources of evidence",
                    "total_studies", "Total sources of evidence included in review",
                    "total_reports", "Reports of total included sources of evidence"),
            List.of()),
    /** PRISMA-NMA (2015): which studies are part of the network. */
    NETWORK(
            "network",
            Map.of(
                    "total_studies_ma", "Studies included in network meta-analysis",
                    "total_reports_ma", "Reports of studies included in network meta-analysis"),
            List.of("total_studies_ma", "total_reports_ma")),
    /** PRISMA-DTA (2018), item 17: studies in the review, and of them those in the meta-analysis. */
    DIAGNOSTIC(
            "diagnostic",
            Map.of(
                    "total_studies_ma", "Diagnostic accuracy studies included in meta-analysis",
                    "total_reports_ma", "Reports of diagnostic accuracy studies included in meta-analysis"),
            List.of("total_studies_ma", "total_reports_ma")),
    /** PRISMA-IPD (2015), its own flow diagram: studies and participants whose data were sought, and what came. */
    INDIVIDUAL_DATA("individual-data", Map.of(), FlowWording.INDIVIDUAL_DATA);

    private final String key;
    private final Map<String, String> labels;
    private final List<String> asked;

    ReviewKind(String key, Map<String, String> labels, List<String> asked) {
        this.key = key;
        this.labels = labels;
        this.asked = asked;
    }

    /** The word for it in files and on the command line. */
    public String key() {
        return key;
    }

    public static Optional<ReviewKind> of(String key) {
        return Arrays.stream(values()).filter(k -> k.key.equals(key)).findFirst();
    }

    /** The same numbers in this kind's words, with what it asks for beside them. */
    FlowCounts of(FlowCounts counts, Template template) {
        Map<String, String> words = new LinkedHashMap<>(labels);
        if (this == SCOPING && template.updated()) {
            words.put("new_studies", "New sources of evidence included in review");
            words.put("new_reports", "Reports of new included sources of evidence");
        }
        Set<String> unknown = new LinkedHashSet<>(counts.text().unknown());
        asked.stream().filter(box -> !counts.boxes().containsKey(box)).forEach(unknown::add);
        return counts.withText(counts.text().withLabels(words).withUnknown(unknown));
    }
}
