package org.winnow.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Table;
import org.winnow.document.Sheets;
import org.winnow.store.ModelCalls;
import org.winnow.store.ModelCalls.Call;
import org.winnow.store.ModelCalls.Check;
import org.winnow.store.Review;
import org.winnow.work.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "calls",
        description = "Every question that language models were asked for this review, as PRISMA-trAIce wants it told:"
                + " tool, version, date, prompt, parameters, hash of the input, output, who checked it.",
        mixinStandardHelpOptions = true)
final class ModelsCallsCommand extends ReviewCommand {
    @Option(names = "--out", paramLabel = "FILE.csv", description = "write them as a table")
    private @Nullable Path out;

    @Mixin
    private SeenBy seenBy = new SeenBy();

    ModelsCallsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return reading(whole -> {
            Review review = seenBy.of(whole, console);
            List<Map<String, Object>> calls = review.auditTrail().modelCalls().all().stream()
                    .map(c -> described(review, c))
                    .toList();
            if (out != null) {
                byte[] table = Sheets.csv(table(calls));
                WholeFile.write(out, table);
            }
            if (json) {
                console.json(calls);
            } else {
                calls.forEach(c ->
                        console.say(c.get("date") + "  " + c.get("id") + "  " + c.get("task") + "  " + c.get("model")
                                + (String.valueOf(c.get("trouble")).isEmpty() ? "" : "  " + c.get("trouble"))));
                console.say(calls.size() + " questions.");
            }
            return Failure.DONE;
        });
    }

    private static Map<String, Object> described(Review review, Call call) {
        ModelCalls all = review.auditTrail().modelCalls();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", call.uuid());
        one.put("date", call.at().toString());
        one.put("task", call.task());
        one.put("record", call.record() == null ? null : call.record().value());
        one.put("stage", call.stage() == null ? null : call.stage().key());
        one.put("leave_of", call.leaveOf());
        one.put("tool", call.tool());
        one.put("address", call.address());
        one.put("model", call.model());
        one.put("version", call.version());
        one.put("prompt", call.prompt());
        one.put("parameters", call.parameters());
        one.put("input_sha256", call.inputSha256());
        one.put("output", call.output());
        one.put("trouble", call.trouble());
        one.put("input_tokens", call.inputTokens());
        one.put("output_tokens", call.outputTokens());
        one.put("cost", call.cost());
        one.put("millis", call.millis());
        one.put(
                "checked",
                all.checks(String.valueOf(call.uuid())).stream()
                        .map(ModelsCallsCommand::described)
                        .toList());
        return one;
    }

    private static Map<String, Object> described(Check check) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("reviewer", check.reviewer());
        one.put("found", check.found());
        one.put("note", check.note());
        one.put("date", check.at().toString());
        return one;
    }

    private static Table table(List<Map<String, Object>> calls) {
        List<String> names = List.of(
                "id",
                "date",
                "task",
                "record",
                "stage",
                "leave_of",
                "tool",
                "address",
                "model",
                "version",
                "prompt",
                "parameters",
                "input_sha256",
                "output",
                "trouble",
                "input_tokens",
                "output_tokens",
                "cost",
                "checked");
        List<List<String>> rows = new ArrayList<>();
        for (Map<String, Object> call : calls) {
            rows.add(names.stream().map(n -> cell(call.get(n))).toList());
        }
        return Table.plain("", names.stream().map(n -> new Column(n, 1)).toList(), rows);
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof List<?> checks) {
            return checks.stream()
                    .map(c -> (Map<?, ?>) c)
                    .map(c -> c.get("reviewer") + ": " + c.get("found"))
                    .collect(Collectors.joining("; "));
        }
        return value == null ? "" : value.toString();
    }
}
