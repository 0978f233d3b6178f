package org.winnow.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.winnow.model.Estimate;
import org.winnow.model.Stage;
import org.winnow.store.ModelCalls;
import org.winnow.store.ModelCalls.Call;
import org.winnow.store.ModelCalls.Use;
import org.winnow.store.Review;

/** What the record of questions says to the items of PRISMA-trAIce, by the names of the checklists' drafts. */
public final class Traice {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The tasks in which records are judged; in all others, passages are read. */
    private static final String SCREENING = "suggest";

    private static final String REPORT = "report";

    private final ResourceBundle wording = ResourceBundle.getBundle("org.winnow.llm.traice", Locale.ROOT);
    private final Review review;

    private Traice(Review review) {
        this.review = review;
    }

    /** Nothing where no language model was asked. */
    public static Map<String, String> drafts(Review review) {
        ModelCalls calls = review.auditTrail().modelCalls();
        List<Use> uses = calls.uses();
        return calls.newest()
                .map(newest -> new Traice(review).drafts(uses, newest))
                .orElse(Map.of());
    }

    private Map<String, String> drafts(List<Use> uses, Call newest) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("tool", say("tool", uses.getFirst().tool(), models(uses)));
        said.put(
                "automation",
                uses.stream()
                        .map(u -> say(
                                "purpose",
                                u.task(),
                                u.model(),
                                u.first().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                                u.last().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                                u.calls(),
                                u.failed()))
                        .collect(Collectors.joining(" ")));
        said.put(
                "toolInput",
                uses.stream()
                        .map(u -> input(u.task()))
                        .distinct()
                        .map(this::say)
                        .collect(Collectors.joining(" ")));
        said.put("toolOutput", say("output"));
        said.put("prompts", say("prompts", newest.task(), instruction(newest)));
        said.put(
                "oversight",
                say(
                        "oversight",
                        uses.stream().mapToLong(Use::calls).sum(),
                        uses.stream().mapToLong(Use::checked).sum(),
                        uses.stream().mapToLong(Use::right).sum()));
        said.put("ethics", ethics(uses));
        return said;
    }

    /**
     * How a model's suggestions agreed with what people had decided before it was asked.
     *
     * @param found share of the included that it would keep
     * @param spared share of the excluded that it would leave out
     */
    public static String evaluation(
            String model,
            Stage stage,
            long records,
            Optional<Estimate> kappa,
            long included,
            Optional<Estimate> found,
            long excluded,
            Optional<Estimate> spared) {
        ResourceBundle wording = ResourceBundle.getBundle("org.winnow.llm.traice", Locale.ROOT);
        MessageFormat sentence = new MessageFormat(wording.getString("evaluation"), Locale.ENGLISH);
        return sentence.format(new Object[] {
            model,
            records,
            figure(kappa),
            included,
            figure(found),
            excluded,
            figure(spared),
            wording.getString("stage." + stage.key())
        });
    }

    private static String figure(Optional<Estimate> figure) {
        return figure.map(e ->
                        String.format(Locale.ROOT, "%.2f (95 %% interval %.2f to %.2f)", e.value(), e.low(), e.high()))
                .orElse("undefined");
    }

    private static String input(String task) {
        if (!task.startsWith(SCREENING)) {
            return "input.passages";
        }
        return task.endsWith(REPORT) ? "input.reports" : "input.records";
    }

    private String models(List<Use> uses) {
        return uses.stream()
                .map(u -> say(
                        "tool.model",
                        u.model(),
                        u.version().isEmpty() ? "" : ", " + u.version() + ",",
                        u.address(),
                        Endpoint.isLocal(u.address()) ? wording.getString("tool.here") : ""))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String instruction(Call call) {
        try {
            return JSON.readTree(call.prompt()).at("/0/content").asText();
        } catch (JsonProcessingException e) {
            return call.prompt();
        }
    }

    private String ethics(List<Use> uses) {
        return uses.stream()
                .map(Use::address)
                .distinct()
                .map(a -> Endpoint.isLocal(a) ? say("ethics.local") : say("ethics.remote", a, leave(a)))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private String leave(String address) {
        return Consent.all(review).stream()
                .filter(c -> c.endpoint().address().equals(address))
                .map(Consent::by)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String say(String key, Object... values) {
        return new MessageFormat(wording.getString(key), Locale.ENGLISH).format(values);
    }
}
