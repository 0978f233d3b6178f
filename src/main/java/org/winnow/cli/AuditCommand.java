package org.winnow.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.document.Documents;
import org.winnow.document.Sheets;
import org.winnow.model.RecordId;
import org.winnow.model.UserException;
import org.winnow.report.AuditTable;
import org.winnow.report.RecordLife;
import org.winnow.store.AuditTrail.Event;
import org.winnow.store.Review;
import org.winnow.work.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        description = "Who did what when, for the whole review or in the life of one record.",
        mixinStandardHelpOptions = true)
final class AuditCommand extends ReviewCommand {
    @Option(
            names = "--record",
            paramLabel = "RECORD",
            description = "only the life of this record: its id, DOI or PMID")
    private @Nullable String record;

    @Option(names = "--search", paramLabel = "TEXT", defaultValue = "", description = "only what contains this text")
    private String search;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "write a table (.csv) instead of printing; with --record also a report of its life (.docx, .pdf, .html, .md, .tex)")
    private @Nullable Path out;

    @Mixin
    private SeenBy seenBy;

    AuditCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return reading(review -> {
            Review seen = seenBy.of(review, console);
            tell(seen, events(seen));
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
        if (String.join("\n", AuditTable.cells(event)).toLowerCase(Locale.ROOT).contains(wanted)) {
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

    private void tell(Review review, List<Event> events) {
        Path file = out;
        if (file != null) {
            byte[] content = content(review, events, file);
            WholeFile.write(file, to -> {
                to.write(content);
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
            events.forEach(
                    e -> console.say(String.join("\t", AuditTable.cells(e).subList(0, AuditTable.COLUMNS.size() - 1))));
        } else {
            console.say(events.size() + " lines written to " + file + ".");
        }
    }

    /** A table, or the life of one record as a report. */
    private byte[] content(Review review, List<Event> events, Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (record == null || !Documents.FORMATS.contains(ending)) {
            if (!ending.equals("csv")) {
                throw new UserException("A trail is written as .csv, and with --record a life as ."
                        + String.join(", .", Documents.FORMATS) + " too. " + name + " is none of them.");
            }
            return Sheets.csv(AuditTable.of(events));
        }
        return Documents.bytes(RecordLife.of(review, one(review, record)), ending)
                .orElseThrow();
    }

    private static Map<String, String> json(Event event) {
        Map<String, String> map = new LinkedHashMap<>();
        List<String> cells = AuditTable.cells(event);
        for (int i = 0; i < AuditTable.COLUMNS.size(); i++) {
            map.put(AuditTable.COLUMNS.get(i), cells.get(i));
        }
        return map;
    }
}
