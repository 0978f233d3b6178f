package org.winnow.dedup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.KeeperClaim;
import org.winnow.model.ReferenceType;

/** Reduces records to what is compared; several at a time may be. */
final class Preparation {
    private static final Pattern FIRST_NUMBER = Pattern.compile("[a-z]{0,2}\\d+");
    private static final Pattern ISSN = Pattern.compile("\\b(\\d{4})-?(\\d{3}[\\dXx])\\b");
    private static final Pattern SUPPLEMENT =
            Pattern.compile("suppl|\\bs-?\\d|\\ds\\b|abstract|conf", Pattern.CASE_INSENSITIVE);
    /** {@code S23}, {@code A186}, {@code 81A}, {@code Suppl-6}; small letters stand before the number of an article. */
    private static final Pattern SUPPLEMENT_PAGES = Pattern.compile("(?i:suppl)|\\b[SA]-?\\d|\\b\\d+[AS]\\b");

    private static final Pattern MEETING = Pattern.compile(
            "\\b(?:conference|congress|symposium|annual (?:scientific )?meeting|meeting abstracts?|abstracts?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PREPRINT_PLACE = Pattern.compile(
            "\\b(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|preprints?|ssrn|research square|techrxiv|f1000 preprint)\\b");
    /** Prefixes of arXiv, bioRxiv and medRxiv, SSRN, Research Square, Preprints.org, OSF, ChemRxiv, Authorea, TechRxiv. */
    private static final Pattern PREPRINT_DOI =
            Pattern.compile("10\\.48550/.*|10\\.1101/(?:20\\d\\d\\.|\\d{6}).*|10\\.2139/ssrn.*|10\\.21203/rs.*"
                    + "|10\\.20944/preprints.*|10\\.312(?:19|34|35)/.*|10\\.26434/.*|10\\.22541/au.*|10\\.36227/.*");

    /** Journals repeat by the thousand; each name is kept once. */
    private final Map<String, String> journals = new ConcurrentHashMap<>();

    /** So do volumes and issues. */
    private final Map<String, String> numbers = new ConcurrentHashMap<>();

    Prepared prepare(Candidate candidate) {
        BibRecord r = candidate.record();
        String journal = journals.computeIfAbsent(r.journal(), Journals::words);
        String shorter = r.journalShort().isEmpty() ? Journals.meeting(r.journal()) : r.journalShort();
        String shortName = journals.computeIfAbsent(shorter, Journals::words);
        TitleText title = TitleText.of(withoutRunningHead(r.title(), r.authors()), journal);
        Doi doi = r.doi();
        String bareDoi = doi == null ? "" : doi.value().replace("//", "/");
        String authors = Names.line(r.authors());
        String volume = numbers.computeIfAbsent(r.volume(), Preparation::number);
        String issue = numbers.computeIfAbsent(r.issue(), Preparation::number);
        Pages pages = Pages.of(r.pages());
        int[] sketch = sketch(r.abstractText());
        Integer year = r.year();
        int y = year == null ? 0 : year;
        String issn = issn(r.issn());
        String isbn = r.type() == ReferenceType.BOOK ? Isbns.of(r.isbn()) : "";
        boolean preprint = preprint(r.type(), journal, bareDoi);
        boolean supplement = supplement(r);
        long content = content(
                List.of(
                        title, authors, y, journal, shortName, issn, isbn, volume, issue, pages, bareDoi, r.pmid(),
                        r.type()),
                sketch);
        return new Prepared(
                KeeperClaim.of(candidate.id(), r, candidate.rank()),
                candidate.compared(),
                r.type(),
                title,
                authors,
                y,
                journal,
                shortName,
                issn,
                isbn,
                volume,
                issue,
                pages,
                bareDoi,
                r.pmid(),
                sketch,
                preprint,
                supplement,
                content);
    }

    /** {@code Weber/Editor's Comments}: the line at the top of a page has the author before the title. */
    private static String withoutRunningHead(String title, List<Author> authors) {
        int slash = title.indexOf('/');
        boolean author =
                slash > 1 && authors.stream().anyMatch(a -> a.family().equalsIgnoreCase(title.substring(0, slash)));
        return author ? title.substring(slash + 1) : title;
    }

    /** What stands in the place of an abstract may be the publisher's notice alone. */
    private static int[] sketch(String text) {
        String words = Fold.words(text);
        return Sketch.of(words.startsWith("copyright") ? "" : words);
    }

    /** The number in {@code 32 Spec No2}, {@code 4 (1) (no pagination)}, {@code Suppl 2}; else the words. */
    private static String number(String text) {
        String words = Fold.words(text);
        Matcher m = FIRST_NUMBER.matcher(words);
        if (!m.find()) {
            return words.startsWith("suppl") || words.startsWith("spec") ? "" : words;
        }
        return m.group().replaceFirst("^0+(?=\\d)", "");
    }

    /** All numbers in order, since a field often holds the printed and the electronic one. */
    private static String issn(String text) {
        if (text.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        Matcher m = ISSN.matcher(text);
        while (m.find()) {
            String number = m.group(1) + m.group(2).toLowerCase(Locale.ROOT);
            if (out.indexOf(number) < 0) {
                out.append(out.isEmpty() ? "" : " ").append(number);
            }
        }
        return out.toString();
    }

    private static boolean supplement(BibRecord r) {
        return r.type() == ReferenceType.CONFERENCE
                || SUPPLEMENT.matcher(r.issue()).find()
                || SUPPLEMENT.matcher(r.volume()).find()
                || SUPPLEMENT_PAGES.matcher(r.pages()).find()
                || MEETING.matcher(r.journal()).find();
    }

    private static boolean preprint(ReferenceType type, String journal, String doi) {
        return type == ReferenceType.PREPRINT
                || PREPRINT_PLACE.matcher(journal).find()
                || PREPRINT_DOI.matcher(doi).matches();
    }

    private static long content(List<Object> fields, int[] sketch) {
        long h = Arrays.hashCode(sketch);
        for (Object field : fields) {
            h = Fold.mixed(h * 31 + Fold.hash(field.toString()));
        }
        return h;
    }
}
