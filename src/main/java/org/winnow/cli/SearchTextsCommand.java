package org.winnow.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.store.Attachments.Hit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "search-texts",
        description = "Pages of the attached full texts on which all the words stand, the best first.",
        mixinStandardHelpOptions = true)
final class SearchTextsCommand extends ReviewCommand {
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "WORD", description = "words, or a phrase in quotes")
    private List<String> words = List.of();

    SearchTextsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return reading(review -> {
            List<Hit> hits = review.attachments().search(String.join(" ", words));
            if (json) {
                console.json(Map.of(
                        "hits", hits.stream().map(SearchTextsCommand::entry).toList()));
            } else {
                hits.forEach(h -> console.say("record " + h.record() + ", page " + h.page() + ": " + plain(h)));
                console.say(hits.size() + " pages.");
            }
            return Failure.DONE;
        });
    }

    private static Map<String, Object> entry(Hit hit) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("record", hit.record().value());
        entry.put("file", hit.sha256());
        entry.put("page", hit.page());
        entry.put("text", plain(hit));
        return entry;
    }

    private static String plain(Hit hit) {
        return hit.snippet().replaceAll("[\u0002\u0003]", "").replace('\n', ' ');
    }
}
