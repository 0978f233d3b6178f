package org.winnow.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Table;
import org.winnow.document.Sheets;
import org.winnow.exchange.WholeFile;
import org.winnow.model.RecordId;
import org.winnow.model.UserException;
import org.winnow.store.AuditTrail.Event;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        description = "Who did what when, for the whole review or in the life of one record.",
        mixinStandardHelpOptions = true)
final class AuditCommand extends ReviewCommand {
    private static final List<String> COLUMNS =
            List.of("number", "time", "operation", "direction", "reviewer", "record", "what", "hash");

    @Option(
            names = "--record",
            paramLabel = "RECORD",
            description = "only the life of this record: its id, DOI or PMID")
    private @Nullable String record;

    @Option(names = "--search", paramLabel = "TEXT", defaultValue = "", description = "only what contains this text")
    private String search;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "write a table instead of printing")
    private @Nullable Path out;

    @Mixin
    private SeenBy seenBy;

    AuditCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return reading(review -> {
            tell(events(seenBy.of(review)));
            return Failure.DONE;
        });
    }

    private List<Event> events(Review review) {
        List<Event> events = new ArrayList<>();
        String wanted = search.toLowerCase(Locale.ROOT);
        if (record == null) {
            review.auditTrail().events(e -> add(e, wanted, events));
        } else {
            review.auditTrail().life(one(review, record), e -> add(e, wanted, events));
        }
        return events;
    }

    private static void add(Event event, String wanted, List<Event> events) {
        if (String.join("\n", cells(event)).toLowerCase(Locale.ROOT).contains(wanted)) {
            events.add(event);
        }
    }

    /** A duplicate has a life of its own, so that its number means itself. */
    private static RecordId one(Review review, String key) {
        if (key.matches("\\d{1,17}")) {
            RecordId id = new RecordId(Long.parseLong(key));
            if (review.records().bib(id).isPresent()) {
                return id;
            }
        }
        List<RecordId> found = review.records().find(key);
        if (found.size() != 1) {
            throw new UserException(
                    found.isEmpty()
                            ? "No record of this review has the id, DOI or PubMed id " + key + ". Check it."
                            : "Several records have " + key + ": " + found + ". Name one by its id.");
        }
        return found.get(0);
    }

    private static List<String> cells(Event e) {
        RecordId about = e.record();
        return List.of(
                Long.toString(e.number()),
                e.at().toString(),
                e.operation(),
                e.direction(),
                e.reviewer(),
                about == null ? "" : about.toString(),
                e.what(),
                e.hash());
    }

    private void tell(List<Event> events) {
        Path file = out;
        if (file != null) {
            Table table = Table.plain(
                    "",
                    COLUMNS.stream().map(c -> new Column(c, 1)).toList(),
                    events.stream().map(AuditCommand::cells).toList());
            WholeFile.write(file, to -> {
                to.write(Sheets.csv(table));
                return events.size();
            });
        }
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put(
                    "events",
                    file == null ? events.stream().map(AuditCommand::json).toList() : events.size());
            console.json(document);
        } else if (file == null) {
            events.forEach(e -> console.say(String.join("\t", cells(e).subList(0, COLUMNS.size() - 1))));
        } else {
            console.say(events.size() + " lines written to " + file + ".");
        }
    }

    private static Map<String, String> json(Event event) {
        Map<String, String> map = new LinkedHashMap<>();
        List<String> cells = cells(event);
        for (int i = 0; i < COLUMNS.size(); i++) {
            map.put(COLUMNS.get(i), cells.get(i));
        }
        return map;
    }
}
