package org.winnow.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.Importing;
import org.winnow.exchange.Opened;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.table.TableField;
import org.winnow.formats.table.TableLayout;
import org.winnow.formats.table.TableMapping;
import org.winnow.model.UserException;
import picocli.CommandLine.Option;

/** What the columns of a table hold, as a person says it: {@code --map "Paper name=title,3=abstract"}. */
final class ColumnsOption {
    @Option(
            names = "--map",
            paramLabel = "COLUMN=FIELD,...",
            description =
                    "what columns of a table hold, each by its name or its number from 1: title, authors, year, date,"
                            + " journal, journal-short, volume, issue, pages, first-page, last-page, article-number, doi, pmid,"
                            + " abstract, keywords, language, issn, isbn, publisher, url, accession, type, notes or other")
    private @Nullable String map;

    /**
     * The options with the columns settled, when this was asked for.
     *
     * @param archive whether the file is one of several: then those without columns are read as they are
     */
    ReadOptions over(ReadOptions options, Opened.Part file, boolean archive) {
        if (map == null) {
            return options;
        }
        Optional<TableLayout> layout = Importing.tableLayout(file.file(), options);
        if (layout.isEmpty() && archive) {
            return options;
        }
        TableMapping mapping = layout.map(TableLayout::mapping)
                .orElseThrow(() -> new UserException(file.name() + " has no columns; leave --map away."));
        for (String part : parts(map)) {
            mapping = changed(mapping, part, file.name());
        }
        return options.withTable(mapping);
    }

    private static TableMapping changed(TableMapping mapping, String part, String file) {
        int equals = part.lastIndexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        TableField field = TableField.of(equals < 0 ? "" : part.substring(equals + 1))
                .orElseThrow(() -> new UserException("Do not understand \"" + part
                        + "\" in --map: write COLUMN=FIELD, the field one of "
                        + Arrays.stream(TableField.values())
                                .map(TableField::key)
                                .collect(Collectors.joining(", "))
                        + "."));
        int place = mapping.place(name)
                .orElseThrow(() -> new UserException(file + " has no column \"" + name.strip() + "\". It has: "
                        + String.join(", ", mapping.header()) + "."));
        return mapping.with(place, field);
    }

    /** Divides at commas; a name that has commas of its own stands in quotation marks. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts.stream().filter(p -> !p.isBlank()).toList();
    }
}
