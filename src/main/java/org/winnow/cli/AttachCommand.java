package org.winnow.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.Attaching;
import org.winnow.fulltext.Ocr;
import org.winnow.fulltext.annotation.MarkedFiles;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.UserException;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "attach",
        description = "Match PDFs to their records by what they say, and attach those that are certain.",
        mixinStandardHelpOptions = true)
final class AttachCommand extends ReviewCommand {
    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PDF-OR-FOLDER",
            description = "files, and folders of them")
    private List<Path> files = List.of();

    @Option(
            names = "--to",
            paramLabel = "RECORD",
            description = "the record (id, DOI or PubMed id) of the one file given, chosen by you")
    private @Nullable String to;

    @Option(
            names = "--reviewer",
            paramLabel = "NAME",
            description =
                    "who brings them: the reports count as retrieved then, and annotations in the PDFs are taken in")
    private @Nullable String reviewer;

    @Option(
            names = "--ocr-languages",
            paramLabel = "eng+deu",
            description = "languages of scanned pages, for the Tesseract of this computer")
    private String languages = "";

    @Option(names = "--password", paramLabel = "PASSWORD", description = "the password of files that ask for one")
    private String password = "";

    AttachCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return writing(review -> {
            Reviewer who = reviewer == null ? null : reviewer(review, reviewer);
            Ocr ocr = Ocr.installed(languages);
            Attaching attaching = new Attaching(review, who == null ? null : who.id(), ocr, password);
            if (to != null) {
                return chosen(review, attaching, to, who, ocr);
            }
            Attaching.Report report = attaching.attach(files, console.progress("Reading PDFs"));
            if (who != null) {
                report.matched().forEach(file -> takeIn(review, file, who));
            }
            report.matched().forEach(file -> tellOfScan(file, ocr));
            if (json) {
                console.json(document(report));
            } else {
                tell(report);
            }
            return report.matched().isEmpty() ? Failure.FOUND : Failure.DONE;
        });
    }

    private void tellOfScan(Attaching.Matched file, Ocr ocr) {
        if (file.scanned() && !ocr.available()) {
            console.note(
                    file.file() + " was scanned and has no text to search. Install Tesseract and attach it again.");
        }
    }

    private void takeIn(Review review, Attaching.Matched file, Reviewer who) {
        try {
            new MarkedFiles(review)
                    .takeIn(file.record(), file.sha256(), who, password, console.progress("Reading annotations"));
        } catch (UserException unreadable) {
            console.note(file.file() + ": " + unreadable.getMessage());
        }
    }

    private int chosen(Review review, Attaching attaching, String key, @Nullable Reviewer who, Ocr ocr) {
        if (files.size() != 1) {
            throw new UserException("--to takes one file; " + files.size() + " were given.");
        }
        RecordId record = RecordKey.of(review, key);
        Attaching.Matched file = attaching.attach(files.get(0), record, console.progress("Reading " + files.get(0)));
        if (who != null) {
            takeIn(review, file, who);
        }
        tellOfScan(file, ocr);
        if (json) {
            console.json(Map.of(
                    "matched",
                    List.of(Map.of(
                            "file", files.get(0).toString(),
                            "record", record.value(),
                            "how", "chosen by a person")),
                    "unmatched",
                    List.of()));
        } else {
            console.say(files.get(0) + " is attached to record " + record.value() + ".");
        }
        return Failure.DONE;
    }

    private static Map<String, Object> document(Attaching.Report report) {
        List<Map<String, Object>> matched = new ArrayList<>();
        for (Attaching.Matched m : report.matched()) {
            matched.add(Map.of(
                    "file", m.file().toString(),
                    "record", m.record().value(),
                    "how", m.how(),
                    "scanned", m.scanned()));
        }
        List<Map<String, Object>> unmatched = new ArrayList<>();
        for (Attaching.Unmatched u : report.unmatched()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("file", u.file().toString());
            one.put("reason", u.reason());
            one.put(
                    "candidates",
                    u.candidates().stream()
                            .map(c -> Map.of("record", c.record().value(), "score", c.score(), "why", c.why()))
                            .toList());
            unmatched.add(one);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("matched", matched);
        document.put("unmatched", unmatched);
        return document;
    }

    private void tell(Attaching.Report report) {
        report.matched().forEach(m -> console.say("record " + m.record().value() + "\t" + m.file() + "\t" + m.how()));
        report.unmatched().forEach(u -> {
            console.note(u.file() + ": not attached. " + u.reason());
            u.candidates().forEach(c -> console.note("    record " + c.record().value() + ": " + c.why()));
        });
        console.say(report.matched().size() + " of "
                + (report.matched().size() + report.unmatched().size()) + " PDFs attached.");
    }
}
