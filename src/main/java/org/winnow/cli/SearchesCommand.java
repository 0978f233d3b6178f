package org.winnow.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.model.UserException;
import org.winnow.prisma.ReportFile;
import org.winnow.prisma.SearchAppendix;
import org.winnow.prisma.SearchRecord;
import org.winnow.prisma.SearchRecord.Field;
import org.winnow.store.Op;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "searches",
        description = "Write down how each source was searched (PRISMA-S), and write the appendix.",
        mixinStandardHelpOptions = true)
final class SearchesCommand extends ReviewCommand {
    @Option(names = "--source", paramLabel = "NAME", description = "the source that --set speaks of")
    private @Nullable String source;

    @Option(
            names = "--set",
            paramLabel = "FIELD=TEXT",
            description = "platform, coverage, strategy (a line each; hits after a bar), limits, filters, prior-work,"
                    + " updates or peer-review; may be repeated")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "FILE", description = "FILE.docx, .pdf, .html, .md or .tex; may be repeated")
    private List<Path> out = new ArrayList<>();

    SearchesCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        try (Review review = opened(file, !set.isEmpty())) {
            if (!set.isEmpty()) {
                review.write(Op.together("search", statements(review)));
            }
            List<SearchRecord> searches = SearchRecord.all(review);
            out.forEach(target -> ReportFile.write(SearchAppendix.of(searches), target));
            if (json) {
                console.json(Map.of(
                        "searches", searches.stream().map(SearchesCommand::json).toList()));
            } else {
                searches.forEach(s -> console.say(s.source().name() + ": " + s.records() + " records, "
                        + s.strategy().size() + " lines of strategy"));
                out.forEach(target -> console.say("Written to " + target + "."));
            }
        }
        return Failure.DONE;
    }

    private List<Op<Void>> statements(Review review) {
        SearchRecord search = SearchRecord.all(review).stream()
                .filter(s -> s.source().name().equalsIgnoreCase(source == null ? "" : source))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "Name one of the review's sources with --source; there is none called \"" + source + "\"."));
        List<Op<Void>> ops = new ArrayList<>();
        set.forEach((field, words) -> ops.add(search.say(field(field), words)));
        return ops;
    }

    private static Field field(String word) {
        try {
            return Field.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    "A search has no \"" + word + "\": write platform, coverage, strategy, limits,"
                            + " filters, prior-work, updates or peer-review.",
                    e);
        }
    }

    private static Map<String, Object> json(SearchRecord search) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("source", search.source().name());
        map.put("kind", search.source().kind().key());
        map.put("date", search.source().searchDate());
        map.put("records", search.records());
        search.said().forEach((f, words) -> map.put(f.name().toLowerCase(Locale.ROOT), words));
        map.put("lines", search.strategy());
        return map;
    }
}
