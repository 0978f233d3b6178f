package org.winnow.dfllm.corpus;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.winnow.model.PageSpan;
import org.winnow.model.PlacedText;
import org.winnow.model.RecordId;

/**
 * An included report and the text of one of its files.
 *
 * @param record its record
 * @param title of the record
 * @param file its name as it was attached
 * @param sha256 of the file, in hexadecimal
 * @param parts its sections in reading order, without the list of references, captions and tables
 * @param tables those of which rows and cells could be told
 * @param untold labels of tables of which they could not
 * @param pages what each page says, by its number from 1
 */
public record Paper(
        RecordId record,
        String title,
        String file,
        String sha256,
        List<Part> parts,
        List<Grid> tables,
        List<String> untold,
        Map<Integer, String> pages) {
    /**
     * A section.
     *
     * @param heading as printed, without its number; empty for what stands before the first one
     * @param text a line for each paragraph
     */
    public record Part(String heading, PlacedText text) {}

    /**
     * A table.
     *
     * @param label as printed, such as {@code Table 2}
     * @param caption what follows the label
     * @param place of both on the page
     * @param rows the heading row first; all with as many cells
     */
    public record Grid(String label, String caption, List<PageSpan> place, List<Row> rows) {
        public Grid {
            place = List.copyOf(place);
            rows = List.copyOf(rows);
        }
    }

    /** A row of a table, and where it stands on the page. */
    public record Row(List<String> cells, List<PageSpan> spans) {
        public Row {
            cells = List.copyOf(cells);
            spans = List.copyOf(spans);
        }
    }

    public Paper {
        parts = List.copyOf(parts);
        tables = List.copyOf(tables);
        untold = List.copyOf(untold);
        pages = Collections.unmodifiableMap(new TreeMap<>(pages));
    }

    /** Where these words stand, whatever the blanks, line ends and hyphens between them; the first page that has them. */
    public Optional<PageSpan> find(String words) {
        return pages.keySet().stream()
                .map(page -> find(words, page))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Where these words stand on a page, whatever the blanks, line ends and hyphens between them. */
    public Optional<PageSpan> find(String words, int page) {
        if (words.isBlank()) {
            return Optional.empty();
        }
        Matcher found = sought(words).matcher(pages.getOrDefault(page, ""));
        return found.find() ? Optional.of(new PageSpan(page, found.start(), found.end())) : Optional.empty();
    }

    private static Pattern sought(String words) {
        return Pattern.compile(Arrays.stream(words.strip().split("\\s+"))
                .map(word -> word.codePoints()
                        .mapToObj(c -> Pattern.quote(Character.toString(c)))
                        .collect(Collectors.joining("(?:-\n)?")))
                .collect(Collectors.joining("\\s+")));
    }

    /** The words of a page, letter for letter. */
    public String words(PageSpan span) {
        return pages.getOrDefault(span.page(), "").substring(span.start(), span.end());
    }

    /** All that its pages say, to look for its licence in. */
    String wholeText() {
        return String.join("\n", pages.values());
    }
}
