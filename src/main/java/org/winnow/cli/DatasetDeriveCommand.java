package org.winnow.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.winnow.dfllm.dataset.Derivation;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.Items;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "derive",
        description = "Draft items from the review's own record: decisions with their reasons, and marks in full texts"
                + " that have a comment, a tag or a criterion. What was drafted before is not drafted again.",
        mixinStandardHelpOptions = true)
final class DatasetDeriveCommand extends ReviewCommand {
    @Mixin
    private SeenBy seenBy = new SeenBy();

    DatasetDeriveCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return writing(whole -> {
            Review review = seenBy.of(whole, console);
            List<Item> drafts = Derivation.of(review, Instant.now());
            int fresh = review.write(Items.draft(drafts));
            if (json) {
                console.json(Map.of("derived", drafts.size(), "new", fresh));
            } else {
                console.say(fresh + " drafts are new; " + (drafts.size() - fresh) + " were known.");
            }
            return Failure.DONE;
        });
    }
}
