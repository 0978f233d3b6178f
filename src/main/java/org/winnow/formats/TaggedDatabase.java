package org.winnow.formats;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.winnow.formats.ris.RisFile;

/** The database that tagged records say they are from: the first DB of each, or what else gives it away. */
final class TaggedDatabase {
    /** What DB and DP contain, and the name by which reports call the database; the first that fits counts. */
    private static final List<Map.Entry<String, String>> NAMES = List.of(
            Map.entry("embase", "Embase"),
            Map.entry("emez", "Embase"),
            Map.entry("psycinfo", "PsycInfo"),
            Map.entry("psyh", "PsycInfo"),
            Map.entry("psycarticles", "PsycArticles"),
            Map.entry("cinahl", "CINAHL"),
            Map.entry("rzh", "CINAHL"),
            Map.entry("pubmed", "PubMed"),
            Map.entry("medline", "MEDLINE"),
            Map.entry("cmedm", "MEDLINE"),
            Map.entry("mdc", "MEDLINE"),
            Map.entry("scopus", "Scopus"),
            Map.entry("central", "Cochrane CENTRAL"),
            Map.entry("cochrane", "Cochrane Library"),
            Map.entry("web of science", "Web of Science"),
            Map.entry("ieee", "IEEE Xplore"),
            Map.entry("eric", "ERIC"),
            Map.entry("i3h", "Criminal Justice Abstracts"),
            Map.entry("openalex", "OpenAlex"),
            Map.entry("pmc", "PubMed Central"));

    /** Parts of lines that only one database writes. */
    private static final List<Map.Entry<String, String>> TRACES = List.of(
            Map.entry("UR  - https://www.scopus.com/", "Scopus"),
            Map.entry("UR  - http://www.scopus.com/", "Scopus"),
            Map.entry("UR  - https://lens.org/", "Lens"),
            Map.entry("AN  - WOS:", "Web of Science"),
            Map.entry("AN  - CN-", "Cochrane CENTRAL"),
            Map.entry("AN  -  CN-", "Cochrane CENTRAL"),
            Map.entry("Provider: John Wiley & Sons", "Cochrane Library"),
            Map.entry("UR  - http://www.embase.com/", "Embase"),
            Map.entry("UR  - https://www.embase.com/", "Embase"));

    private static final int RECORDS_ASKED = 200;

    private TaggedDatabase() {}

    static String of(Format format, String head) {
        if (format == Format.NBIB) {
            return head.contains("OWN - ERIC")
                    ? "ERIC"
                    : head.contains("PMC - PMC") && !head.contains("OWN - ") ? "PubMed Central" : "PubMed";
        }
        Set<String> told = told(head);
        if (told.size() > 1) {
            return "";
        }
        return told.isEmpty() ? byTraces(head) : told.iterator().next();
    }

    private static Set<String> told(String head) {
        Set<String> told = new HashSet<>();
        boolean asked = false;
        int records = 0;
        for (String line : (Iterable<String>) head.lines()::iterator) {
            String tag = line.length() > 200 ? "" : RisFile.tag(line);
            if (tag.equals("TY")) {
                asked = false;
                records++;
            }
            if (records > RECORDS_ASKED) {
                break;
            }
            if (tag.equals("DB") && !asked && !RisFile.value(line).isEmpty()) {
                told.add(name(RisFile.value(line)));
                asked = true;
            }
        }
        return told;
    }

    private static String byTraces(String head) {
        Set<String> found = new HashSet<>();
        for (Map.Entry<String, String> trace : TRACES) {
            if (head.contains(trace.getKey())) {
                found.add(trace.getValue());
            }
        }
        found.remove(found.size() > 1 ? "Cochrane Library" : "");
        return found.size() == 1 ? found.iterator().next() : "";
    }

    private static String name(String db) {
        String low = db.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> known : NAMES) {
            if (low.contains(known.getKey())) {
                return known.getValue();
            }
        }
        return db;
    }
}
