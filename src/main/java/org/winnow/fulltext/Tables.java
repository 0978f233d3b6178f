package org.winnow.fulltext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.fulltext.layout.Box;
import org.winnow.fulltext.layout.Line;
import org.winnow.fulltext.layout.PageText;
import org.winnow.fulltext.layout.Word;
import org.winnow.model.PageSpan;

/**
 * Finds the tables of a page: what stands in rows and columns below a label such as {@code Table 2}, or above it. Where no
 * columns can be told, there is no table: its lines stay what they are.
 */
final class Tables {
    private static final Pattern LABEL = Pattern.compile(
            "^((?:Supplementary )?(?:Table|Tabelle|Tableau|Tabla|Tabella|Tabela)\\s*(?:[A-Z]?\\d{1,3}[a-z]?|[IVX]{1,5}))"
                    + "(?:\\s*[.:|\u2014\u2013-]\\s*|\\s+|$)(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FIGURE = Pattern.compile("^Fig(?:ure|\\.)\\s*\\d.*", Pattern.CASE_INSENSITIVE);

    /** "Table 2 shows" begins a sentence, no table. */
    private static final Pattern SENTENCE = Pattern.compile("^[\\p{Ll},;)].*");

    private static final int MOST_CAPTION_LINES = 8;
    /** Two rows are so many sizes of type apart at most; after the caption more. */
    private static final float APART = 2.6f;

    private final PageText page;
    private final Map<Line, Integer> starts = new IdentityHashMap<>();

    private Tables(PageText page) {
        this.page = page;
        int at = 0;
        for (Line line : page.lines()) {
            starts.put(line, at);
            at += line.text().length() + 1;
        }
    }

    /** The tables of all pages. */
    static List<Table> of(List<PageText> pages) {
        return pages.stream().flatMap(page -> new Tables(page).all().stream()).toList();
    }

    private List<Table> all() {
        List<Table> tables = new ArrayList<>();
        List<Line> lines = page.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher label = LABEL.matcher(lines.get(i).text());
            if (label.matches() && begins(label, i)) {
                table(label, caption(i)).ifPresent(tables::add);
            }
        }
        return tables;
    }

    private boolean begins(Matcher label, int at) {
        if (SENTENCE.matcher(label.group(2)).matches()) {
            return false;
        }
        if (at == 0) {
            return true;
        }
        Line line = page.lines().get(at);
        Line above = page.lines().get(at - 1);
        boolean below = above.box().y() < line.box().y() && above.box().overlapDown(line.box()) < 0;
        // In running text a line stands right below another that goes on.
        return !below
                || line.box().y() - above.box().bottom() > 0.5f * line.size()
                || above.text().matches(".*[.:!?)\\]\\d]$")
                || line.words().getFirst().bold() != above.words().getFirst().bold();
    }

    /** Its lines, close below each other. */
    private List<Line> caption(int from) {
        List<Line> caption = new ArrayList<>(List.of(page.lines().get(from)));
        for (Line line : page.lines().subList(from + 1, page.lines().size())) {
            Line last = caption.getLast();
            float gap = line.box().y() - last.box().bottom();
            boolean close = gap > -0.3f * last.size() && gap < 0.75f * last.size();
            boolean same = Math.abs(line.size() - last.size()) < 0.6f
                    && line.bold() == last.bold() | last == caption.getFirst();
            if (!close || !same || TableRows.cells(line).size() > 1 || caption.size() == MOST_CAPTION_LINES) {
                break;
            }
            caption.add(line);
        }
        return caption;
    }

    private Optional<Table> table(Matcher label, List<Line> caption) {
        Box place = caption.stream().map(Line::box).reduce(Box::with).orElseThrow();
        List<Line> others = page.lines().stream()
                .filter(line -> caption.stream().noneMatch(c -> c == line))
                .filter(line -> inColumn(line, place))
                .toList();
        Optional<TableRows> rows = TableRows.of(
                        below(others, place, caption.getFirst().size()))
                .or(() -> TableRows.of(above(others, place, caption.getFirst().size())));
        return rows.map(found -> {
            List<Line> all = new ArrayList<>(caption);
            all.addAll(found.lines());
            StringBuilder words = new StringBuilder(label.group(2).strip());
            caption.subList(1, caption.size()).forEach(line -> words.append(' ').append(line.text()));
            return new Table(
                    label.group(1),
                    words.toString().strip(),
                    page.page(),
                    spans(caption),
                    found.rows().stream()
                            .map(row -> new Table.Row(row.cells(), spans(row.lines())))
                            .toList(),
                    all);
        });
    }

