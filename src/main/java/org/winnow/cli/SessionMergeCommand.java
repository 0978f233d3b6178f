package org.winnow.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.session.Merging;
import org.winnow.session.Pack;
import org.winnow.store.Merged;
import org.winnow.store.Review;
import org.winnow.store.Travelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "merge",
        description = "Take what a session brings: decisions, notes, tags. Conflicts become conflicts, nothing is"
                + " overwritten.",
        mixinStandardHelpOptions = true)
final class SessionMergeCommand extends ReviewCommand {
    @Parameters(
            index = "1",
            paramLabel = "FILE.winnow-session",
            description = "a session, or another file of the same review such as a conflicted copy")
    private Path session;

    @Option(names = "--dry-run", description = "only say what would come in")
    private boolean dryRun;

    @Mixin
    private PasswordOption password;

    @Mixin
    private SeenBy seenBy = new SeenBy();

    SessionMergeCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return writing(review -> {
            Merging merging =
                    new Merging(review, seenBy.quietly(review), SessionCommand.fullTexts(file), Clock.systemUTC());
            if (session.toString().endsWith(".winnow")) {
                try (Review copy = Review.openReadOnly(session)) {
                    tell(String.valueOf(session.getFileName()), dryRun ? merging.plan(copy) : merging.take(copy));
                    return Failure.DONE;
                }
            }
            try (Pack pack = Pack.open(session, password.password(), console.progress("Merge"))) {
                tell(pack.reviewer(), dryRun ? merging.plan(pack) : merging.take(pack));
                return Failure.DONE;
            }
        });
    }

    private void tell(String from, Merged merged) {
        if (json) {
            console.json(document(from, merged));
            return;
        }
        console.say(merged.added() + " new, " + merged.known() + " known already, from " + from + " about "
                + merged.records() + " records, " + merged.added(Travelling.RECORDS) + " of them new; "
                + merged.conflicts().size() + " new conflicts.");
        merged.conflicts()
                .forEach(c -> console.say("  conflict at " + c.stage().key() + ": " + c.record() + " " + c.title()));
        if (merged.disputed() > 0) {
            console.say(merged.disputed() + (merged.disputed() == 1 ? " pair" : " pairs")
                    + " of duplicates that somebody calls different while others bring them together; winnow merges lists"
                    + " them.");
        }
        if (merged.otherHistory()) {
            console.note(
                    "The audit trail of the file that " + from + " sends from is not the one that came before: a part"
                            + " of it was cut off or changed, or an older copy was put in its place. What came here earlier is"
                            + " still here. Ask " + from + " what happened, and for what was done since.");
        }
        if (merged.cutHere()) {
            console.note(
                    from + " has heard of an operation of " + file + " that its audit trail no longer holds: a part of"
                            + " it was cut off or changed since, or an older or conflicted copy was put in its place. What comes"
                            + " in is taken all the same; look for the newer file, and merge it too.");
        }
        if (merged.clockAheadMillis() > 0) {
            console.note("The clock of the other computer is " + span(Duration.ofMillis(merged.clockAheadMillis()))
                    + " ahead of this one. Nothing is lost by that; set the clocks right for readable times.");
        }
    }

    /** In the largest unit of which there are two or more. */
    private static String span(Duration time) {
        if (time.toDays() > 1) {
            return time.toDays() + " days";
        }
        if (time.toHours() > 1) {
            return time.toHours() + " hours";
        }
        return time.toMinutes() > 1 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
    }

    private static Map<String, Object> document(String from, Merged merged) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("from", from);
        document.put("records", merged.records());
        document.put("added", merged.added());
        document.put("known", merged.known());
        document.put("conflicts", merged.conflicts().size());
        Map<String, Long> parts = new LinkedHashMap<>();
        for (Travelling part : Travelling.values()) {
            parts.put(part.key(), merged.added(part));
        }
        document.put("new", parts);
        List<Map<String, Object>> conflicting = merged.conflicts().stream()
                .map(c -> Map.<String, Object>of(
                        "stage", c.stage().key(), "record", c.record().value(), "title", c.title()))
                .toList();
        document.put("conflicting", conflicting);
        document.put("disputed", merged.disputed());
        document.put("otherHistory", merged.otherHistory());
        document.put("cutHere", merged.cutHere());
        document.put("clockAheadSeconds", merged.clockAheadMillis() / 1000);
        return document;
    }
}
