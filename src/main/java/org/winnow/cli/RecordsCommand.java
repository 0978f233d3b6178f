package org.winnow.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.Exporting;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.UserException;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "records",
        description = "List records: without a stage all of them, duplicates included.",
        mixinStandardHelpOptions = true)
final class RecordsCommand extends ReviewCommand {
    @Option(names = "--stage", paramLabel = "STAGE", description = "only records that this stage is for")
    private @Nullable String stage;

    @Option(names = "--query", paramLabel = "WORDS", defaultValue = "", description = "only records with these words")
    private String query;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "",
            completionCandidates = Words.Writable.class,
            description = "json, ${COMPLETION-CANDIDATES}")
    private String format;

    @Option(names = "--mine", description = "with --stage and --reviewer: only what waits for that person")
    private boolean mine;

    @Mixin
    private SeenBy seenBy;

    RecordsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return reading(whole -> {
            Review review = seenBy.of(whole, console);
            RecordQuery asked = stage == null
                    ? RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL)
                    : RecordQuery.at(Words.stage(stage));
            asked = waiting(whole, asked).withText(query);
            if (json || format.equals("json")) {
                json(review, asked);
            } else if (!format.isEmpty()) {
                new Exporting(review).toStream(asked, Words.writable(format), console.out());
                console.out().flush();
            } else {
                list(review, asked);
            }
            return Failure.DONE;
        });
    }

    private RecordQuery waiting(Review review, RecordQuery asked) {
        Reviewer person = seenBy.person(review);
        if (!mine) {
            return asked;
        }
        if (person == null || asked.stage() == null) {
            throw new UserException("Say with --reviewer for whom the records wait, and with --stage at which stage.");
        }
        return review.team().mine(asked.withMine(person.id(), RecordQuery.Mine.UNDECIDED), person.id());
    }

    private void list(Review review, RecordQuery asked) {
        review.records()
                .forEachBib(
                        asked,
                        (id, record) -> console.say(
                                id + "\t" + (record.year() == null ? "    " : record.year()) + "\t" + record.title()));
    }

    private void json(Review review, RecordQuery asked) throws IOException {
        try (JsonGenerator out = console.generator();
                Stream<ScreenedRecord> records = review.records().screened(asked)) {
            RecordJson writer = new RecordJson(out);
            out.writeStartArray();
            for (Iterator<ScreenedRecord> all = records.iterator(); all.hasNext(); ) {
                one(all.next(), out, writer);
            }
            out.writeEndArray();
        }
        console.say("");
    }

    private static void one(ScreenedRecord r, JsonGenerator out, RecordJson writer) throws IOException {
        out.writeStartObject();
        out.writeNumberField("id", r.id().value());
        writer.fields(r.record());
        writer.text("source", r.source());
        RecordId keeper = r.duplicateOf();
        if (keeper == null) {
            out.writeNullField("duplicateOf");
        } else {
            out.writeNumberField("duplicateOf", keeper.value());
        }
        writer.text("titleAbstract", r.titleAbstract().key());
        writer.text("fullText", r.fullText().key());
        writer.text("reason", r.reason());
        writer.list("tags", r.tags());
        out.writeEndObject();
    }
}
