package org.winnow.prisma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.winnow.document.Document;
import org.winnow.model.Stage;
import org.winnow.store.Standing.Depth;

/**
 * A draft of the paragraphs on searching and selection, with the numbers as they stand. It says what the data shows and
 * nothing else; what only people know stands in square brackets for them to fill in.
 */
public final class MethodsText {
    private final ReportFacts facts;
    private final Phrases phrases;

    MethodsText(ReportFacts facts, Phrases phrases) {
        this.facts = facts;
        this.phrases = phrases;
    }

    /** The draft in a language that there are sentences for, else in English. */
    public static Document of(ReportFacts facts, Locale language) {
        Phrases phrases = new Phrases(language);
        MethodsText text = new MethodsText(facts, phrases);
        List<Document.Block> blocks = new ArrayList<>();
        blocks.add(new Document.Text(phrases.of("methods.draft")));
        section(blocks, phrases.of("methods.search"), text.sources(), text.appendix());
        section(
                blocks,
                phrases.of("methods.selection"),
                text.deduplication(),
                text.selection(),
                text.criteria(),
                text.agreement(),
                text.automation());
        section(blocks, phrases.of("methods.results"), text.flow(), text.excluded(), text.included());
        return new Document(phrases.of("methods.title", facts.info().title()), blocks);
    }

    private static void section(List<Document.Block> blocks, String heading, String... paragraphs) {
        List<Document.Text> said = Stream.of(paragraphs)
                .filter(p -> !p.isEmpty())
                .map(Document.Text::new)
                .toList();
        if (!said.isEmpty()) {
            blocks.add(new Document.Heading(1, heading));
            blocks.addAll(said);
        }
    }

    String sources() {
        List<String> each = facts.searches().stream()
                .map(s -> {
                    String platform = s.said(SearchRecord.Field.PLATFORM);
                    String name = platform.isEmpty()
                            ? s.source().name()
                            : phrases.of("source.platform", s.source().name(), platform);
                    return s.source().searchDate().isEmpty()
                            ? phrases.of("source.undated", name)
                            : phrases.of("source.dated", name, s.source().searchDate());
                })
                .toList();
        return each.isEmpty() ? "" : phrases.of("sources", phrases.list(each));
    }

    private String appendix() {
        return facts.searches().stream().allMatch(s -> s.strategy().isEmpty()) ? "" : phrases.of("appendix");
    }

    String deduplication() {
        long all = facts.automaticDuplicates() + facts.otherDuplicates();
        return all == 0
                ? ""
                : phrases.of(
                        "deduplication", all, facts.automaticDuplicates(), facts.otherDuplicates(), facts.program());
    }

