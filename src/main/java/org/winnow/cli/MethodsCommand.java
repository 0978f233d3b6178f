package org.winnow.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.document.Document;
import org.winnow.document.Documents;
import org.winnow.model.UserException;
import org.winnow.prisma.MethodsText;
import org.winnow.prisma.ReportFacts;
import org.winnow.prisma.ReportFile;
import org.winnow.report.Reporting;
import org.winnow.store.Op;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "methods",
        description = "Draft the paragraphs on searching and selection, with the numbers as they stand.",
        mixinStandardHelpOptions = true)
final class MethodsCommand extends ReviewCommand {
    @Option(names = "--out", paramLabel = "FILE", description = "FILE.docx, .md, .pdf, .html or .tex; may be repeated")
    private List<Path> out = new ArrayList<>();

    @Option(names = "--language", paramLabel = "CODE", defaultValue = "en", description = "en (default) or de")
    private String language = "en";

    @Option(
            names = "--set",
            paramLabel = "WHAT=TEXT",
            description = "registration, protocol, amendments, support, interests, availability or contacts, as the"
                    + " checklists ask for them; may be repeated")
    private Map<String, String> set = new LinkedHashMap<>();

    @Mixin
    private SeenBy seenBy;

    MethodsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        List<Op<Void>> ops = new ArrayList<>();
        set.forEach((what, words) -> {
            if (!ReportFacts.ABOUT.contains(what)) {
                throw new UserException("\"" + what + "\" is none of " + String.join(", ", ReportFacts.ABOUT) + ".");
            }
            ops.add(ReportFacts.say(what, words));
        });
        try (Review review = opened(file, !ops.isEmpty())) {
            if (!ops.isEmpty()) {
                review.write(Op.together("about", ops));
            }
            Document text =
                    MethodsText.of(Reporting.facts(seenBy.of(review, console)), Locale.forLanguageTag(language));
            out.forEach(target -> ReportFile.write(text, target));
            String markdown = new String(Documents.bytes(text, "md").orElseThrow(), StandardCharsets.UTF_8);
            if (json) {
                console.json(Map.of(
                        "text",
                        markdown,
                        "written",
                        out.stream().map(Path::toString).toList()));
            } else if (out.isEmpty()) {
                console.say(markdown);
            } else {
                out.forEach(target -> console.say("Written to " + target + "."));
            }
        }
        return Failure.DONE;
    }
}
