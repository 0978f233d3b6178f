package org.winnow.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.winnow.prisma.Checklist;
import org.winnow.prisma.ChecklistExport;
import org.winnow.prisma.FilledChecklist;
import org.winnow.prisma.FlowCounts;
import org.winnow.prisma.FlowExport;
import org.winnow.prisma.ReviewFlow;
import org.winnow.prisma.Template;
import org.winnow.sample.Sample;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Do the main job on the bundled sample, from search exports to flow diagram.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final List<String> FORMATS = List.of("svg", "pdf", "png", "csv", "json");

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "winnow-sample",
            description = "default: ${DEFAULT-VALUE}")
    private Path out;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    private final Console console;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path file = new Sample(out, Clock.systemUTC(), json ? console::note : console::say).build();
        try (Review review = Review.openReadOnly(file)) {
            ReviewFlow flow = new ReviewFlow(review);
            Template template = flow.fitting();
            FlowCounts counts = flow.counts(template);
            Map<String, String> written = new LinkedHashMap<>();
            for (String format : FORMATS) {
                Path target = out.resolve("flow." + format);
                FlowExport.write(counts, template, target);
                written.put(format, target.toString());
            }
            long records = review.records().count(RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL));
            FilledChecklist checklist =
                    ChecklistCommand.filled(review, Checklist.of("prisma-2020").orElseThrow());
            Map<String, String> checklists = new LinkedHashMap<>();
            for (String format : List.of("pdf", "docx", "json")) {
                Path target = out.resolve("checklist." + format);
                ChecklistExport.write(checklist, target);
                checklists.put(format, target.toString());
            }
            tell(new Told(file, counts, template, written, checklists, checklist, records));
        }
        return Failure.DONE;
    }

    private record Told(
            Path file,
            FlowCounts counts,
            Template template,
            Map<String, String> flow,
            Map<String, String> checklists,
            FilledChecklist checklist,
            long records) {}

    private void tell(Told t) {
        FlowCounts counts = t.counts();
        if (json) {
            Map<String, Object> checklist = new LinkedHashMap<>(t.checklists());
            checklist.put("items", t.checklist().lines().size());
            checklist.put("answered", t.checklist().answered());
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("review", t.file().toString());
            document.put("flow", t.flow());
            document.put("checklist", checklist);
            document.put("records", t.records());
            document.put("boxes", counts.boxes());
            document.put("warnings", t.template().warnings(counts));
            console.json(document);
            return;
        }
        console.say("Flow: " + counts.box("records_screened") + " records screened, "
                + counts.box("dbr_sought_reports") + " reports sought, " + counts.box("new_studies")
                + " studies included.");
        t.template().warnings(counts).forEach(w -> console.say("Warning: " + w));
        console.say("The review:       " + t.file().toAbsolutePath());
        t.flow()
                .forEach((format, target) ->
                        console.say("The flow diagram: " + Path.of(target).toAbsolutePath()));
        t.checklists()
                .forEach((format, target) ->
                        console.say("The checklist:    " + Path.of(target).toAbsolutePath()));
    }
}
