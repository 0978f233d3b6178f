package org.winnow.formats;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.winnow.formats.ris.RisFile;

/** The database that tagged records say they are from: the first DB of each, or what else gives it away. */
final class TaggedDatabase {
    /** What DB and DP contain, and the name by which reports call the database; the first that fits counts. */
    private static final List<Map.Entry<String, String>> NAMES = List.of(
            Map.entry("journals@ovid", "Journals@Ovid"),
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

    private static final Pattern UNIQUE_ID = Pattern.compile("(?m)^UT ([A-Z]+):");

    /** How the identifiers begin in the databases on the platform Web of Science. */
    private static final Map<String, String> WEB_OF_SCIENCE = Map.of(
            "INSPEC",
            "Inspec",
            "BCI",
            "BIOSIS",
            "BIOABS",
            "BIOSIS",
            "CABI",
            "CAB Abstracts",
            "FSTA",
            "FSTA",
            "MEDLINE",
            "MEDLINE",
            "KJD",
            "KCI",
            "SCIELO",
            "SciELO",
            "PPRN",
            "Preprint Citation Index");

    private static final int RECORDS_ASKED = 200;

    private TaggedDatabase() {}

    static String of(Format format, String head) {
        if (format == Format.NBIB) {
            return head.contains("OWN - ERIC")
                    ? "ERIC"
                    : head.contains("PMC - PMC") && !head.contains("OWN - ") ? "PubMed Central" : "PubMed";
        }
        if (format == Format.CIW) {
            Set<String> prefixes = new HashSet<>();
            UNIQUE_ID.matcher(head).results().forEach(m -> prefixes.add(m.group(1)));
            String only = prefixes.size() == 1 ? prefixes.iterator().next() : "";
            return head.contains("TI ~ ") ? "Inspec" : WEB_OF_SCIENCE.getOrDefault(only, "Web of Science");
        }
        Set<String> told = format == Format.ENW ? behind("%~ ", head) : told(head);
        if (told.size() > 1) {
            return "";
        }
        return told.isEmpty() ? byTraces(head) : told.iterator().next();
    }

    private static Set<String> behind(String tag, String head) {
        Set<String> told = new HashSet<>();
        head.lines()
                .filter(l -> l.startsWith(tag))
                .forEach(l -> told.add(name(l.substring(tag.length()).strip())));
        return told;
    }

    private static Set<String> told(String head) {
        Set<String> told = new HashSet<>();
        boolean asked = false;
        int records = 0;
        for (String line : (Iterable<String>) head.lines()::iterator) {
            String tag = line.length() > 200 ? "" : RisFile.tag(line);
            if (tag.equals("TY") || tag.equals("VN")) {
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

    /** The name by which reports call a database that calls itself so. */
    static String name(String db) {
        String low = db.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> known : NAMES) {
            if (low.contains(known.getKey())) {
                return known.getValue();
            }
        }
        return db;
    }
}
