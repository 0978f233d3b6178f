package org.winnow.prisma;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.winnow.model.Criterion;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.prisma.SearchRecord.Field;
import org.winnow.store.PlanChange;

/** What a review's data can say to a checklist item. Where it holds nothing, it says nothing. */
final class Drafts {
    /** Begins the names of drafts that come from the records of a model's making. */
    private static final String MODEL = "model.";
    /** Begins the names under which the record of questions to language models has something to add. */
    private static final String LANGUAGE = "llm.";

    private final ReportFacts facts;
    private final Phrases phrases = new Phrases(Locale.ENGLISH);
    private final MethodsText methods;

    Drafts(ReportFacts facts) {
        this.facts = facts;
        this.methods = new MethodsText(facts, phrases);
    }

    /** The draft of that name; empty where the data has nothing to say. */
    String of(String name) {
        return Stream.of(ofData(name), facts.model().getOrDefault(LANGUAGE + name, ""))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String ofData(String name) {
        if (name.startsWith(MODEL)) {
            return facts.model().getOrDefault(name.substring(MODEL.length()), "");
        }
        return switch (name) {
            case "criteria" -> methods.criteria();
            case "sources", "dates" -> methods.sources();
            case "strategies" -> strategies();
            case "selection" -> methods.selection();
            case "flow" -> methods.flow();
            case "excluded" -> methods.excluded();
            case "included", "includedCount" -> methods.included();
            case "amendments" -> amendments();
            case "registration", "protocol", "support", "interests", "availability", "contacts" ->
                facts.about().getOrDefault(name, "");
            case "platforms" -> platforms();
            case "registers" -> kinds("draft.registers", k -> k == SourceKind.REGISTER);
            case "web" -> kinds("draft.web", k -> k == SourceKind.WEBSITE || k == SourceKind.ORGANISATION);
            case "citations" -> kinds("draft.citations", k -> k == SourceKind.CITATION);
            case "otherMethods" -> kinds("draft.other", k -> k == SourceKind.OTHER);
            case "limits" -> said(Field.LIMITS, "draft.said");
            case "filters" -> said(Field.FILTERS, "draft.said");
            case "priorWork" -> said(Field.PRIOR_WORK, "draft.said");
            case "updates" -> said(Field.UPDATES, "draft.said");
            case "peerReview" -> said(Field.PEER_REVIEW, "draft.said");
            case "totals" -> totals();
            case "deduplication" -> methods.deduplication();
            case "automation", "automationFlow" -> methods.automation();
            case "tool" -> methods.tool();
            case "toolInput" -> facts.rankings().isEmpty() ? "" : phrases.of("automation.input");
            case "toolOutput" -> facts.rankings().isEmpty() ? "" : phrases.of("automation.output");
            case "people" -> people();
            default -> facts.versions().isEmpty() ? "" : ofVersions(name);
        };
    }

    /** What only a living review has. */
    private String ofVersions(String name) {
        return switch (name) {
            case "version" -> phrases.of("draft.version", facts.versions().size() + 1);
            case "previousVersion" ->
                phrases.of("draft.previous", facts.versions().getLast().name());
            case "trigger" -> facts.versions().getLast().note();
            case "versionsFlow" ->
                phrases.of("draft.versionsFlow", facts.versions().size());
            case "added" ->
                !facts.template().updated()
                        ? ""
                        : phrases.of(
                                "draft.added",
                                facts.counts().box("new_studies"),
                                facts.counts().box("new_reports"));
            case "flipped" -> flipped();
            default -> "";
        };
    }

    private String strategies() {
        long documented =
                facts.searches().stream().filter(s -> !s.strategy().isEmpty()).count();
        return documented == 0
                ? ""
                : phrases.of("draft.strategies", documented, facts.searches().size());
    }

    private String platforms() {
        List<String> names = facts.searches().stream()
                .filter(s -> s.source().kind() == SourceKind.DATABASE)
                .map(s -> s.said(Field.PLATFORM).isEmpty()
                        ? phrases.of("draft.noPlatform", s.source().name())
                        : phrases.of("source.platform", s.source().name(), s.said(Field.PLATFORM)))
                .toList();
        return names.isEmpty() ? "" : phrases.of("draft.databases", phrases.list(names));
    }

    private String said(Field field, String key) {
        return facts.searches().stream()
                .filter(s -> !s.said(field).isEmpty())
                .map(s -> phrases.of(key, s.source().name(), s.said(field)))
                .collect(Collectors.joining(" "));
    }

    private String kinds(String key, Predicate<SourceKind> kind) {
        List<String> names = facts.searches().stream()
                .filter(s -> kind.test(s.source().kind()))
                .map(s -> s.source().name())
                .toList();
        return names.isEmpty() ? "" : phrases.of(key, phrases.list(names));
    }

    private String totals() {
        List<String> each = facts.searches().stream()
                .map(s -> phrases.of("draft.total", s.source().name(), s.records()))
                .toList();
        return each.isEmpty() ? "" : phrases.of("draft.totals", phrases.list(each));
    }

    private String flipped() {
        List<String> said = facts.counts().warnings().stream()
                .filter(w -> w.contains("previous version"))
                .toList();
        return facts.template().updated() ? String.join(" ", said) : "";
    }

    /** What people wrote of changes, and after it what the data shows to have been changed. */
    private String amendments() {
        List<String> said = new ArrayList<>();
        said.add(facts.about().getOrDefault("amendments", ""));
        facts.planChanges().forEach(change -> said.add(changed(change)));
        if (!facts.planChanges().isEmpty()) {
            said.add(phrases.of("changed.why"));
        }
        return String.join(" ", said).strip();
    }

    private String changed(PlanChange change) {
        String day = LocalDate.ofInstant(change.at(), ZoneOffset.UTC).toString();
        return switch (change.what()) {
            case REASON_ADDED -> phrases.of("changed.reasonAdded", change.about(), day);
            case REASON_RETIRED -> phrases.of("changed.reasonRetired", change.about(), day);
            case LOOKED_AGAIN -> phrases.of("changed.lookedAgain", change.about(), day);
            case SCREENERS ->
                phrases.of(
                        "changed.screeners",
                        day,
                        change.count(),
                        phrases.of(change.about().equals(Stage.FULL_TEXT.key()) ? "stage.texts" : "stage.titles"),
                        change.share());
        };
    }

    private String people() {
        List<String> names = new ArrayList<>(facts.people(Stage.TITLE_ABSTRACT));
        facts.people(Stage.FULL_TEXT).stream().filter(n -> !names.contains(n)).forEach(names::add);
        return names.isEmpty() ? "" : phrases.of("draft.people", phrases.list(names));
    }

    static String reasons(List<Criterion> criteria) {
        return criteria.stream().map(Criterion::label).collect(Collectors.joining("; "));
    }
}
