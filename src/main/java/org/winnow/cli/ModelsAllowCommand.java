package org.winnow.cli;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.llm.Consent;
import org.winnow.llm.Endpoint;
import org.winnow.llm.Sending;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "allow",
        description = "Let a language model be asked for this review: says what would be sent and where, and with --yes"
                + " lets it. Without that, nothing of a review is sent anywhere.",
        mixinStandardHelpOptions = true)
final class ModelsAllowCommand extends ReviewCommand {
    @Option(
            names = "--address",
            required = true,
            paramLabel = "URL",
            description = "where the model's server is, or a GGUF file")
    private String address = "";

    @Option(names = "--model", required = true, paramLabel = "NAME", description = "its name there")
    private String model = "";

    @Option(
            names = "--send",
            required = true,
            split = ",",
            paramLabel = "WHAT",
            description = "passages (questions and passages of the included papers), records (titles and abstracts),"
                    + " reports (titles, abstracts and passages of reports to be screened at full text)")
    private List<String> send = List.of();

    @Option(names = "--reviewer", required = true, paramLabel = "NAME", description = "who lets it")
    private String reviewer = "";

    @Option(names = "--per-minute", defaultValue = "0", paramLabel = "N", description = "questions a minute at most")
    private int perMinute;

    @Option(
            names = "--input-price",
            defaultValue = "0",
            paramLabel = "P",
            description = "of a million tokens that are sent, in your currency")
    private double inputPrice;

    @Option(
            names = "--output-price",
            defaultValue = "0",
            paramLabel = "P",
            description = "of a million tokens that come back")
    private double outputPrice;

    @Option(
            names = "--key-from",
            defaultValue = "",
            paramLabel = "VARIABLE",
            description = "the variable of the environment that holds the key; else the system's keyring")
    private String keyFrom = "";

    @Option(names = "--yes", description = "you have read what is sent, and let it be")
    private boolean yes;

    ModelsAllowCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        Set<Sending> what = EnumSet.noneOf(Sending.class);
        for (String word : send) {
            what.add(Sending.of(word.strip())
                    .orElseThrow(
                            () -> new UserException("--send " + word + " is none of passages, records and reports.")));
        }
        Endpoint to = new Endpoint(address, model, perMinute, inputPrice, outputPrice, keyFrom);
        try (Review review = opened(file, yes)) {
            if (yes) {
                Reviewer who = reviewer(review, reviewer);
                review.write(Consent.give(new Consent(to, what, who.name())));
            }
            tell(SeenBy.of(review, console, null), to, what);
        }
        return Failure.DONE;
    }

    private void tell(Review review, Endpoint to, Set<Sending> what) {
        long records = review.records().count(RecordQuery.at(Stage.TITLE_ABSTRACT));
        long reports = review.studies().included().size();
        long sought = review.records().count(RecordQuery.at(Stage.FULL_TEXT));
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("allowed", yes);
            document.put("address", to.address());
            document.put("model", to.model());
            document.put("local", to.isLocal());
            document.put("send", what.stream().map(Sending::key).toList());
            document.put("records", records);
            document.put("reports", reports);
            console.json(document);
            return;
        }
        console.say(
                to.isFile()
                        ? to.file() + " is run by this program itself: nothing leaves this computer."
                        : to.isLocal()
                                ? to.address()
                                        + " is on this computer: nothing leaves it, as long as the server there keeps it."
                                : to.address() + " is another computer: what is sent there leaves this one.");
        what.forEach(w -> console.say("Sent, question by question: " + w.words() + "; of "
                + switch (w) {
                    case PASSAGES -> reports + " included reports";
                    case RECORDS -> records + " records";
                    case REPORTS -> sought + " reports";
                }
                + "."));
        console.say("Never sent: verdicts, notes, names of people, files. Every question is written down: winnow models"
                + " calls.");
        console.say(
                yes
                        ? "Allowed. Take it back with: winnow models forbid."
                        : "Not allowed yet. See the very words with ask --show or suggest --show; allow it with --yes.");
    }
}