    String selection() {
        List<String> said = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            Depth depth = facts.depth().get(stage);
            long decided = depth.byOne() + depth.byMore();
            if (decided == 0) {
                continue;
            }
            String key = stage == Stage.TITLE_ABSTRACT ? "selection.titles" : "selection.texts";
            List<String> people = facts.people(stage);
            said.add(phrases.of(key, people.size(), decided));
            said.add(howMany(depth));
            if (depth.settled() > 0) {
                said.add(phrases.of("selection.settled", depth.settled()));
            }
        }
        if (!said.isEmpty()) {
            said.add(phrases.of("selection.program", facts.program()));
            if (facts.depth().values().stream().anyMatch(d -> d.byMore() > 0)) {
                said.add(phrases.of("selection.independence"));
            }
        }
        return String.join(" ", said);
    }

    private String howMany(Depth depth) {
        if (depth.byMore() == 0) {
            return phrases.of("selection.one");
        }
        return depth.byOne() == 0
                ? phrases.of("selection.two")
                : phrases.of("selection.more", depth.byMore(), depth.byOne());
    }

    String criteria() {
        return facts.criteria().isEmpty() ? "" : phrases.of("criteria", Drafts.reasons(facts.criteria()));
    }

    private String agreement() {
        List<String> each = facts.agreement().stream()
                .map(a -> phrases.of(
                        "agreement.pair",
                        a.first(),
                        a.second(),
                        percent(a.observed()),
                        a.records(),
                        phrases.of(a.stage() == Stage.TITLE_ABSTRACT ? "stage.titles" : "stage.texts"),
                        a.kappa() == null
                                ? phrases.of("agreement.undefined")
                                : String.format(Locale.ROOT, "%.2f", a.kappa())))
                .toList();
        return String.join(" ", each);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    /** Which models of this program put records in order, by name and version. */
    String tool() {
        String models = facts.rankings().stream()
                .map(use -> use.model() + " " + use.version())
                .distinct()
                .collect(Collectors.joining(", "));
        return models.isEmpty() ? "" : phrases.of("automation.tool", facts.program(), models);
    }

    String automation() {
        List<String> said = new ArrayList<>();
        facts.rankings()
                .forEach(use -> said.add(phrases.of(
                        use.stage() == Stage.TITLE_ABSTRACT ? "automation.ranked.titles" : "automation.ranked.texts",
                        use.model(),
                        use.version(),
                        use.seed(),
                        use.decisions(),
                        use.atRandom())));
        if (!said.isEmpty()) {
            said.add(phrases.of("automation.ranked.people"));
        }
        facts.stopped()
                .ifPresent(rule -> said.add(phrases.of(
                        "automation.stopped",
                        facts.counts().box("excluded_automatic"),
                        rule.isEmpty() ? phrases.of("automation.rule") : rule)));
        if (facts.counts().box("excluded_by_automation") > 0) {
            said.add(phrases.of(
                    "automation.excluded",
                    facts.counts().box("excluded_by_automation"),
                    facts.counts().box("excluded_by_human")));
        }
        return String.join(" ", said);
    }

    String flow() {
        FlowCounts c = facts.counts();
        long identified = c.box("database_results") + c.box("register_results");
        long others = c.others().values().stream().mapToLong(Long::longValue).sum();
        if (identified + others == 0) {
            return "";
        }
        List<String> said = new ArrayList<>();
        said.add(phrases.of(
                "flow.identified", identified, c.box("database_results"), c.box("register_results"), others));
        said.add(phrases.of("flow.removed", c.box("duplicates"), c.box("excluded_automatic"), c.box("excluded_other")));
        said.add(phrases.of("flow.screened", c.box("records_screened"), c.box("records_excluded")));
        said.add(phrases.of(
                "flow.sought",
                c.box("dbr_sought_reports"),
                c.box("dbr_notretrieved_reports"),
                c.box("dbr_assessed"),
                c.box("dbr_excluded")));
        if (others > 0) {
            said.add(phrases.of(
                    "flow.others",
                    c.box("other_sought_reports"),
                    c.box("other_notretrieved_reports"),
                    c.box("other_assessed"),
                    c.box("other_excluded")));
        }
        said.add(phrases.of("flow.included", c.box("new_studies"), c.box("new_reports")));
        if (facts.template().updated()) {
            said.add(phrases.of(
                    "flow.total", c.box("previous_studies"), c.box("total_studies"), c.box("total_reports")));
        }
        if (facts.open() > 0) {
            said.add(phrases.of("flow.open"));
        }
        return String.join(" ", said);
    }

    String excluded() {
        FlowCounts c = facts.counts();
        long excluded = c.box("dbr_excluded") + c.box("other_excluded");
        if (excluded == 0) {
            return "";
        }
        List<String> reasons = new ArrayList<>();
        Map<String, Long> all = new LinkedHashMap<>(c.reasons());
        c.otherReasons().forEach((r, n) -> all.merge(r, n, Long::sum));
        all.forEach((reason, n) -> reasons.add(phrases.of("excluded.reason", reason, n)));
        return phrases.of("excluded", excluded, phrases.list(reasons));
    }

    String included() {
        long studies = facts.counts().box(facts.template().updated() ? "total_studies" : "new_studies");
        long reports = facts.counts().box(facts.template().updated() ? "total_reports" : "new_reports");
        return reports == 0 ? "" : phrases.of("included", studies, reports);
    }
}
