package org.winnow.formats.ovid;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.formats.tagged.Fields;
import org.winnow.formats.value.DocumentKind;
import org.winnow.formats.value.DoiText;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.Keywords;
import org.winnow.formats.value.PubMedId;
import org.winnow.formats.value.PublicationYear;
import org.winnow.formats.value.StandardNumbers;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.ReferenceType;

/** From Ovid's tags, or the names they stand for, to the fields of a record. */
final class OvidMapping {
    /** What Journals@Ovid and PsycINFO print behind a title. */
    private static final Pattern BEHIND_TITLE = Pattern.compile("\\.?\\s*\\[[A-Z][A-Za-z:/ -]{2,40}\\]\\.?\\s*$");

    private static final Pattern BOOK_TITLE =
            Pattern.compile("(?:(.+?\\[Eds?\\.?\\])\\.? )?\\[?(.+?)(?:\\.?\\]|\\. ).*", Pattern.DOTALL);
    private static final Pattern CHAPTER_PAGES = Pattern.compile("Chapter pagination: ([\\w-]+)");

    /** Not within the brackets behind a name. */
    private static final Pattern BETWEEN_NAMES = Pattern.compile(";(?![^\\[]*\\])|\n");

    private static final Set<String> AUTHORS = Set.of("AU", "Author", "Authors");
    private static final Set<String> FULL_NAMES = Set.of("FA", "AF", "Authors Full Name");
    private static final Set<String> TERMS =
            Set.of("KW", "MH", "SH", "DE", "Author Keywords", "Keywords", "MeSH Subject Headings", "Subject Headings");
    private static final Set<String> CONCEPTS = Set.of("ID", "Key Concepts");
    private static final Set<String> SERIAL_NUMBERS = Set.of("IS", "IT", "IL", "ISSN");
    private static final Set<String> KINDS = Set.of("PT", "DT", "Publication Type", "Document Type");
    private static final Set<String> LISTS = Set.of(
            "IN",
            "Institution",
            "RF",
            "CR",
            "References",
            "MeSH Subject Headings",
            "Subject Headings",
            "TM",
            "TD",
            "SY");

    private final Fields f;

    OvidMapping(Fields fields) {
        this.f = fields;
    }

    /** Whether each line of such a field, or each block of lines, stands for itself. */
    static boolean list(String tag) {
        return LISTS.contains(tag);
    }

    BibRecord.Builder map() {
        BibRecord.Builder b = BibRecord.builder();
        b.type(type());
        String chapter = f.take("Chapter Title");
        String title = title(f.take("TI", "Title", "BT", "Book Title"));
        b.title(chapter.isEmpty() ? title : chapter);
        Set<String> people = FULL_NAMES.stream().anyMatch(f::has) ? FULL_NAMES : AUTHORS;
        f.takeAll(people, v -> {
            for (String name : BETWEEN_NAMES.split(v)) {
                OvidNames.one(name, b);
            }
        });
        f.takeAll(AUTHORS, brief -> {});
        String journal = f.take("JN", "JO", "Journal", "Journal Name");
        b.journal(chapter.isEmpty() ? journal : title);
        b.journalShort(f.take("JA"));
        b.volume(f.take("VO", "VI", "Volume")).issue(f.take("IP", "Issue")).pages(f.take("PG", "Page", "Pages"));
        dates(b);
        source(b);
        b.abstractText(f.joined("AB", "\n") + f.take("Abstract").replaceFirst("^: ", ""));
        keywords(b);
        b.language(f.take("LG", "LA", "Language").replaceFirst("\\.$", ""));
        b.publisher(f.take("PB", "PU", "Publisher"));
        numbers(b);
        identifiers(b);
        kept(b);
        return b;
    }

    private ReferenceType type() {
        Optional<ReferenceType> found = Optional.empty();
        for (int i = 0; i < f.size(); i++) {
            if (KINDS.contains(f.tag(i))) {
                String words = f.value(i).split("[.;:]")[0];
                Optional<ReferenceType> kind = DocumentKind.of(words);
                boolean finer = found.isEmpty() || found.get() == ReferenceType.ARTICLE;
                found = kind.isPresent() && finer ? kind : found;
            }
        }
        if (f.has("Chapter Title") && found.filter(ReferenceType.BOOK::equals).isPresent()) {
            return ReferenceType.CHAPTER;
        }
        return found.orElse(f.has("BT") || f.has("Chapter Title") ? ReferenceType.CHAPTER : ReferenceType.ARTICLE);
    }

    private static String title(String value) {
        return BEHIND_TITLE.matcher(value).replaceFirst("");
    }

    private void dates(BibRecord.Builder b) {
        String date = f.take("DP", "Publication Date");
        String year = f.take("YR", "Year of Publication");
        b.date(date);
        b.year(PublicationYear.in(year.isEmpty() ? date : year));
    }

