package org.winnow.prisma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The official words of the PRISMA 2020 flow diagram for new reviews, with the counts set in. */
final class FlowWording {
    private static final double ITEM = 8;
    private static final double PART = 16;

    private final FlowCounts counts;

    FlowWording(FlowCounts counts) {
        this.counts = counts;
    }

    /** The text of a box under the box's name. */
    record Content(String name, List<Paragraph> paragraphs) {}

    Content identified() {
        List<Paragraph> lines = new ArrayList<>(List.of(words("Records identified from:")));
        lines.add(item("Databases", counts.box("database_results")));
        parts(lines, counts.databases());
        lines.add(item("Registers", counts.box("register_results")));
        parts(lines, counts.registers());
        return new Content("identified", lines);
    }

    Content removed() {
        return new Content(
                "removed",
                List.of(
                        words("Records removed before screening:"),
                        item("Duplicate records removed", counts.box("duplicates")),
                        item("Records marked as ineligible by automation tools", counts.box("excluded_automatic")),
                        item("Records removed for other reasons", counts.box("excluded_other"))));
    }

    Content screened() {
        return single("records_screened", "Records screened");
    }

    Content excludedBefore() {
        return single("records_excluded", "Records excluded");
    }

    Content sought(String arm) {
        return single(arm + "_sought_reports", "Reports sought for retrieval");
    }

    Content notRetrieved(String arm) {
        return single(arm + "_notretrieved_reports", "Reports not retrieved");
    }

    Content assessed(String arm) {
        return single(arm + "_assessed", "Reports assessed for eligibility");
    }

    /** The reasons one by one; the bare total where there is none. */
    Content excluded(String arm, Map<String, Long> reasons) {
        if (reasons.isEmpty()) {
            return single(arm + "_excluded", "Reports excluded");
        }
        List<Paragraph> lines = new ArrayList<>(List.of(words("Reports excluded:")));
        reasons.forEach((reason, n) -> lines.add(item(reason, n)));
        return new Content(arm + "_excluded", lines);
    }

    Content otherIdentified() {
        List<Paragraph> lines = new ArrayList<>(List.of(words("Records identified from:")));
        lines.add(item("Websites", counts.box("website_results")));
        lines.add(item("Organisations", counts.box("organisation_results")));
        lines.add(item("Citation searching", counts.box("citations_results")));
        if (counts.box("other_results") != 0) {
            lines.add(item("Other sources", counts.box("other_results")));
        }
        return new Content("other_identified", lines);
    }

    Content included() {
        return new Content(
                "included",
                List.of(
                        words("Studies included in review"),
                        new Paragraph("", Words.inBox(counts.box("new_studies")), 0),
                        words("Reports of included studies"),
                        new Paragraph("", Words.inBox(counts.box("new_reports")), 0)));
    }

    private Content single(String box, String words) {
        return new Content(box, List.of(words(words), new Paragraph("", Words.inBox(counts.box(box)), 0)));
    }

    private static Paragraph words(String words) {
        return new Paragraph(words, "", 0);
    }

    private static Paragraph item(String words, long n) {
        return new Paragraph(words, Words.inBox(n), ITEM);
    }

    private static void parts(List<Paragraph> lines, Map<String, Long> parts) {
        parts.forEach((name, n) -> lines.add(new Paragraph(name, Words.inBox(n), PART)));
    }
}
