package org.winnow.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.winnow.dedup.DuplicateSearch;
import org.winnow.dedup.Result;
import org.winnow.fulltext.Snowballing;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "snowball",
        description = "Take what the included reports cite into the review, and compare it with what is there.",
        mixinStandardHelpOptions = true)
final class SnowballCommand extends ReviewCommand {
    @Mixin
    private SeenBy seenBy = new SeenBy();

    SnowballCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return writing(whole -> {
            Review review = seenBy.of(whole, console);
            Snowballing.Report report = new Snowballing(review).run(console.progress("Reading references"));
            long before = duplicates(whole);
            Result compared = new DuplicateSearch(whole).run(console.progress("Comparing"));
            long duplicates = duplicates(whole) - before;
            report.trouble().forEach(console::note);
            if (report.reports() == 0 && report.trouble().isEmpty()) {
                console.note("No report is included at full text yet.");
            }
            report.unread().forEach(entry -> console.note("No title can be told in: " + entry));
            if (json) {
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("reports", report.reports());
                document.put("references", report.references());
                document.put("imported", report.imported());
                document.put("duplicates", duplicates);
                document.put("toReview", compared.toReview().size());
                document.put("unread", report.unread());
                document.put("trouble", report.trouble());
                console.json(document);
            } else {
                console.say(report.references() + " references of " + report.reports() + " included reports: "
                        + report.imported() + " new records; " + duplicates + " duplicates merged, "
                        + compared.toReview().size() + " doubtful pairs to look at.");
            }
            return Failure.DONE;
        });
    }

    private static long duplicates(Review review) {
        return review.records().count(RecordQuery.everything().withDuplicates(RecordQuery.Group.DUPLICATES));
    }
}
