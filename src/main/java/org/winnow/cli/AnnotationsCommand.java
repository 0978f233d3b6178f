package org.winnow.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Table;
import org.winnow.document.Sheets;
import org.winnow.fulltext.annotation.MarkedFiles;
import org.winnow.model.Annotation;
import org.winnow.model.Criterion;
import org.winnow.model.MarkColour;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.UserException;
import org.winnow.store.AnnotationQuery;
import org.winnow.store.Attachments.Attachment;
import org.winnow.store.Review;
import org.winnow.work.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "annotations",
        description =
                "What is marked in the full texts: list, search, save, read out of PDFs, write into copies of them.",
        mixinStandardHelpOptions = true)
final class AnnotationsCommand extends ReviewCommand {
    private static final List<String> COLUMNS = List.of(
            "id",
            "record",
            "file",
            "page",
            "kind",
            "colour",
            "meaning",
            "quote",
            "comment",
            "criterion",
            "tag",
            "reviewer",
            "author",
            "made",
            "changed");

    @Option(
            names = "--search",
            paramLabel = "WORDS",
            description = "only those with these words in quote, comment or tag")
    private String words = "";

    @Option(
            names = "--record",
            paramLabel = "RECORD",
            description = "only those of one record: number, DOI or PubMed id")
    private @Nullable String record;

    @Option(names = "--reviewer", paramLabel = "NAME", description = "only those of one person; with --read, who reads")
    private @Nullable String reviewer;

    @Option(names = "--read", description = "take in what stands in the attached PDFs already; each is taken in once")
    private boolean read;

    @Option(names = "--pdf", paramLabel = "FILE.pdf", description = "write a copy of the record's PDF with its marks")
    private @Nullable Path pdf;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "write a table instead of printing")
    private @Nullable Path out;

    AnnotationsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        try (Review review = opened(file, read)) {
            Map<String, Object> document = new LinkedHashMap<>();
            if (read) {
                document.put("taken", takeIn(review));
            }
            Review seen = SeenBy.of(review, console, looking(review));
            if (pdf != null) {
                document.put("written", copy(seen, pdf));
            }
            List<Annotation> marks = seen.annotations().find(query(review), null);
            Map<MarkColour, String> meanings = review.annotations().meanings();
            Path table = out;
            if (table != null) {
                WholeFile.write(table, to -> {
                    to.write(Sheets.csv(table(meanings, marks)));
                    return marks.size();
                });
            }
            document.put(
                    "annotations", marks.stream().map(m -> entry(meanings, m)).toList());
            if (json) {
                console.json(document);
            } else {
                tell(document, marks);
            }
        }
        return Failure.DONE;
    }

    private AnnotationQuery query(Review review) {
        AnnotationQuery query =
                record == null ? AnnotationQuery.everything() : AnnotationQuery.of(RecordKey.of(review, record));
        return query.withWords(words).by(looking(review));
    }

    private @Nullable ReviewerId looking(Review review) {
        String name = read ? null : reviewer;
        return name == null ? null : SeenBy.person(review, name).id();
    }

    private int takeIn(Review review) {
        if (reviewer == null) {
            throw new UserException("Say with --reviewer who reads them in; their authors are kept.");
        }
        MarkedFiles files = new MarkedFiles(review);
        int taken = 0;
        for (RecordId id :
                record == null ? List.copyOf(review.attachments().records()) : List.of(RecordKey.of(review, record))) {
            for (Attachment attachment : review.attachments().of(id)) {
                try {
                    taken += files.takeIn(
                            id, attachment.sha256(), reviewer(review, reviewer), "", console.progress("Reading PDFs"));
                } catch (UserException unreadable) {
                    console.note(attachment.fileName() + ": " + unreadable.getMessage());
                }
            }
        }
        return taken;
    }

    private int copy(Review review, Path to) {
        List<Attachment> attachments =
                record == null ? List.of() : review.attachments().of(RecordKey.of(review, record));
        if (attachments.isEmpty()) {
            throw new UserException(
                    "Say with --record of which record; it needs a full text. winnow attach brings one in.");
        }
        Attachment first = attachments.get(0);
        return new MarkedFiles(review)
                .copy(first.record(), first.sha256(), looking(review), "", to, console.progress("Writing " + to));
    }

    private static Map<String, Object> entry(Map<MarkColour, String> meanings, Annotation mark) {
        Criterion criterion = mark.criterion();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", mark.id().toString());
        entry.put("record", mark.record().value());
        entry.put("file", mark.sha256());
        entry.put("page", mark.anchor().page());
        entry.put("kind", mark.kind().key());
        entry.put("colour", mark.colour().key());
        entry.put("meaning", meanings.getOrDefault(mark.colour(), ""));
        entry.put("quote", mark.anchor().quote());
        entry.put("comment", mark.comment());
        entry.put("criterion", criterion == null ? "" : criterion.label());
        entry.put("tag", mark.tag());
        entry.put("reviewer", mark.reviewer().name());
        entry.put("author", mark.by());
        entry.put("made", mark.made().toString());
        entry.put("changed", mark.at().toString());
        return entry;
    }

    private static Table table(Map<MarkColour, String> meanings, List<Annotation> marks) {
        List<List<String>> rows = new ArrayList<>();
        for (Annotation mark : marks) {
            Map<String, Object> entry = entry(meanings, mark);
            rows.add(COLUMNS.stream().map(c -> String.valueOf(entry.get(c))).toList());
        }
        return Table.plain("", COLUMNS.stream().map(c -> new Column(c, 1)).toList(), rows);
    }

    private void tell(Map<String, Object> document, List<Annotation> marks) {
        if (read) {
            console.say(document.get("taken") + " new annotations from the PDFs.");
        }
        if (pdf != null) {
            console.say(pdf + " has " + document.get("written") + " annotations of the review.");
        } else if (out != null) {
            console.say(marks.size() + " annotations saved to " + out + ".");
        } else {
            marks.forEach(m -> console.say(line(m)));
            console.say(marks.size() + " annotations.");
        }
    }

    private static String line(Annotation m) {
        Criterion criterion = m.criterion();
        return "record " + m.record().value() + ", page " + m.anchor().page() + ", " + m.by() + ", "
                + m.kind().key() + (criterion == null ? "" : " (" + criterion.label() + ")") + ": "
                + String.join(" | ", m.anchor().quote(), m.comment()).replaceAll("^ \\| | \\| $", "");
    }
}
