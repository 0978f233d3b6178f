package org.winnow.formats.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.winnow.formats.table.TableMapping.Column;
import org.winnow.formats.value.DoiText;

/** What the columns of a table hold, as far as their cells tell. */
final class ContentGuess {
    private static final Predicate<String> YEAR =
            Pattern.compile("(1[5-9]|20)\\d\\d(\\.0)?").asMatchPredicate();
    private static final Predicate<String> PMID =
            Pattern.compile("[1-9]\\d{6,7}").asMatchPredicate();
    private static final Predicate<String> ISSN =
            Pattern.compile("\\d{4}-\\d{3}[\\dXx]").asMatchPredicate();
    private static final Predicate<String> ADDRESS =
            Pattern.compile("https?://\\S+").asMatchPredicate();
    private static final Predicate<String> NUMBER =
            Pattern.compile("[-+]?\\d+([.,]\\d+)?").asMatchPredicate();

    /** A word of a name: with a capital, an initial, a particle in lower case. */
    private static final Predicate<String> NAME_WORD =
            Pattern.compile("(?U)\\p{Lu}[\\p{L}.'’-]*|\\p{Ll}{2,3}|et|al\\.").asMatchPredicate();

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[;,&|/]| and ");

    private static final double MOST = 0.7;
    private static final int ABSTRACT_LENGTH = 250;

    private final List<String> cells;

    private ContentGuess(List<List<String>> rows, int column) {
        cells = rows.stream()
                .map(r -> column < r.size() ? Cells.value(r.get(column)) : "")
                .filter(c -> !c.isEmpty())
                .toList();
    }

    /**
     * The columns, with fields for those that no name told.
     *
     * @param careful whether only what makes a record is guessed, the rest being named by its columns
     */
    static List<Column> completed(List<Column> columns, List<List<String>> rows, boolean careful) {
        Set<TableField> wanted = careful
                ? EnumSet.of(TableField.DOI, TableField.ABSTRACT, TableField.TITLE)
                : EnumSet.of(
                        TableField.DOI,
                        TableField.PMID,
                        TableField.YEAR,
                        TableField.ISSN,
                        TableField.URL,
                        TableField.ABSTRACT,
                        TableField.AUTHORS,
                        TableField.TITLE,
                        TableField.JOURNAL);
        List<Column> all = new ArrayList<>(columns);
        columns.forEach(c -> wanted.remove(c.field()));
        for (TableField field :
                wanted.stream().sorted((a, b) -> order(a) - order(b)).toList()) {
            int best = -1;
            double most = 0;
            for (int i = 0; i < all.size(); i++) {
                double likely = all.get(i).field() == TableField.OTHER ? new ContentGuess(rows, i).likely(field) : 0;
                if (likely > most) {
                    most = likely;
                    best = i;
                }
            }
            if (best >= 0) {
                all.set(best, new Column(all.get(best).name(), field));
            }
        }
        return all;
    }

    /** Whether a text is a value rather than the name of a column. */
    static boolean valueLike(String text) {
        return NUMBER.test(text)
                || ISSN.test(text)
                || ADDRESS.test(text)
                || DoiText.whole(text).isPresent();
    }

    /** The stricter what a field looks like, the earlier it takes its column. */
    private static int order(TableField field) {
        return switch (field) {
            case DOI -> 0;
            case ISSN -> 1;
            case YEAR -> 2;
            case PMID -> 3;
            case URL -> 4;
            case ABSTRACT -> 5;
            case AUTHORS -> 6;
            case TITLE -> 7;
            default -> 8;
        };
    }

    /** How likely the cells are what a field holds; 0 where they are not. */
    private double likely(TableField field) {
        if (cells.isEmpty()) {
            return 0;
        }
        return switch (field) {
            case DOI -> most(share(c -> DoiText.whole(c).isPresent()));
            case ISSN -> most(share(ISSN));
            case YEAR -> most(share(YEAR));
            case PMID -> different() > MOST ? most(share(PMID)) : 0;
            case URL -> most(share(ADDRESS));
            case ABSTRACT -> length() >= ABSTRACT_LENGTH ? length() : 0;
            case AUTHORS -> most(share(ContentGuess::names));
            case TITLE -> words() >= 3 && different() > MOST && length() < 400 ? length() * headline() : 0;
            default -> words() >= 1 && share(NUMBER) < 0.1 && length() > 3 && length() < 100 ? 2 - different() : 0;
        };
    }

    private static boolean names(String cell) {
        String[] words = cell.strip().split("[\\s;,&|/]+");
        boolean divided = BETWEEN_NAMES.matcher(cell).find();
        return words.length > 1
                && (divided || words.length <= 3)
                && Arrays.stream(words).allMatch(NAME_WORD);
    }

    private static double most(double share) {
        return share >= MOST ? share : 0;
    }

    private double share(Predicate<String> looks) {
        return (double) cells.stream().filter(looks).count() / cells.size();
    }

    /** Sentences end with a full stop, titles mostly do not. */
    private double headline() {
        return share(c -> c.endsWith(".")) > MOST ? 0.4 : 1;
    }

    private double length() {
        return cells.stream().mapToInt(String::length).average().orElse(0);
    }

    private double words() {
        return cells.stream().mapToInt(c -> c.split("\\s+").length).average().orElse(0);
    }

    private double different() {
        return (double) new HashSet<>(cells).size() / cells.size();
    }
}
