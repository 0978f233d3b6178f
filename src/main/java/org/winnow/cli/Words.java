package org.winnow.cli;

import java.util.stream.Collectors;
import org.winnow.formats.Format;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.ranking.Model;
import org.winnow.ranking.Models;
import org.winnow.ranking.StoppingRule;

/** Words on the command line that stand for values. */
final class Words {
    private Words() {}

    static Stage stage(String word) {
        return Stage.of(word)
                .orElseThrow(
                        () -> new UserException("\"" + word + "\" is no stage: write title-abstract or full-text."));
    }

    static Format format(String word) {
        return Format.of(word)
                .orElseThrow(() ->
                        new UserException("Do not know the format \"" + word + "\": write ris, nbib, csv or tsv."));
    }

    static Model model(String name) {
        return Models.named(name)
                .orElseThrow(() -> new UserException("There is no model \"" + name + "\": write default or "
                        + Models.all().stream().map(Model::name).collect(Collectors.joining(", ")) + "."));
    }

    static StoppingRule stoppingRule(String words) {
        return StoppingRule.of(words)
                .orElseThrow(() -> new UserException("\"" + words + "\" is no stopping rule: write excludes:50,"
                        + " recall:0.95:0.95, share:0.5, knee or budget."));
    }
}
