package org.winnow.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Label;
import org.winnow.dfllm.ask.Share;
import org.winnow.dfllm.judge.Judgements;
import org.winnow.dfllm.judge.Judgements.Pair;
import org.winnow.model.Estimate;

/** How people judged the answers of a run, told. */
final class JudgedAnswers {
    private final Console console;

    JudgedAnswers(Console console) {
        this.console = console;
    }

    void tell(Judgements judgements, boolean json) {
        if (json) {
            console.json(document(judgements));
            return;
        }
        if (judgements.byPerson().isEmpty()) {
            console.say("Nobody has judged these " + judgements.answers().size() + " answers yet.");
        }
        judgements.byPerson().keySet().forEach(person -> {
            console.say(person + ": answers the question " + words(judgements.share(person, Label.SUPPORTED))
                    + ", answers it wrongly " + words(judgements.share(person, Label.REFUTED)));
            console.say("  the score of the run says the same: " + words(judgements.asScored(person)));
        });
        judgements
                .pairs()
                .forEach(pair -> console.say(pair.first() + " and " + pair.second() + " say the same: "
                        + words(pair.same()) + ", Cohen's kappa " + words(pair.kappa())));
    }

    private static Map<String, Object> document(Judgements judgements) {
        List<Map<String, Object>> people = judgements.byPerson().keySet().stream()
                .map(person -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("person", person);
                    for (Label label : Label.values()) {
                        one.put(label.key(), judgements.share(person, label).json());
                    }
                    one.put("as_scored", judgements.asScored(person).json());
                    return one;
                })
                .toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("answers", judgements.answers().size());
        document.put("people", people);
        document.put(
                "pairs", judgements.pairs().stream().map(JudgedAnswers::pair).toList());
        return document;
    }

    private static Map<String, Object> pair(Pair pair) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("first", pair.first());
        one.put("second", pair.second());
        one.put("same", pair.same().json());
        Estimate kappa = pair.kappa();
        one.put("kappa", kappa == null ? null : kappa.value());
        one.put("kappa_low", kappa == null ? null : kappa.low());
        one.put("kappa_high", kappa == null ? null : kappa.high());
        return one;
    }

    private static String words(Share share) {
        return String.format(
                Locale.ROOT,
                "%d of %d (%.3f, 95 %% interval %.3f to %.3f)",
                share.of(),
                share.all(),
                share.value(),
                share.low(),
                share.high());
    }

    private static String words(@Nullable Estimate kappa) {
        return kappa == null
                ? "not defined"
                : String.format(
                        Locale.ROOT, "%.2f (95 %% interval %.2f to %.2f)", kappa.value(), kappa.low(), kappa.high());
    }
}
