package org.winnow.formats.bibtex;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.formats.value.PublicationYear;
import org.winnow.model.BibRecord;

/** The date of an entry: BibLaTeX's {@code date}, else {@code year}, {@code month} and {@code day}. */
final class BibDates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern WORD = Pattern.compile("(?i)[a-z]{3,}");
    private static final Pattern DAY = Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)?\\b");

    /** Field for a date that is not written as BibLaTeX wants it. */
    static final String AS_IT_CAME = "publication-date";

    private BibDates() {}

    /** Sets year and date; gives the text in which no year can be read, else empty. */
    static String into(BibRecord.Builder b, Taken e) {
        String date = e.take("date");
        if (!date.isEmpty()) {
            Integer year = PublicationYear.in(date);
            b.year(year).date(date.matches("\\d{4}") ? "" : date);
            e.same("year", year == null ? "" : year.toString());
            return year == null ? date : "";
        }
        String year = e.take("year");
        Integer found = PublicationYear.in(year);
        b.year(found);
        String told = e.take(AS_IT_CAME);
        if (!told.isEmpty()) {
            b.date(told);
            return "";
        }
        String month = e.take("month");
        if (found == null || !month.isEmpty() || year.length() > 4) {
            b.date(full(year, month, e.take("day")));
        }
        return found == null ? year : "";
    }

    /** {@code 2019-05-02} where all of it is understood, else the words as they came. */
    private static String full(String year, String month, String day) {
        int number = number(month);
        if (number == 0 || !year.matches("\\d{4}")) {
            return (year + " " + month + " " + day).strip().replaceAll("\\s+", " ");
        }
        Matcher inMonth = DAY.matcher(month);
        boolean named = WORD.matcher(month).find();
        String told = day.matches("\\d{1,2}") ? day : named && inMonth.find() ? inMonth.group(1) : "";
        String iso = "%s-%02d".formatted(year, number);
        return told.isEmpty() ? iso : "%s-%02d".formatted(iso, Integer.parseInt(told));
    }

    /** The month from 1, or 0 where the text names none or several. */
    private static int number(String month) {
        if (month.matches("0?[1-9]|1[0-2]")) {
            return Integer.parseInt(month);
        }
        Matcher word = WORD.matcher(month);
        int number = word.find() ? MONTHS.indexOf(word.group().substring(0, 3).toLowerCase(Locale.ROOT)) + 1 : 0;
        boolean several = number > 0 && word.find();
        String rest = month.replaceAll("(?i)[a-z]+|\\d{1,2}(st|nd|rd|th)?|[.,~\\s]", "");
        return several || !rest.isEmpty() ? 0 : number;
    }
}
