package org.winnow.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.winnow.document.Archive;
import org.winnow.document.Document;
import org.winnow.document.Document.Table;
import org.winnow.document.Documents;
import org.winnow.document.Sheets;
import org.winnow.exchange.Exporting;
import org.winnow.formats.Format;
import org.winnow.model.Outcome;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.prisma.Checklist;
import org.winnow.prisma.ChecklistExport;
import org.winnow.prisma.Drawing;
import org.winnow.prisma.FilledChecklist;
import org.winnow.prisma.FlowCsv;
import org.winnow.prisma.FlowExport;
import org.winnow.prisma.FrozenFlow;
import org.winnow.prisma.MethodsText;
import org.winnow.prisma.ReportFacts;
import org.winnow.prisma.SearchAppendix;
import org.winnow.prisma.Style;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.store.Versions.Version;
import org.winnow.work.Progress;

/**
 * The whole report of a review: diagrams, checklists, texts, tables, and the data in open formats, so that a stranger
 * can count every box again. The same review gives the same bytes.
 */
public final class ReportPackage {
    private static final List<String> FLOW = List.of("pdf", "svg", "png", "docx", "csv", "json");
    private static final List<String> TEXTS = List.of("docx", "md");

    private final Review review;
    private final ReportFacts facts;
    private final Map<String, byte[]> files = new TreeMap<>();

    private ReportPackage(Review review) {
        this.review = review;
        this.facts = Reporting.facts(review);
    }

    /** Every file by its path inside the package, in alphabetical order. */
    public static Map<String, byte[]> of(Review review, Progress progress) {
        ReportPackage whole = new ReportPackage(review);
        List<Runnable> parts = List.of(
                whole::flow,
                whole::boxes,
                whole::checklists,
                whole::texts,
                whole::tables,
                whole::records,
                whole::steps,
                whole::versions,
                whole::readme);
        for (int i = 0; i < parts.size(); i++) {
            progress.check();
            parts.get(i).run();
            progress.at(i + 1, parts.size());
        }
        return whole.files;
    }

    /** Of it only what a stranger counts again: records, boxes, and the README with the rules. */
    static Map<String, byte[]> figures(Review review) {
        ReportPackage some = new ReportPackage(review);
        some.boxes();
        some.records();
        some.readme();
        return some.files;
    }

