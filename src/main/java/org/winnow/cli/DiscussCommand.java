package org.winnow.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.store.Discussions;
import org.winnow.store.Discussions.Remark;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "discuss",
        description = "What people say to each other about a record: read it, or say something.",
        mixinStandardHelpOptions = true)
final class DiscussCommand extends ReviewCommand {
    @Option(names = "--record", required = true, paramLabel = "RECORD", description = "its id, DOI or PMID")
    private String record;

    @Option(names = "--stage", defaultValue = "title-abstract", description = "title-abstract or full-text")
    private String stage;

    @Option(names = "--reviewer", paramLabel = "NAME", description = "who speaks")
    private @Nullable String reviewer;

    @Option(names = "--say", paramLabel = "TEXT", description = "the words")
    private @Nullable String words;

    DiscussCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        String said = words;
        String who = reviewer;
        if ((said == null) != (who == null)) {
            throw new UserException("To say something, give both --reviewer NAME and --say TEXT.");
        }
        Stage at = Stage.of(stage)
                .orElseThrow(
                        () -> new UserException("There is no stage " + stage + ". Say title-abstract or full-text."));
        try (Review review = opened(file, said != null)) {
            RecordId about = RecordKey.of(review, record);
            if (said != null && who != null) {
                review.write(Discussions.say(about, at, reviewer(review, who).id(), said));
            }
            Review seen = SeenBy.of(
                    review,
                    console,
                    who == null ? null : SeenBy.person(review, who).id());
            tell(seen.notes().discussions().on(about, at));
        }
        return Failure.DONE;
    }

    private void tell(List<Remark> remarks) {
        if (json) {
            console.json(
                    Map.of("remarks", remarks.stream().map(DiscussCommand::json).toList()));
        } else {
            remarks.forEach(r -> console.say(r.said() + "\t" + r.reviewer().name() + "\t" + r.text()));
        }
    }

    private static Map<String, Object> json(Remark remark) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", remark.id());
        map.put("reviewer", remark.reviewer().name());
        map.put("text", remark.text());
        map.put("at", remark.said().toString());
        map.put("edited", remark.edited());
        return map;
    }
}
