package org.winnow.formats.ids;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.winnow.formats.text.Chars;
import org.winnow.formats.text.Intake;
import org.winnow.formats.text.Lines;
import org.winnow.formats.value.DoiText;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.PubMedId;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;

/** A list of PubMed identifiers, DOIs or PubMed Central identifiers, one or several a line: a record for each. */
public final class IdList {
    private static final String BARE =
            "This is a list of identifiers: title and abstract are missing in every record. Export the same records from the"
                    + " database (from PubMed as nbib) and import that file as well or instead.";
    private static final Pattern PREFIX =
            Pattern.compile("(?i)\\b(pmid|pubmed id|pubmed|pmcid|doi)\\s*[:=]?\\s+(?=[\\dp])");
    private static final Pattern HEADER =
            Pattern.compile("(?i)\"?(pmids?|pubmed ids?|dois?|ids?|pmcids?|identifiers?)\"?:?");
    private static final Pattern PMC = Pattern.compile("(?i)(pmcid:)?PMC\\d{3,9}");
    private static final int FEWEST_DIGITS = 5;
    private static final int LINES_JUDGED = 500;

    private final Lines lines;
    private final Intake intake;

    public IdList(Lines lines, Intake intake) {
        this.lines = lines;
        this.intake = intake;
    }

    /** Whether a text holds identifiers and nothing else, but perhaps a word above them. */
    public static boolean recognises(String text, boolean whole) {
        List<String> all = text.lines().limit(LINES_JUDGED).toList();
        int judged = whole || all.size() == LINES_JUDGED ? all.size() : Math.max(1, all.size() - 1);
        int found = 0;
        boolean first = true;
        for (String line : all.subList(0, Math.min(judged, all.size()))) {
            String t = Chars.trimmed(line);
            boolean header = first && HEADER.matcher(t).matches();
            first &= t.isEmpty();
            if (!t.isEmpty() && !header) {
                for (String token : tokens(t)) {
                    if (record(token).isEmpty() || token.matches("\\d{1," + (FEWEST_DIGITS - 1) + "}")) {
                        return false;
                    }
                    found++;
                }
            }
        }
        return found > 0;
    }

    /** Reads to the end. */
    public void read() throws IOException {
        boolean first = true;
        while (lines.next()) {
            intake.inspect(lines, true);
            String line = Chars.trimmed(lines.buffer(), lines.start(), lines.end());
            boolean header = first && HEADER.matcher(line).matches();
            if (line.isEmpty() || header) {
                continue;
            }
            if (first) {
                intake.outside(lines.number(), BARE, "");
            }
            first = false;
            for (String token : tokens(line)) {
                one(token, line);
            }
        }
    }

    private void one(String token, String line) {
        Optional<BibRecord.Builder> record = record(token);
        if (record.isPresent()) {
            intake.record(record.get().raw(line).build(), lines.number());
        } else {
            intake.reject(
                    lines.number(),
                    "“" + Chars.excerpt(token) + "” is neither a PubMed identifier nor a DOI, so it was left out.",
                    line);
        }
    }

    private static List<String> tokens(String line) {
        List<String> tokens = new ArrayList<>();
        for (String token : PREFIX.matcher(line).replaceAll("$1:").split("[\\s,;|\"]+")) {
            String t = token.replaceAll("^[\\[(]+|[\\])]+$", "");
            if (!t.isEmpty()) {
                tokens.add(t.startsWith("10.") || t.toLowerCase(Locale.ROOT).startsWith("http") ? token : t);
            }
        }
        return tokens;
    }

    private static Optional<BibRecord.Builder> record(String token) {
        Optional<Doi> doi = DoiText.whole(token);
        if (doi.isPresent()) {
            return Optional.of(BibRecord.builder().doi(doi.get()));
        }
        if (PMC.matcher(token).matches()) {
            String id = token.substring(token.toUpperCase(Locale.ROOT).lastIndexOf("PMC"));
            return Optional.of(BibRecord.builder()
                    .accession(id.toUpperCase(Locale.ROOT))
                    .extra(ExtraKey.PMCID, id.toUpperCase(Locale.ROOT)));
        }
        String plain = PubMedId.plain(token);
        String pmid = plain.isEmpty() ? PubMedId.in(token) : plain;
        return pmid.isEmpty()
                ? Optional.empty()
                : Optional.of(BibRecord.builder().pmid(pmid));
    }
}
