package org.winnow.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Studies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "studies",
        description = "Say which studies the reports are about: several reports may be of one study.",
        mixinStandardHelpOptions = true)
final class StudyCommand extends ReviewCommand {
    @Option(
            names = "--set",
            paramLabel = "RECORD=STUDY",
            description = "the record by number, DOI or PubMed id; several studies with a bar between; nothing takes"
                    + " it back; may be repeated")
    private Map<String, String> set = new LinkedHashMap<>();

    @Mixin
    private SeenBy seenBy;

    StudyCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        try (Review review = opened(file, !set.isEmpty())) {
            if (!set.isEmpty()) {
                List<Op<Void>> ops = new ArrayList<>();
                set.forEach(
                        (key, names) -> ops.add(Studies.name(RecordKey.of(review, key), List.of(names.split("\\|")))));
                review.write(Op.together("study", ops));
            }
            List<Map<String, Object>> reports = seenBy.of(review, console).studies().included().stream()
                    .map(r -> {
                        Map<String, Object> map = new LinkedHashMap<>();
                        map.put("record", r.record().value());
                        map.put("studies", r.studies());
                        return map;
                    })
                    .toList();
            if (json) {
                console.json(Map.of("reports", reports));
            } else {
                reports.forEach(r -> console.say(r.get("record") + ": " + r.get("studies")));
            }
        }
        return Failure.DONE;
    }
}
