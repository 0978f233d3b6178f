package org.winnow.prisma;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which cells of a sheet a checklist's answers go into. */
final class FormGrid {
    /** How forms head the column for the place: "Location where item is reported", "Reported on page #", "Page". */
    private static final Pattern PLACE = Pattern.compile("\\b(locations?|pages?|reported|line number)\\b");

    /** @param row and {@code column} from 0 */
    record Answer(int row, int column, String text) {}

    private FormGrid() {}

    /**
     * An answer for each row that has an item's number in one cell and nothing yet in the column for the place, which
     * is the last one headed so above the first item, or else the last one of the header.
     */
    static List<Answer> answers(List<List<String>> rows, Map<String, String> answers) {
        int column = column(rows, answers);
        List<Answer> found = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            List<String> row = rows.get(r);
            if (column < row.size() && !row.get(column).isBlank()) {
                continue;
            }
            for (int c = 0; c < Math.min(column, row.size()); c++) {
                String answer = answers.get(number(row.get(c)));
                if (answer != null) {
                    found.add(new Answer(r, column, answer));
                    break;
                }
            }
        }
        return found;
    }

    private static int column(List<List<String>> rows, Map<String, String> answers) {
        int widest = 0;
        for (List<String> row : rows) {
            if (row.stream().anyMatch(cell -> answers.containsKey(number(cell)))) {
                break;
            }
            for (int c = row.size() - 1; c > 0; c--) {
                String head = row.get(c).toLowerCase(Locale.ROOT);
                if (head.length() < LONGEST_HEAD && PLACE.matcher(head).find()) {
                    return c;
                }
            }
            widest = Math.max(widest, lastFilled(row));
        }
        return widest > 0
                ? widest
                : rows.stream().mapToInt(FormGrid::lastFilled).max().orElse(0) + 1;
    }

    private static final int LONGEST_HEAD = 80;

    private static int lastFilled(List<String> row) {
        int last = row.size() - 1;
        while (last >= 0 && row.get(last).isBlank()) {
            last--;
        }
        return Math.max(last, 0);
    }

    /** An item's number without the marks that forms put beside it. */
    static String number(String cell) {
        return cell.replaceAll("[.*†#\\s]", "").toLowerCase(Locale.ROOT);
    }
}
