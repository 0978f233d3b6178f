package org.winnow.formats.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.winnow.formats.table.LayoutSearch;
import org.winnow.formats.table.LayoutSearch.Found;
import org.winnow.formats.table.TableDatabase;
import org.winnow.formats.table.TableLayout;
import org.winnow.formats.table.TableMapping;
import org.winnow.formats.text.Encoding;
import org.winnow.formats.text.Intake;
import org.winnow.formats.text.Lines;
import org.winnow.formats.text.TextInput;

/** Finds the delimiter of a table in text, and with it the table's layout. */
public final class CsvLayouts {
    private static final int SAMPLE = 50;
    private static final int FEWEST_REGULAR = 2;
    private static final int FEWEST_EVIDENT = 3;

    private final byte[] head;
    private final Encoding encoding;
    private final String delimiters;

    /**
     * @param head the first bytes of the file
     * @param delimiters those to try, the most usual first
     */
    public CsvLayouts(byte[] head, Encoding encoding, String delimiters) {
        this.head = head;
        this.encoding = encoding;
        this.delimiters = delimiters;
    }

    /** The layout in which the most columns are known by name; empty where none tells a record. */
    public Optional<TableMapping> known() {
        Found best = null;
        for (char delimiter : delimiters.toCharArray()) {
            Found found = LayoutSearch.byNames("", String.valueOf(delimiter), rows(delimiter));
            if (found.score() > (best == null ? 0 : best.score())) {
                best = found;
            }
        }
        return Optional.ofNullable(best).map(Found::mapping);
    }

    /** The layout to show: the known one, else what the cells look like; empty where it is no table at all. */
    public Optional<TableLayout> shown() {
        Optional<TableMapping> known = known();
        Optional<TableMapping> mapping = known.isPresent() ? known : guessed();
        return mapping.isEmpty() ? Optional.empty() : Optional.of(shown(mapping.get(), known.isPresent()));
    }

    /** A layout as it is shown when the mapping is settled. */
    public TableLayout shown(TableMapping mapping, boolean known) {
        List<List<String>> rows = rows(mapping.delimiter().charAt(0));
        int from = Math.min(rows.size(), mapping.headerRow() + 1);
        List<List<String>> sample = rows.subList(from, Math.min(rows.size(), from + SAMPLE));
        return new TableLayout(mapping, known, sample, List.of(), TableDatabase.of(mapping));
    }

    /** The layout of what plainly is a table though no column is known by name. */
    public Optional<TableMapping> evident() {
        return guessed().filter(m -> {
            List<List<String>> rows = rows(m.delimiter().charAt(0));
            return rows.size() >= FEWEST_EVIDENT && LayoutSearch.regular(rows) * 5 >= rows.size() * 4;
        });
    }

    private Optional<TableMapping> guessed() {
        char best = 0;
        int most = FEWEST_REGULAR - 1;
        for (char delimiter : delimiters.toCharArray()) {
            int regular = LayoutSearch.regular(rows(delimiter));
            if (regular > most) {
                most = regular;
                best = delimiter;
            }
        }
        return best == 0 ? Optional.empty() : Optional.of(LayoutSearch.byContent("", String.valueOf(best), rows(best)));
    }

    private List<List<String>> rows(char delimiter) {
        Intake nobody = new Intake((record, line) -> {}, problem -> {}, () -> {});
        List<List<String>> found = new ArrayList<>();
        try {
            Lines lines = new Lines(new TextInput(new ByteArrayInputStream(head), encoding));
            CsvRows rows = new CsvRows(lines, delimiter, nobody);
            while (found.size() < LayoutSearch.ROWS && rows.next(0)) {
                found.add(rows.cells());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
        return found;
    }
}
