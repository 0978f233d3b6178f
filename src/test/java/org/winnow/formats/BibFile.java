package org.winnow.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.winnow.formats.value.PublicationYear;

/** Just enough BibTeX for the files that JabRef expects from its importers: fields in braces, nothing clever. */
final class BibFile {
    private BibFile() {}

    static List<Map<String, String>> entries(Path file) throws IOException {
        List<Map<String, String>> entries = new ArrayList<>();
        for (String entry : Files.readString(file).split("(?m)^@")) {
            if (entry.matches("(?s)[A-Za-z]+\\{.*") && !entry.startsWith("Comment")) {
                entries.add(fields(entry));
            }
        }
        return entries;
    }

    private static Map<String, String> fields(String entry) {
        Map<String, String> all = new TreeMap<>();
        int at = entry.indexOf('=');
        while (at > 0) {
            int open = entry.indexOf('{', at);
            if (open < 0) {
                break;
            }
            String[] before = entry.substring(0, at).strip().split("[\\s,]+");
            int close = closing(entry, open);
            all.put(before[before.length - 1].toLowerCase(Locale.ROOT), entry.substring(open + 1, close));
            at = entry.indexOf('=', close);
        }
        Map<String, String> wanted = new TreeMap<>();
        wanted.put("title", all.getOrDefault("title", ""));
        wanted.put("authors", all.getOrDefault("author", "").replace(" and ", "; "));
        Integer year = PublicationYear.in(all.getOrDefault("year", all.getOrDefault("date", "")));
        wanted.put("year", year == null ? "" : year.toString());
        wanted.put("doi", all.getOrDefault("doi", ""));
        wanted.put("abstract", all.getOrDefault("abstract", ""));
        return wanted;
    }

    private static int closing(String s, int open) {
        int depth = 0;
        for (int i = open; i < s.length(); i++) {
            depth += s.charAt(i) == '{' ? 1 : s.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return s.length();
    }
}
