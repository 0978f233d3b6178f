package org.winnow.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.llm.Consent;
import org.winnow.llm.Keys;
import org.winnow.llm.LanguageModel;
import org.winnow.llm.Patience;
import org.winnow.llm.Request;
import org.winnow.model.Estimate;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.papers.ScreenedTexts;
import org.winnow.screening.advice.AdviceMeasure;
import org.winnow.screening.advice.AdviceRule;
import org.winnow.screening.advice.Advising;
import org.winnow.screening.advice.Shown;
import org.winnow.store.Advices.Advice;
import org.winnow.store.Advices.OfRecord;
import org.winnow.store.Advices.Place;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "suggest",
        description = "Have a language model suggest, reason by reason and with quotes, what of a record speaks for its"
                + " exclusion: first measured against what people have decided, then asked of what nobody has, and shown to"
                + " people as the team sets. It never writes a verdict.",
        mixinStandardHelpOptions = true)
final class SuggestCommand extends ReviewCommand {
    @Option(
            names = "--stage",
            defaultValue = "title-abstract",
            paramLabel = "STAGE",
            description =
                    "title-abstract, where titles and abstracts are what it is given, or full-text, where passages"
                            + " of the report are, too")
    private String at = "";

    @Option(
            names = "--model",
            defaultValue = "",
            paramLabel = "NAME",
            description = "the language model, where the review lets several be asked of records")
    private String model = "";

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "measure it on N records, drawn at random from the decided")
    private @Nullable Integer sample;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "of the draw (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--next", paramLabel = "N", description = "ask it of the next N records that nobody has decided")
    private @Nullable Integer next;

    @Option(names = "--show", description = "print what would be sent of a record, word for word; send nothing")
    private boolean show;

    @Option(
            names = "--shown",
            paramLabel = "WHEN",
            description = "the team's rule: people see suggestions never, after their own verdict, or before")
    private @Nullable String shown;

    @Option(
            names = "--needs",
            paramLabel = "N",
            description = "the team's rule: on how many records it has to be measured first")
    private @Nullable Integer needs;

    @Option(names = "--reviewer", paramLabel = "NAME", description = "who makes the rule")
    private @Nullable String reviewer;

    SuggestCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        boolean writes = sample != null || next != null || shown != null || needs != null;
        try (Review whole = opened(file, writes && !show)) {
            if (!show && (shown != null || needs != null)) {
                rule(whole);
            }
            Review review = SeenBy.of(whole, console, null);
            if (show) {
                return shown(review);
            }
            if (sample != null || next != null) {
                ask(review);
            }
            tell(review);
            return Failure.DONE;
        }
    }

    private Stage stage() {
        return Words.stage(at);
    }

    private int shown(Review review) {
        Request request = Advising.example(
                        review, stage(), new ScreenedTexts(review, cache()), console.progress("Reading the report"))
                .orElseThrow(() -> new UserException(
                        "There is nothing at this stage that a model could be asked of. Import records, or attach full"
                                + " texts."));
        if (json) {
            console.json(Map.of("would_be_sent", List.of(request.messages())));
        } else {
            console.say(request.messages());
            console.note("Nothing was sent.");
        }
        return Failure.DONE;
    }

    private void rule(Review review) {
        if (reviewer == null) {
            throw new UserException("Say with --reviewer NAME who makes the rule.");
        }
        Reviewer who = reviewer(review, reviewer);
        AdviceRule before = AdviceRule.of(review, stage());
        Shown when = shown == null
                ? before.shown()
                : Shown.of(shown)
                        .orElseThrow(() -> new UserException("--shown " + shown + " is none of never, after, before."));
        review.write(new AdviceRule(when, needs == null ? before.sample() : needs).put(stage(), who.id()));
    }

    private void ask(Review review) {
        Consent consent = Consent.of(review, model, Advising.sends(stage()));
        try (LanguageModel asked =
                new LanguageModel(review, consent, Keys.of(consent.endpoint(), System.getenv()), Patience.USUAL)) {
            Advising advising = new Advising(review, stage(), asked, new ScreenedTexts(review, cache()));
            if (sample != null) {
                advising.measure(sample, seed, console.progress("Measuring"));
            }
            if (next != null) {
                advising.next(next, console.progress("Asking"));
            }
        }
    }

    private void tell(Review review) {
        AdviceRule rule = AdviceRule.of(review, stage());
        List<OfRecord> all = review.auditTrail().advices().at(stage()).stream()
                .filter(a -> model.isEmpty() || a.model().equals(model))
                .toList();
        Map<String, AdviceMeasure> measures = new LinkedHashMap<>();
        all.stream()
                .map(OfRecord::model)
                .distinct()
                .forEach(m -> measures.put(m, AdviceMeasure.of(review, stage(), m)));
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("stage", stage().key());
            document.put("shown", rule.shown().key());
            document.put("needs", rule.sample());
            Map<String, Object> measured = new LinkedHashMap<>();
            measures.forEach((name, m) -> measured.put(name, json(m, rule)));
            document.put("measured", measured);
            document.put("suggestions", all.stream().map(SuggestCommand::json).toList());
            console.json(document);
            return;
        }
        console.say("Suggestions are shown: " + rule.shown().key() + "; a model is measured on " + rule.sample()
                + " records first.");
        measures.forEach(
                (name, m) -> console.say(name + ": measured on " + m.agreement().records() + " records, kappa "
                        + words(m.agreement().kappa()) + ", of " + m.included() + " included it keeps "
                        + words(m.found()) + ", of "
                        + m.excluded() + " excluded it leaves out " + words(m.spared()) + "."));
        console.say(all.size() + " records have suggestions.");
    }

    private static String words(Optional<Estimate> share) {
        return share.map(e -> String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", e.value(), e.low(), e.high()))
                .orElse("undefined");
    }

    private static Map<String, Object> json(AdviceMeasure measure, AdviceRule rule) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("records", measure.agreement().records());
        one.put("suffices", measure.suffices(rule));
        one.put("agreement", json(measure.agreement().observed()));
        one.put("kappa", json(measure.agreement().kappa()));
        one.put("ac1", json(measure.agreement().ac1()));
        one.put("included", measure.included());
        one.put("included_kept", json(measure.found()));
        one.put("excluded", measure.excluded());
        one.put("excluded_left_out", json(measure.spared()));
        return one;
    }

    private static @Nullable Map<String, Object> json(Optional<Estimate> estimate) {
        if (estimate.isEmpty()) {
            return null;
        }
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("value", estimate.get().value());
        one.put("low", estimate.get().low());
        one.put("high", estimate.get().high());
        return one;
    }

    private static Map<String, Object> json(OfRecord of) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("record", of.record().value());
        one.put("model", of.model());
        one.put("version", of.version());
        one.put("call", of.call());
        one.put("excludes", of.excludes());
        one.put("reasons", of.advice().stream().map(SuggestCommand::json).toList());
        return one;
    }

    private static Map<String, Object> json(Advice advice) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("reason", advice.criterion().label());
        one.put("applies", advice.applies());
        one.put("quote", advice.quote());
        one.put("quote_stands", advice.stands());
        one.put("confidence", advice.confidence());
        Place place = advice.place();
        if (place != null) {
            one.put("file_sha256", place.sha256());
            one.put("page", place.page());
        }
        return one;
    }
}
