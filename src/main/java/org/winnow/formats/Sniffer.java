package org.winnow.formats;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.table.TableLayout;

/** Asks the families in turn whose file it is; what nobody knows is named for what it is instead. */
final class Sniffer {
    private Sniffer() {}

    /**
     * Prepares to read a file as what it is, or as what the person says it is.
     *
     * @throws UnreadableFile when no family reads it
     */
    static Finding of(Head head) throws IOException {
        Format asked = head.options().format();
        if (asked != null) {
            return asked(asked, head);
        }
        Finding found = among(Families.BINARY, head);
        if (found == null) {
            Foreign.refuseBinary(head);
            found = among(Families.TEXT, head);
        }
        if (found == null) {
            Foreign.refuseMarkup(head);
            found = among(Families.LAST, head);
        }
        if (found == null) {
            throw Foreign.unknown(head);
        }
        return found;
    }

    /** The layout of a table; empty when the file is something else that can be read. */
    static Optional<TableLayout> layout(Head head) throws IOException {
        Format asked = head.options().format();
        if (asked != null) {
            Optional<Family> family = Families.reading(asked).filter(Family::tabular);
            return family.isEmpty()
                    ? Optional.empty()
                    : Optional.of(family.get().layout(asked, head));
        }
        for (Family family : Families.BINARY) {
            Optional<Format> format = family.recognise(head);
            if (format.isPresent()) {
                return family.tabular() ? Optional.of(family.layout(format.get(), head)) : Optional.empty();
            }
        }
        Foreign.refuseBinary(head);
        if (among(Families.TEXT, head) != null) {
            return Optional.empty();
        }
        Foreign.refuseMarkup(head);
        for (Family family : Families.LAST) {
            Optional<Format> format = family.recognise(head);
            if (format.isPresent() && !family.tabular()) {
                return Optional.empty();
            }
        }
        Family tables = Families.reading(Format.CSV).orElseThrow();
        return Optional.of(tables.layout(Format.CSV, head));
    }

    private static Finding asked(Format format, Head head) throws IOException {
        Family family = Families.reading(format)
                .orElseThrow(() -> new UnreadableFile(
                        head.name() + " cannot be read as " + format.title() + ", which is only written."));
        if (!Families.BINARY.contains(family)) {
            Foreign.refuseBinary(head);
        }
        return family.open(format, head);
    }

    private static @Nullable Finding among(List<Family> families, Head head) throws IOException {
        for (Family family : families) {
            Optional<Format> format = family.recognise(head);
            if (format.isPresent()) {
                return family.open(format.get(), head);
            }
        }
        return null;
    }
}
