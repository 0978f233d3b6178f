package org.winnow.formats.csv;

import java.util.Locale;
import org.winnow.model.ReferenceType;

/** The word for a kind of document in the tables that Winnow writes. */
final class CsvTypes {
    private CsvTypes() {}

    static String word(ReferenceType type) {
        return switch (type) {
            case REGISTRY_ENTRY -> "registry entry";
            case WEB_PAGE -> "web page";
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }
}
