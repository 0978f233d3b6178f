package org.winnow.cli;

import org.winnow.formats.Format;
import org.winnow.model.Stage;
import org.winnow.model.UserException;

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
}
