package org.winnow.formats.value;

import java.util.List;
import java.util.Optional;
import org.winnow.model.ReferenceType;

/** The kind of document that MEDLINE's publication types describe. */
public final class MedlineType {
    private MedlineType() {}

    /**
     * The first type that names a kind other than an article; empty where there is none. {@code News} and
     * {@code Newspaper Article} describe articles of journals.
     */
    public static Optional<ReferenceType> of(List<String> publicationTypes) {
        return publicationTypes.stream()
                .flatMap(t -> DocumentKind.of(t).stream())
                .filter(k -> k != ReferenceType.ARTICLE && k != ReferenceType.NEWS)
                .findFirst();
    }
}
