package org.winnow.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.report.ReferenceStyle;
import org.winnow.report.ReportPackage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        description = "Write the whole report: diagrams, checklists, texts, tables, and the data in open formats.",
        mixinStandardHelpOptions = true)
final class ReportCommand extends ReviewCommand {
    @Option(names = "--out", required = true, paramLabel = "FOLDER|FILE.zip", description = "a folder, or one ZIP file")
    private Path out;

    @Option(
            names = "--style",
            paramLabel = "NAME|FILE.csl",
            description = "the style of references, such as vancouver, apa or the-lancet; it is kept in the review")
    private @Nullable String style;

    @Mixin
    private SeenBy seenBy;

    ReportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        if (style != null) {
            ReferenceStyle chosen = style.toLowerCase(Locale.ROOT).endsWith(".csl")
                    ? ReferenceStyle.file(Path.of(style))
                    : ReferenceStyle.named(style);
            writing(review -> {
                review.write(chosen.keep());
                return Failure.DONE;
            });
        }
        return reading(review -> {
            List<String> written = ReportPackage.write(seenBy.of(review, console), out, console.progress("Report"));
            if (json) {
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("out", out.toString());
                document.put("files", written);
                document.put("leftOut", seenBy.leftOut(review));
                console.json(document);
            } else {
                console.say(written.size() + " files written to " + out + ". Begin with README.md.");
            }
            return Failure.DONE;
        });
    }
}
