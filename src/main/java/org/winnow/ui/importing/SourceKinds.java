package org.winnow.ui.importing;

import java.util.List;
import javafx.scene.control.ChoiceBox;
import org.winnow.model.SourceKind;
import org.winnow.ui.kit.Texts;

/** The choice between the kinds of source that PRISMA distinguishes. */
final class SourceKinds {
    private SourceKinds() {}

    static ChoiceBox<SourceKind> choice(Texts texts) {
        ChoiceBox<SourceKind> kind = Choices.of(
                "kind", List.of(SourceKind.values()), k -> k == null ? "" : texts.get("source.kind." + k.key()));
        kind.setAccessibleText(texts.get("import.kind"));
        return kind;
    }
}
