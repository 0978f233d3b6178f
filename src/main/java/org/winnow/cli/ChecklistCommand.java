package org.winnow.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.model.UserException;
import org.winnow.prisma.Checklist;
import org.winnow.prisma.ChecklistExport;
import org.winnow.prisma.FilledChecklist;
import org.winnow.prisma.FilledChecklist.Line;
import org.winnow.prisma.FilledChecklist.Status;
import org.winnow.prisma.Manuscript;
import org.winnow.prisma.OfficialForm;
import org.winnow.prisma.Proposals;
import org.winnow.report.Reporting;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "checklist",
        description = "Write a reporting checklist, with what the review's data can say to it.",
        mixinStandardHelpOptions = true)
final class ChecklistCommand extends ReviewCommand {
    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "prisma-2020",
            description = "prisma-2020 (default) or another; see --kinds")
    private String kind = "prisma-2020";

    @Option(names = "--kinds", description = "list the checklists instead")
    private boolean kinds;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "FILE.pdf, .docx, .xlsx, .csv, .json, .md, .html or .tex; may be repeated")
    private List<Path> out = new ArrayList<>();

    @Option(
            names = "--manuscript",
            paramLabel = "FILE",
            description = "a manuscript (DOCX or PDF): propose where each item is reported, with page and quote")
    private @Nullable Path manuscript;

    @Option(
            names = "--fill",
            paramLabel = "OFFICIAL",
            description = "the official form (DOCX, XLSX or CSV): --out then gets the form itself, filled in")
    private @Nullable Path form;

    @Mixin
    private SeenBy seenBy;

    ChecklistCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        Checklist list = Checklist.of(kind)
                .orElseThrow(() -> new UserException("There is no checklist \"" + kind + "\" here. These are: "
                        + String.join(", ", Checklist.KINDS) + "."));
        return reading(review -> {
            if (kinds) {
                tellKinds();
                return Failure.DONE;
            }
            FilledChecklist filled = filled(seenBy.of(review, console), list);
            if (manuscript != null) {
                filled = Proposals.located(filled, Manuscript.read(manuscript));
            }
            for (Path target : out) {
                if (form == null) {
                    ChecklistExport.write(filled, target);
                } else {
                    console.note(OfficialForm.fill(filled, form, target) + " items filled in.");
                }
            }
            tell(filled);
            return Failure.DONE;
        });
    }

    private void tellKinds() {
        List<Checklist> all =
                Checklist.KINDS.stream().map(k -> Checklist.of(k).orElseThrow()).toList();
        if (json) {
            console.json(
                    Map.of("kinds", all.stream().map(ChecklistCommand::named).toList()));
        } else {
            all.forEach(one -> console.say(one.kind() + ": " + one.title()));
        }
    }

    private static Map<String, Object> named(Checklist list) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("kind", list.kind());
        named.put("title", list.title());
        named.put("items", list.items().size());
        named.put("source", list.citation());
        named.put("url", list.url());
        return named;
    }

    static FilledChecklist filled(Review review, Checklist list) {
        return FilledChecklist.of(review, list, Reporting.facts(review));
    }

    private void tell(FilledChecklist filled) {
        if (json) {
            Map<String, Object> document = ChecklistExport.json(filled, false);
            document.put("written", out.stream().map(Path::toString).toList());
            console.json(document);
            return;
        }
        for (Line line : filled.lines()) {
            if (line.status() != Status.MISSING) {
                console.say(line.item().id() + " (" + line.status().key() + "): " + line.text()
                        + (line.location().isEmpty() ? "" : " [" + line.location() + "]"));
            }
        }
        console.say(filled.answered() + " of " + filled.lines().size() + " items answered.");
        if (!filled.missing().isEmpty()) {
            console.say("Not answered: " + String.join(", ", filled.missing()) + ".");
        }
        out.forEach(target -> console.say("Written to " + target + "."));
    }
}
