package org.winnow.prisma;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The official words of the PRISMA 2020 flow diagram, or those put in their place, with the counts set in. */
final class FlowWording {
    /** The numbers of studies and participants that PRISMA-IPD asks for. */
    static final List<String> INDIVIDUAL_DATA = List.of(
            "ipd_sought_studies",
            "ipd_missing_studies",
            "ipd_missing_participants",
            "ipd_provided_studies",
            "ipd_provided_participants",
            "aggregate_studies",
            "aggregate_participants");

    private static final double ITEM = 8;
    private static final double PART = 16;

    private final FlowCounts counts;
    private final FlowText text;
    private final boolean updated;

    FlowWording(FlowCounts counts, boolean updated) {
        this.counts = counts;
        this.text = counts.text();
        this.updated = updated;
    }

    /** The text of a box under the box's name; the number that the box is about. */
    record Content(String name, String about, List<Paragraph> paragraphs) {}

    String heading(String key) {
        return switch (key) {
            case "prevstud" -> text.label(key, "Previous studies");
            case "newstud" ->
                text.label(
                        key,
                        updated
                                ? "Identification of new studies via databases and registers"
                                : "Identification of studies via databases and registers");
            case "othstud" ->
                text.label(
                        key,
                        updated
                                ? "Identification of new studies via other methods"
                                : "Identification of studies via other methods");
            case "identification" -> text.label(key, "Identification");
            case "screening" -> text.label(key, "Screening");
            default -> text.label(key, "Included");
        };
    }

    Content previous() {
        List<Paragraph> lines = new ArrayList<>();
        stacked(lines, "previous_studies", "Studies included in previous version of review");
        stacked(lines, "previous_reports", "Reports of studies included in previous version of review");
        return new Content("previous", "previous_studies", lines);
    }

    Content identified() {
        List<Paragraph> lines =
                new ArrayList<>(List.of(words(text.label("identified_from", "Records identified from:"))));
        item(lines, "database_results", "Databases");
        parts(lines, "database_specific_results", counts.databases(), PART);
        item(lines, "register_results", "Registers");
        parts(lines, "register_specific_results", counts.registers(), PART);
        return new Content("identified", "database_results", lines);
    }

    Content removed() {
        List<Paragraph> lines =
                new ArrayList<>(List.of(words(text.label("removed_before", "Records removed before screening:"))));
        item(lines, "duplicates", "Duplicate records removed");
        item(lines, "excluded_automatic", "Records marked as ineligible by automation tools");
        item(lines, "excluded_other", "Records removed for other reasons");
        return new Content("removed", "duplicates", lines);
    }

    Content screened() {
        return single("records_screened", "Records screened");
    }

    Content excludedBefore() {
        Content content = single("records_excluded", "Records excluded");
        if (counts.boxes().containsKey("excluded_by_automation")) {
            List<Paragraph> lines = new ArrayList<>(content.paragraphs());
            item(lines, "excluded_by_human", "by a person");
            item(lines, "excluded_by_automation", "by automation tools");
            return new Content(content.name(), content.about(), lines);
        }
        return content;
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
        String box = arm + "_excluded";
        boolean some = !reasons.isEmpty() || text.unknown().stream().anyMatch(k -> k.startsWith(box + "/"));
        if (!some) {
            return single(box, "Reports excluded");
        }
        String label = text.label(box, "Reports excluded");
        List<Paragraph> lines = new ArrayList<>(List.of(words(label.endsWith(":") ? label : label + ":")));
        parts(lines, box, reasons, ITEM);
        return new Content(box, box, lines);
    }

    Content otherIdentified() {
        List<Paragraph> lines =
                new ArrayList<>(List.of(words(text.label("identified_from", "Records identified from:"))));
        item(lines, "website_results", "Websites");
        item(lines, "organisation_results", "Organisations");
        item(lines, "citations_results", "Citation searching");
        if (counts.box("other_results") != 0) {
            item(lines, "other_results", "Other sources");
        }
        return new Content("other_identified", "website_results", lines);
    }

    Content included() {
        List<Paragraph> lines = new ArrayList<>();
        stacked(lines, "new_studies", updated ? "New studies included in review" : "Studies included in review");
        stacked(lines, "new_reports", updated ? "Reports of new included studies" : "Reports of included studies");
        return new Content("included", "new_studies", lines);
    }

    Content total() {
        List<Paragraph> lines = new ArrayList<>();
        stacked(lines, "total_studies", "Total studies included in review");
        stacked(lines, "total_reports", "Reports of total included studies");
        return new Content("total", "total_studies", lines);
    }

    /** A box that the R package adds below the official ones. */
    Content metaAnalysis() {
        List<Paragraph> lines = new ArrayList<>();
        stacked(lines, "total_studies_ma", "Total studies included in meta-analysis");
        stacked(lines, "total_reports_ma", "Reports of total included studies in meta-analysis");
        return new Content("meta_analysis", "total_studies_ma", lines);
    }

    Content individualDataSought() {
        return single("ipd_sought_studies", "Studies for which individual participant data (IPD) were sought");
    }

    Content individualDataMissing() {
        return studiesAndParticipants("ipd_missing", "IPD not provided:");
    }

    Content individualDataProvided() {
        return studiesAndParticipants("ipd_provided", "IPD provided:");
    }

    Content aggregateData() {
        return studiesAndParticipants("aggregate", "Aggregate data available:");
    }

    private Content studiesAndParticipants(String name, String words) {
        List<Paragraph> lines = new ArrayList<>(List.of(words(text.label(name, words))));
        item(lines, name + "_studies", "Studies");
        item(lines, name + "_participants", "Participants");
        return new Content(name, name + "_studies", lines);
    }

    /** The sentences below the diagram: what was typed in and why, and what the numbers leave open. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        text.byHand().forEach((key, why) -> {
            String what = key.contains("/") ? key.substring(key.indexOf('/') + 1) : text.label(key, BoxWords.of(key));
            notes.add(Words.BY_HAND + " " + upper(what) + ": number entered by hand"
                    + (why.isEmpty() ? "." : " – " + why));
        });
        notes.addAll(text.footnotes());
        return notes;
    }

    private static String upper(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Content single(String box, String words) {
        List<Paragraph> lines = new ArrayList<>();
        stacked(lines, box, words);
        return new Content(box, box, lines);
    }

    private void stacked(List<Paragraph> lines, String box, String words) {
        if (!text.hidden().contains(box)) {
            lines.add(new Paragraph(text.label(box, words), "", 0, box));
            lines.add(new Paragraph("", number(box, counts.box(box)), 0, box));
        }
    }

    private static Paragraph words(String words) {
        return new Paragraph(words, "", 0);
    }

    private void item(List<Paragraph> lines, String box, String words) {
        if (!text.hidden().contains(box)) {
            lines.add(new Paragraph(text.label(box, words), number(box, counts.box(box)), ITEM, box));
        }
    }

    private void parts(List<Paragraph> lines, String box, Map<String, Long> parts, double indent) {
        parts.forEach(
                (name, n) -> lines.add(new Paragraph(name, number(box + "/" + name, n), indent, box + "/" + name)));
        text.unknown().stream()
                .filter(k -> k.startsWith(box + "/"))
                .forEach(k -> lines.add(new Paragraph(k.substring(box.length() + 1), number(k, 0), indent, k)));
    }

    private String number(String key, long n) {
        String shown = text.unknown().contains(key) ? "(n = xxx)" : Words.inBox(n);
        return text.byHand().containsKey(key) ? shown + Words.BY_HAND : shown;
    }
}
