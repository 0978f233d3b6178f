package org.winnow.formats.table;

import java.util.Locale;
import org.winnow.model.ReferenceType;

/** The word for a kind of document in the tables that Winnow writes. */
public final class TypeWords {
    private TypeWords() {}

    /** The word. */
    public static String word(ReferenceType type) {
        return switch (type) {
            case REGISTRY_ENTRY -> "registry entry";
            case WEB_PAGE -> "web page";
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }
}