    /** On a page of several columns a table stands in that of its caption, where there is prose beside it. */
    private boolean inColumn(Line line, Box caption) {
        float left = 0;
        float right = page.width();
        for (Line other : page.lines()) {
            Box box = other.box();
            boolean beside = other.words().size() >= 6
                    && TableRows.cells(other).size() == 1
                    && box.width() > 0.25f * page.width()
                    && box.bottom() > caption.y() - 1.2f * other.size()
                    && box.y() < caption.bottom();
            if (beside && box.x() > caption.right()) {
                right = Math.min(right, box.x());
            } else if (beside && box.right() < caption.x()) {
                left = Math.max(left, box.right());
            }
        }
        return line.box().x() >= left - 1 && line.box().right() <= right + 1;
    }

    private static List<List<Line>> below(List<Line> lines, Box caption, float size) {
        List<Line> under = lines.stream()
                .filter(line -> line.box().y() > caption.bottom() - 0.3f * size)
                .sorted(Comparator.comparingDouble(line -> line.box().y()))
                .toList();
        return run(TableRows.beside(under), caption.bottom(), 1);
    }

    private static List<List<Line>> above(List<Line> lines, Box caption, float size) {
        List<Line> over = lines.stream()
                .filter(line -> line.box().bottom() < caption.y() + 0.3f * size)
                .sorted(Comparator.comparingDouble(line -> line.box().y()))
                .toList();
        List<List<Line>> upwards = run(TableRows.beside(over).reversed(), caption.y(), -1);
        return upwards.reversed();
    }

    /** Rows that follow each other closely, up to prose, another label, or a gap. */
    private static List<List<Line>> run(List<List<Line>> rows, float from, int direction) {
        List<List<Line>> run = new ArrayList<>();
        float edge = from;
        int prose = 0;
        for (List<Line> row : rows) {
            Box box = row.stream().map(Line::box).reduce(Box::with).orElseThrow();
            float gap = direction > 0 ? box.y() - edge : edge - box.bottom();
            String text = row.getFirst().text();
            if (gap > (run.isEmpty() ? 1.5f : 1) * APART * row.getFirst().size()
                    || LABEL.matcher(text).matches()
                    || FIGURE.matcher(text).matches()) {
                break;
            }
            prose = TableRows.prose(row) || columnsOfProse(row, run) ? prose + 1 : 0;
            if (prose == 2) {
                run.removeLast();
                break;
            }
            run.add(row);
            edge = direction > 0 ? box.bottom() : box.y();
        }
        return run;
    }

    /** Below a table of narrow cells, two or three cells of many words are the columns of the page. */
    private static boolean columnsOfProse(List<Line> row, List<List<Line>> before) {
        List<TableRows.Cell> cells = TableRows.cells(row);
        long narrow = before.stream()
                .filter(r -> TableRows.cells(r).size() > cells.size())
                .count();
        return cells.size() < 4
                && narrow * 2 > before.size()
                && cells.stream().filter(c -> c.words().size() >= 5).count() * 2 > cells.size();
    }

    private List<PageSpan> spans(List<Line> lines) {
        List<PageSpan> spans = new ArrayList<>();
        lines.stream()
                .sorted(Comparator.comparing(line -> starts.getOrDefault(line, 0)))
                .forEach(line -> {
                    int start = starts.getOrDefault(line, 0);
                    int end = start + line.text().length();
                    if (!spans.isEmpty() && spans.getLast().end() + 1 == start) {
                        PageSpan before = spans.removeLast();
                        spans.add(new PageSpan(page.page(), before.start(), end));
                    } else {
                        spans.add(new PageSpan(page.page(), start, end));
                    }
                });
        return spans;
    }

    static List<Word> words(List<Line> row) {
        return row.stream()
                .flatMap(line -> line.words().stream())
                .sorted(Comparator.comparingDouble(word -> word.box().x()))
                .toList();
    }
}
