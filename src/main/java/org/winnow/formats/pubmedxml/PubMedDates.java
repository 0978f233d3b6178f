package org.winnow.formats.pubmedxml;

import java.util.List;
import org.winnow.formats.xml.XmlElement;

/** A date in elements, written as MEDLINE text writes it: {@code 2017 Nov 9}. */
final class PubMedDates {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private PubMedDates() {}

    static String of(XmlElement date) {
        String free = date.child("MedlineDate").text();
        if (!free.isEmpty()) {
            return free;
        }
        StringBuilder all = new StringBuilder(date.child("Year").text());
        add(date.child("Season").text(), all);
        add(month(date.child("Month").text()), all);
        add(date.child("Day").text().replaceFirst("^0", ""), all);
        return all.toString();
    }

    private static String month(String text) {
        if (!text.matches("\\d{1,2}")) {
            return text;
        }
        int n = Integer.parseInt(text);
        return n >= 1 && n <= MONTHS.size() ? MONTHS.get(n - 1) : text;
    }

    private static void add(String part, StringBuilder to) {
        if (!part.isEmpty()) {
            to.append(to.isEmpty() ? "" : " ").append(part);
        }
    }
}