    /**
     * Writes the package as a folder, or as one file where the target ends in .zip.
     *
     * @return the paths inside it
     */
    public static List<String> write(Review review, Path target, Progress progress) {
        boolean zip = target.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        if (!zip && Files.isRegularFile(target)) {
            throw new UserException(target + " is a file. Name a folder, or a file that ends in .zip.");
        }
        Map<String, byte[]> files = of(review, progress);
        try {
            if (zip) {
                Archive archive = new Archive();
                files.forEach(archive::put);
                whole(target, archive.bytes());
            } else {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Path path = target.resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    whole(path, file.getValue());
                }
            }
        } catch (IOException e) {
            throw new UserException(
                    "The report cannot be written to " + target
                            + ". Check that the folder may be written to and has room.",
                    e);
        }
        return List.copyOf(files.keySet());
    }

    private static void whole(Path target, byte[] bytes) throws IOException {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private void flow() {
        for (String ending : FLOW) {
            files.put("flow/flow." + ending, FlowExport.bytes(facts.counts(), facts.template(), Drawing.USUAL, ending));
        }
        files.put(
                "flow/flow-plain.pdf",
                FlowExport.bytes(facts.counts(), facts.template(), new Drawing(Style.PLAIN, 300), "pdf"));
        files.put(
                "flow/flow.html",
                FlowExport.html(facts.counts(), facts.template(), LinkedRecords.of(review, facts.template())));
    }

    private void boxes() {
        List<List<String>> boxes = new ArrayList<>();
        facts.counts().boxes().forEach((box, n) -> boxes.add(List.of(box, Long.toString(n), byHand(box))));
        list(boxes, "database_specific_results", facts.counts().databases());
        list(boxes, "register_specific_results", facts.counts().registers());
        list(boxes, "dbr_excluded", facts.counts().reasons());
        list(boxes, "other_excluded", facts.counts().otherReasons());
        files.put("data/boxes.csv", Sheets.csv(RecordsTable.table(List.of("box", "n", "entered_by_hand"), boxes)));
    }

    private void list(List<List<String>> boxes, String list, Map<String, Long> parts) {
        parts.forEach(
                (label, n) -> boxes.add(List.of(list + "/" + label, Long.toString(n), byHand(list + "/" + label))));
    }

    private String byHand(String box) {
        String note = facts.counts().text().byHand().get(box);
        return note == null ? "" : note.isEmpty() ? "yes" : note;
    }

    private void checklists() {
        for (String kind : Checklist.KINDS) {
            Checklist list = Checklist.of(kind).orElseThrow();
            boolean asked =
                    List.of("prisma-2020", "prisma-2020-abstract", "prisma-s").contains(kind)
                            || !review.statements().on("checklist/" + kind).isEmpty();
            if (asked) {
                FilledChecklist filled = FilledChecklist.of(review, list, facts);
                for (String ending : List.of("docx", "pdf", "csv", "json")) {
                    files.put("checklists/" + kind + "." + ending, ChecklistExport.bytes(filled, ending));
                }
            }
        }
    }

    private void texts() {
        put("texts/search-appendix", SearchAppendix.of(facts.searches()), TEXTS);
        put("texts/methods-and-results", MethodsText.of(facts, Locale.ENGLISH), TEXTS);
    }

    private void put(String name, Document document, List<String> endings) {
        for (String ending : endings) {
            files.put(name + "." + ending, Documents.bytes(document, ending).orElseThrow());
        }
    }

    private void tables() {
        Map<String, Table> tables = ReportTables.of(review, facts);
        tables.forEach((name, table) -> {
            files.put("tables/" + name + ".csv", Sheets.csv(table));
            put("tables/" + name, new Document(table.caption(), List.of(table)), List.of("docx", "html", "tex"));
        });
        files.put("tables/tables.xlsx", Sheets.xlsx(tables));
    }

    private void records() {
        RecordsTable table = new RecordsTable(review);
        files.put("data/records.csv", Sheets.csv(table.records()));
        files.put("data/decisions.csv", Sheets.csv(table.decisions()));
        files.put(
                "data/records.ris",
                exported(RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL), Format.RIS));
        files.put(
                "data/included.csl.json",
                exported(RecordQuery.at(Stage.FULL_TEXT).withOutcomes(Outcome.INCLUDE), Format.CSL_JSON));
        files.put("data/review.json", json(ReviewJson.of(review, facts)));
        files.put("data/review.schema.json", resource("review.schema.json"));
        List<List<String>> duplicates = new ArrayList<>();
        review.duplicates()
                .all()
                .forEach(d -> duplicates.add(List.of(
                        Long.toString(d.record().value()),
                        Long.toString(d.keeper().value()),
                        d.automatic() ? "automatic" : "person",
                        d.why())));
        files.put(
                "data/duplicates.csv",
                Sheets.csv(RecordsTable.table(List.of("record", "stands_for_it", "how", "why"), duplicates)));
    }

    private byte[] exported(RecordQuery query, Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new Exporting(review).toStream(query, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void steps() {
        List<List<String>> trail = new ArrayList<>();
        review.auditTrail()
                .forEach(e -> trail.add(List.of(
                        Long.toString(e.number()),
                        e.at().toString(),
                        e.name(),
                        e.direction(),
                        e.reviewer(),
                        e.record() == null ? "" : Long.toString(e.record().value()),
                        e.undoes() == null ? "" : e.undoes().toString(),
                        Long.toString(e.changes()))));
        files.put(
                "data/audit-trail.csv",
                Sheets.csv(RecordsTable.table(
                        List.of("number", "time", "operation", "direction", "reviewer", "record", "undoes", "changes"),
                        trail)));
    }

    private void versions() {
        if (!facts.versions().isEmpty()) {
            put("versions/changes", Changed.since(review), List.of("docx", "md"));
            files.put("versions/changes.csv", Sheets.csv(Changed.table(review)));
            files.put("versions/changes.svg", Changed.picture(review));
            for (Version version : facts.versions()) {
                FlowCsv.Filled then = FrozenFlow.of(version);
                for (String ending : List.of("pdf", "svg")) {
                    files.put(
                            "versions/flow-" + version.number() + "." + ending,
                            FlowExport.bytes(then.counts(), then.template(), Drawing.USUAL, ending));
                }
            }
            Table flows = LivingTable.of(facts);
            files.put("versions/flow-by-version.csv", Sheets.csv(flows));
            put(
                    "versions/flow-by-version",
                    new Document(flows.caption(), List.of(flows)),
                    List.of("docx", "pdf", "html"));
        }
    }

    private void readme() {
        String stopped = facts.stopped().isPresent() ? "yes" : "no";
        Map<String, String> contents = new LinkedHashMap<>();
        files.forEach((name, bytes) -> contents.put(name, Integer.toString(bytes.length)));
        StringBuilder list = new StringBuilder();
        contents.forEach((name, size) ->
                list.append("- `").append(name).append("`, ").append(size).append(" bytes\n"));
        String text = new String(resource("package-readme.md"), StandardCharsets.UTF_8)
                .replace("{title}", facts.info().title())
                .replace("{program}", facts.program())
                .replace("{template}", facts.template().key())
                .replace("{stopped}", stopped)
                .replace("{style}", ReferenceStyle.of(review).name())
                .replace("{files}", list.toString());
        files.put("README.md", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] resource(String name) {
        try (InputStream in = ReportPackage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing from the program.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] json(Object value) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            String text = new ObjectMapper().writer(printer).writeValueAsString(value) + "\n";
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
