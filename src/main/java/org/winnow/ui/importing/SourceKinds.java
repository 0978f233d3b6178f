package org.winnow.ui.importing;

import javafx.collections.FXCollections;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import org.winnow.model.SourceKind;
import org.winnow.ui.kit.Texts;

/** The choice between the kinds of source that PRISMA distinguishes. */
final class SourceKinds {
    private SourceKinds() {}

    static ChoiceBox<SourceKind> choice(Texts texts) {
        ChoiceBox<SourceKind> kind = new ChoiceBox<>(FXCollections.observableArrayList(SourceKind.values()));
        kind.setId("kind");
        kind.setAccessibleText(texts.get("import.kind"));
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(SourceKind value) {
                return value == null ? "" : texts.get("source.kind." + value.key());
            }

            @Override
            public SourceKind fromString(String text) {
                throw new UnsupportedOperationException("choices are never typed");
            }
        });
        return kind;
    }
}
