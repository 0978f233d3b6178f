package org.winnow.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.ArticleLinks;
import org.winnow.model.BibRecord;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.Reviewer;
import org.winnow.model.UserException;
import org.winnow.store.Retrievals;
import org.winnow.store.Retrievals.Said;
import org.winnow.store.Retrievals.Wanted;
import org.winnow.store.Review;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "retrieval",
        description = "Which full texts are sought, retrieved or could not be had, and where to get them.",
        mixinStandardHelpOptions = true)
final class RetrievalCommand extends ReviewCommand {
    /** One state, said of the records given. */
    static final class State {
        @Option(names = "--retrieved", paramLabel = "RECORD", arity = "1..*", description = "records that were had")
        private List<String> retrieved = List.of();

        @Option(names = "--not-retrieved", paramLabel = "RECORD", arity = "1..*", description = "that could not be had")
        private List<String> notRetrieved = List.of();

        @Option(names = "--sought", paramLabel = "RECORD", arity = "1..*", description = "that are sought again")
        private List<String> sought = List.of();
    }

    @ArgGroup(exclusive = true)
    private @Nullable State state;

    @Option(names = "--reviewer", paramLabel = "NAME", description = "who says so", defaultValue = "")
    private String reviewer = "";

    @Option(names = "--why", paramLabel = "TEXT", description = "why it could not be had")
    private String why = "";

    @Option(names = "--asked", paramLabel = "DATE", description = "when it was asked for: 2026-01-31")
    private @Nullable LocalDate asked;

    @Option(names = "--library", paramLabel = "URL", description = "OpenURL base of a library, for links")
    private String library = "";

    RetrievalCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        try (Review review = opened(file, state != null)) {
            if (state != null) {
                say(review, state.retrieved, Retrieval.RETRIEVED);
                say(review, state.notRetrieved, Retrieval.NOT_RETRIEVED);
                say(review, state.sought, Retrieval.SOUGHT);
            }
            Review seen = SeenBy.of(
                    review,
                    console,
                    review.reviewers().named(reviewer).map(Reviewer::id).orElse(null));
            List<Wanted> reports = seen.retrievals().wanted();
            if (json) {
                console.json(Map.of(
                        "reports", reports.stream().map(r -> entry(review, r)).toList()));
            } else {
                reports.forEach(
                        r -> console.say(r.record() + "\t" + r.said().state().key() + "\t"
                                + r.said().asked() + "\t" + r.said().why() + "\t" + r.title()));
            }
        }
        return Failure.DONE;
    }

    private void say(Review review, List<String> keys, Retrieval what) {
        if (keys.isEmpty()) {
            return;
        }
        if (reviewer.isBlank()) {
            throw new UserException("Say with --reviewer who says so.");
        }
        List<RecordId> records =
                keys.stream().map(key -> RecordKey.of(review, key)).toList();
        review.write(Retrievals.mark(
                records, reviewer(review, reviewer).id(), new Said(what, why, asked == null ? "" : asked.toString())));
    }

    private Map<String, Object> entry(Review review, Wanted report) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("record", report.record().value());
        entry.put("title", report.title());
        entry.put("state", report.said().state().key());
        entry.put("why", report.said().why());
        entry.put("asked", report.said().asked());
        entry.put("reviewer", report.reviewer());
        entry.put("files", report.files());
        BibRecord record = review.records().bib(report.record()).orElseThrow();
        ArticleLinks.doi(record).ifPresent(link -> entry.put("doi", link));
        ArticleLinks.pubmed(record).ifPresent(link -> entry.put("pubmed", link));
        ArticleLinks.library(library, record).ifPresent(link -> entry.put("library", link));
        return entry;
    }
}