    /** What has no field of its own in the file is in the source line, or for chapters in the book's. */
    private void source(BibRecord.Builder b) {
        BibRecord soFar = b.build();
        String line = f.peek("SO", "Source");
        int series = line.indexOf("Series Information:");
        line = series < 0 ? line : line.substring(0, series).strip();
        OvidSource source = OvidSource.of(line);
        if (source != null) {
            String whole = f.take("SO", "Source");
            if (series >= 0) {
                b.extra(ExtraKey.SERIES, whole.substring(series + "Series Information:".length()));
            }
            for (String name : source.editors().split("(?<=\\]),? ")) {
                if (!name.isBlank()) {
                    OvidNames.one(name.contains("[") ? name : name + " [Ed]", b);
                }
            }
            if (soFar.title().isEmpty()) {
                b.title(source.title());
            } else {
                b.journal(first(soFar.journal(), source.title()));
            }
            b.volume(first(soFar.volume(), source.volume()));
            b.issue(first(soFar.issue(), source.issue())).pages(first(soFar.pages(), source.pages()));
            String date = source.date().length() > 4 ? source.date() : "";
            b.date(first(soFar.date(), date));
        } else if (soFar.journal().isEmpty() && line.indexOf('.') > 0) {
            b.journal(line.substring(0, line.indexOf('.')));
        }
        if (soFar.year() == null) {
            b.year(PublicationYear.in(source == null ? line : source.date()));
        }
        book(b, f.peek("BT"));
    }

    private void book(BibRecord.Builder b, String line) {
        Matcher m = BOOK_TITLE.matcher(line);
        if (line.isEmpty() || !m.matches()) {
            return;
        }
        f.take("BT");
        b.extra("BT", line);
        if (m.group(1) != null) {
            OvidNames.one(m.group(1), b);
        }
        b.journal(m.group(2));
        Matcher pages = CHAPTER_PAGES.matcher(line);
        if (pages.find()) {
            b.pages(pages.group(1));
        }
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private void keywords(BibRecord.Builder b) {
        f.takeAll(TERMS, v -> divide(v, b));
        f.takeAll(CONCEPTS, v -> divide(v, b));
    }

    private static void divide(String v, BibRecord.Builder b) {
        for (String line : v.split("\n")) {
            String terms = line.replaceFirst("\\.$", "");
            if (terms.indexOf(';') >= 0) {
                Keywords.divide(terms, b::keyword);
            } else {
                Keywords.divideAtCommas(terms, b::keyword);
            }
        }
    }

    private void numbers(BibRecord.Builder b) {
        StandardNumbers numbers = new StandardNumbers();
        f.takeAll(SERIAL_NUMBERS, v -> numbers.add(v.replaceAll("\\(.*?\\)", "").strip(), false));
        f.takeAll(Set.of("IB", "BN", "ISBN"), v -> numbers.add(v, true));
        b.issn(numbers.issn()).isbn(numbers.isbn());
    }

    private void identifiers(BibRecord.Builder b) {
        String told = f.take("DI", "DO", "DOI Number", "DOI", "Digital Object Identifier");
        Optional<Doi> doi = Doi.find(told);
        if (doi.isEmpty() && !told.isEmpty()) {
            b.extra("DO", told);
        }
        b.doi(doi.or(() -> DoiText.whole(f.peek("Link to the Ovid Full Text or citation")))
                .orElse(null));
        String database = f.peek("DB").toLowerCase(Locale.ROOT);
        boolean medline = database.contains("medline") || database.contains("pubmed");
        String pmid = PubMedId.plain(f.take("PM", "PMID", "PubMed ID", "PubMed Identifier"));
        String unique = f.take("UI", "Unique Identifier");
        if (pmid.isEmpty() && medline) {
            pmid = PubMedId.plain(unique.isEmpty() ? f.peek("AN") : unique);
        }
        String accession = f.take("AN", "Accession Number").replaceFirst("^Peer Reviewed Journal: ", "");
        accession = accession.replaceFirst("\\.$", "");
        b.pmid(pmid).accession(first(accession, unique));
        b.url(f.take("XL", "Link to the Ovid Full Text or citation"));
    }

    private void kept(BibRecord.Builder b) {
        f.keep("XL", ExtraKey.OTHER_URL, b);
        f.keep("IN", ExtraKey.AFFILIATION, b);
        f.keep("Institution", ExtraKey.AFFILIATION, b);
        f.keep("TT", ExtraKey.OTHER_TITLE, b);
        f.keep("DB", ExtraKey.DATABASE, b);
        f.keep("VN", ExtraKey.PROVIDER, b);
        KINDS.forEach(tag -> f.keep(tag, ExtraKey.WORK_TYPE, b));
        f.rest(b);
    }
}
