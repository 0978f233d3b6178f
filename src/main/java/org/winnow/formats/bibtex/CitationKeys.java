package org.winnow.formats.bibtex;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.winnow.model.BibRecord;

/** A key for each entry, unique in its file and the same every time: its own where it had one, else made of its data. */
final class CitationKeys {
    /** Beyond this many, the place in the file makes a key unique, so that memory stays bounded. */
    private static final int MOST_REMEMBERED = 500_000;

    private static final Set<String> SMALL_WORDS = Set.of(
            "a", "an", "the", "on", "in", "of", "and", "for", "to", "with", "der", "die", "das", "la", "le", "el");

    private final Set<String> used = new HashSet<>();
    private long written;

    String of(BibRecord r) {
        written++;
        String own =
                r.extra().getOrDefault(BibMapping.CITATION_KEY, List.of("")).getFirst();
        String base = own.matches("[^\\s,={}\"#%~\\\\()']+") ? own : made(r);
        if (used.size() >= MOST_REMEMBERED) {
            return base + "-" + written;
        }
        String key = base;
        for (int i = 2; !used.add(key.toLowerCase(Locale.ROOT)); i++) {
            key = base + "-" + i;
        }
        return key;
    }

    /** Family name, year and the first word of the title that says something. */
    private static String made(BibRecord r) {
        String family =
                r.authors().isEmpty() ? "" : plain(r.authors().getFirst().family());
        String year = r.year() == null ? "" : r.year().toString();
        String word = "";
        for (String w : r.title().split("[\\s/–—-]+")) {
            String p = plain(w);
            if (!p.isEmpty() && !SMALL_WORDS.contains(p)) {
                word = p;
                break;
            }
        }
        String key = family + year + word;
        return key.isEmpty() ? "record" : key;
    }

    private static String plain(String text) {
        String letters = Normalizer.normalize(text.replace("ß", "ss").replace("ø", "o"), Normalizer.Form.NFKD);
        String plain = letters.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        return plain.substring(0, Math.min(plain.length(), 24));
    }
}
