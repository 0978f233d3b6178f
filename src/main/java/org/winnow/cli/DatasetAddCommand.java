package org.winnow.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Label;
import org.winnow.dfllm.dataset.Evidence;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.Items;
import org.winnow.dfllm.dataset.Level;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.UserException;
import org.winnow.papers.PlacedQuotes;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "add",
        description = "Write an item: a question with its answer, and the words of the report that it rests on.",
        mixinStandardHelpOptions = true)
final class DatasetAddCommand extends ReviewCommand {
    @Option(names = "--reviewer", required = true, paramLabel = "NAME", description = "who writes it")
    private String reviewer = "";

    @Option(names = "--question", required = true, paramLabel = "TEXT", description = "in quotation marks")
    private String question = "";

    @Option(names = "--answer", required = true, paramLabel = "TEXT", description = "in quotation marks")
    private String answer = "";

    @Option(
            names = "--report",
            paramLabel = "RECORD",
            description = "the report it is about, by number, DOI or PubMed id; none for the review as a whole")
    private @Nullable String report;

    @Option(
            names = "--quote",
            paramLabel = "TEXT",
            description = "words of the report that say so; they are looked up in its full text")
    private String quote = "";

    @Option(
            names = "--same-as",
            paramLabel = "ID",
            description = "an item that asks the same in other words; the two are never divided")
    private @Nullable String sameAs;

    @Option(
            names = "--label",
            paramLabel = "LABEL",
            description = "how the answer stands to the report: supported, refuted or \"not enough information\"")
    private @Nullable String label;

    DatasetAddCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        if (question.isBlank() || answer.isBlank()) {
            throw new UserException("--question and --answer need words.");
        }
        return writing(review -> {
            Item other = sameAs == null ? null : Items.of(review).get(sameAs);
            if (sameAs != null && other == null) {
                throw new UserException("There is no item " + sameAs + ". See winnow dataset list.");
            }
            Reviewer author = reviewer(review, reviewer);
            Item item = Item.written(
                    report == null ? Level.REVIEW : quote.isBlank() ? Level.PAPER : Level.SECTION,
                    question,
                    answer,
                    other,
                    label == null ? null : label(label),
                    report == null ? List.of() : List.of(evidence(review, report)),
                    author.name(),
                    Instant.now());
            review.write(Items.put(List.of(item)).by(author.id()));
            if (json) {
                console.json(Map.of("id", item.id()));
            } else {
                console.say("Written as item " + item.id() + ".");
            }
            return Failure.DONE;
        });
    }

    private static Label label(String word) {
        return Label.of(word)
                .orElseThrow(() -> new UserException(
                        "--label is \"" + word + "\"; it must be supported, refuted or \"not enough information\"."));
    }

    private Evidence evidence(Review review, String key) {
        RecordId record = RecordKey.of(review, key);
        String uuid = review.records().uuids().getOrDefault(record, "");
        if (quote.isBlank()) {
            return Evidence.report(uuid);
        }
        return new PlacedQuotes(review, cache())
                .of(record, quote)
                .orElseThrow(() -> new UserException("No full text of record " + record + " has the words \"" + quote
                        + "\". Copy them from the page, or leave --quote out for the report as a whole."));
    }
}
