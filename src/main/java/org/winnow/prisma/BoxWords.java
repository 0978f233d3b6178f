package org.winnow.prisma;

import java.util.List;
import java.util.Map;

/** What each number of the flow is called in a sentence. */
public final class BoxWords {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("previous_studies", "studies in the previous version"),
            Map.entry("previous_reports", "reports in the previous version"),
            Map.entry("database_results", "records from databases"),
            Map.entry("register_results", "records from registers"),
            Map.entry("website_results", "records from websites"),
            Map.entry("organisation_results", "records from organisations"),
            Map.entry("citations_results", "records from citation searching"),
            Map.entry("other_results", "records from elsewhere"),
            Map.entry("duplicates", "duplicates"),
            Map.entry("excluded_automatic", "records marked as ineligible by automation tools"),
            Map.entry("excluded_other", "records removed for other reasons"),
            Map.entry("records_screened", "records screened"),
            Map.entry("records_excluded", "records excluded"),
            Map.entry("excluded_by_human", "records excluded by a person"),
            Map.entry("excluded_by_automation", "records excluded by automation tools"),
            Map.entry("dbr_sought_reports", "reports sought for retrieval"),
            Map.entry("dbr_notretrieved_reports", "reports not retrieved"),
            Map.entry("dbr_assessed", "reports assessed for eligibility"),
            Map.entry("dbr_excluded", "reports excluded"),
            Map.entry("dbr_ongoing", "reports of ongoing studies"),
            Map.entry("dbr_awaiting", "reports awaiting classification"),
            Map.entry("dbr_included_reports", "reports included from databases and registers"),
            Map.entry("other_sought_reports", "reports sought for retrieval (other methods)"),
            Map.entry("other_notretrieved_reports", "reports not retrieved (other methods)"),
            Map.entry("other_assessed", "reports assessed for eligibility (other methods)"),
            Map.entry("other_excluded", "reports excluded (other methods)"),
            Map.entry("other_ongoing", "reports of ongoing studies (other methods)"),
            Map.entry("other_awaiting", "reports awaiting classification (other methods)"),
            Map.entry("other_included_reports", "reports included from other methods"),
            Map.entry("new_studies", "studies included in review"),
            Map.entry("new_reports", "reports of included studies"),
            Map.entry("total_studies", "total studies included in review"),
            Map.entry("total_reports", "reports of total included studies"),
            Map.entry("total_studies_ma", "studies included in meta-analysis"),
            Map.entry("total_reports_ma", "reports included in meta-analysis"),
            Map.entry("ipd_sought_studies", "studies for which individual participant data were sought"),
            Map.entry("ipd_missing_studies", "studies whose individual participant data were not provided"),
            Map.entry("ipd_missing_participants", "participants whose data were not provided"),
            Map.entry("ipd_provided_studies", "studies whose individual participant data were provided"),
            Map.entry("ipd_provided_participants", "participants whose data were provided"),
            Map.entry("aggregate_studies", "studies with aggregate data"),
            Map.entry("aggregate_participants", "participants in studies with aggregate data"));

    private BoxWords() {}

    static boolean known(String box) {
        return WORDS.containsKey(box);
    }

    /** Every name, in alphabetical order. */
    static List<String> names() {
        return WORDS.keySet().stream().sorted().toList();
    }

    /** The words of a number; for one in a list its label. */
    public static String of(String box) {
        if (box.contains("/")) {
            return box.substring(box.indexOf('/') + 1);
        }
        return WORDS.getOrDefault(box, box);
    }
}
