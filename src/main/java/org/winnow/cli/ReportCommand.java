package org.winnow.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.report.ReportPackage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        description = "Write the whole report: diagrams, checklists, texts, tables, and the data in open formats.",
        mixinStandardHelpOptions = true)
final class ReportCommand extends ReviewCommand {
    @Option(names = "--out", required = true, paramLabel = "FOLDER|FILE.zip", description = "a folder, or one ZIP file")
    private Path out;

    ReportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        return reading(review -> {
            List<String> written = ReportPackage.write(review, out, console.progress("Report"));
            if (json) {
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("out", out.toString());
                document.put("files", written);
                console.json(document);
            } else {
                console.say(written.size() + " files written to " + out + ". Begin with README.md.");
            }
            return Failure.DONE;
        });
    }
}
