package org.winnow.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Label;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.Items;
import org.winnow.dfllm.dataset.Reports;
import org.winnow.dfllm.dataset.State;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "List the items and what people have said of them.",
        mixinStandardHelpOptions = true)
final class DatasetListCommand extends ReviewCommand {
    @Option(names = "--state", paramLabel = "STATE", description = "only these: ${COMPLETION-CANDIDATES}")
    private @Nullable State state;

    @Mixin
    private SeenBy seenBy = new SeenBy();

    DatasetListCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return reading(review -> {
            Review seen = seenBy.of(review, console);
            Reports reports = new Reports(seen);
            List<Item> items = Items.of(seen).values().stream()
                    .filter(i -> state == null || i.state() == state)
                    .toList();
            if (json) {
                console.json(items.stream().map(i -> json(i, reports)).toList());
            } else {
                items.forEach(i -> {
                    console.say(i.id() + "  " + i.state().key() + (i.by().isEmpty() ? "" : " (" + i.by() + ")"));
                    console.say("  " + i.question());
                    console.say("  " + i.answer() + " " + reports.provenance(i));
                });
                console.say(items.size() + " items.");
            }
            return Failure.DONE;
        });
    }

    private static Map<String, Object> json(Item item, Reports reports) {
        Label label = item.label();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", item.id());
        one.put("level", item.level().key());
        one.put("question", item.question());
        one.put("answer", item.answer());
        one.put("group", item.group());
        one.put("label", label == null ? "" : label.key());
        one.put("marks", reports.provenance(item));
        one.put("provenance", item.provenance().key());
        one.put("how", item.how());
        one.put("author", item.author());
        one.put("state", item.state().key());
        one.put("by", item.by());
        one.put("at", item.at().toString());
        return one;
    }
}
