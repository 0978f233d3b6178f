package org.winnow.formats.ciw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.formats.tagged.Fields;
import org.winnow.formats.value.AuthorNames;
import org.winnow.formats.value.DocumentKind;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.Keywords;
import org.winnow.formats.value.PageRange;
import org.winnow.formats.value.PubMedId;
import org.winnow.formats.value.PublicationYear;
import org.winnow.formats.value.StandardNumbers;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.ReferenceType;

/** From the field tags of Web of Science to the fields of a record. */
final class CiwMapping {
    /** {@code (mail@example.org)} behind a name, as BIOSIS writes it. */
    private static final Pattern BEHIND_NAME = Pattern.compile("\\s*\\([^)]*@[^)]*\\)\\s*$");

    /** Inspec's source line: {@code Title. 1992; 19: 20-31}. */
    private static final Pattern INSPEC_SOURCE = Pattern.compile("(.+?)\\. (\\d{4}); ([^:]+): (\\S+)");

    /** What divides Inspec's kinds of terms, unlike the slash that ends {@code /sub 2/}. */
    private static final Pattern SLASH = Pattern.compile("(?<!/su[bp] {1,2}[^/]{1,8})/ ");

    /** Before a classification code of Inspec, {@code A4265K}. */
    private static final Pattern CODE = Pattern.compile("(?:^| +)(?=[A-E]\\d{4}[A-Z]? [A-Z])");

    private static final Pattern PAGES = Pattern.compile("[A-Za-z]?\\d+(-[A-Za-z]?\\d+)?");

    private final Fields f;
    private final boolean inspec;

    CiwMapping(Fields fields) {
        this.f = fields;
        this.inspec = fields.peek("UT").startsWith("INSPEC") || fields.has("RT");
    }

    BibRecord.Builder map() {
        BibRecord.Builder b = BibRecord.builder();
        ReferenceType type = type();
        b.type(type).title(f.take("TI", "FT", "VT"));
        authors(b);
        source(b);
        dates(b);
        pages(b);
        b.abstractText(f.joined("AB", "\n"));
        keywords(b);
        b.language(f.take("LA")).publisher(f.take("PU"));
        numbers(b, type);
        identifiers(b);
        if (f.peek("DT").equals("-")) {
            f.take("DT");
        }
        CiwTags.KEYS.forEach((tag, key) -> f.keep(tag, key, b));
        f.rest(b);
        return b;
    }

    /** DT may name several kinds; one that is finer than an article counts. PT says journal, book, series or patent. */
    private ReferenceType type() {
        String publication = f.take("PT");
        for (String words : (f.peek("DT") + ";" + f.peek("TY") + ";" + f.peek("RT")).split(";")) {
            Optional<ReferenceType> kind = words.equals("CONF")
                    ? Optional.of(ReferenceType.CONFERENCE)
                    : words.startsWith("-") ? Optional.empty() : DocumentKind.of(words);
            if (kind.isPresent() && kind.get() != ReferenceType.ARTICLE) {
                return kind.get();
            }
        }
        return switch (publication) {
            case "B" -> plain(f.peek("SO")).equals(plain(f.peek("TI"))) ? ReferenceType.BOOK : ReferenceType.CHAPTER;
            case "P" -> ReferenceType.PATENT;
            default -> ReferenceType.ARTICLE;
        };
    }

    private static String plain(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "");
    }

    /** AF has the same people as AU with their names in full. */
    private void authors(BibRecord.Builder b) {
        List<String> brief = new ArrayList<>();
        List<String> full = new ArrayList<>();
        f.takeAll(Set.of("AU", "BA"), brief::add);
        f.takeAll(Set.of("AF", "BF"), full::add);
        for (String name : full.size() >= brief.size() ? full : brief) {
            AuthorNames.several(BEHIND_NAME.matcher(name).replaceFirst("")).forEach(b::author);
        }
        f.takeAll("CA", v -> b.author(new Author(v, "")));
        if (brief.isEmpty() && full.isEmpty()) {
            f.takeAll("GP", v -> b.author(new Author(v, "")));
        }
    }

    private void source(BibRecord.Builder b) {
        Matcher inspecSource = INSPEC_SOURCE.matcher(f.peek("SO"));
        if (f.has("RT") && inspecSource.matches()) {
            f.take("SO");
            b.journal(inspecSource.group(1)).volume(inspecSource.group(3)).pages(inspecSource.group(4));
            b.year(PublicationYear.in(inspecSource.group(2)));
            return;
        }
        b.journal(f.take("SO", "SE", "J9")).journalShort(f.take("JI", "J9", "TA"));
        b.volume(f.take("VL")).issue(f.take("IS"));
    }

    /** PD is the part of the date before the year, unless it has the year itself. */
    private void dates(BibRecord.Builder b) {
        String year = f.peek("PY");
        String part = f.take("PD");
        Integer read = PublicationYear.in(year.isEmpty() ? part : year);
        if (read == null) {
            read = PublicationYear.in(f.peek("EY") + " " + f.peek("EA"));
        } else {
            f.take("PY");
        }
        if (read != null) {
            b.year(read);
        }
        b.date(PublicationYear.dated(part, read));
    }

    private void pages(BibRecord.Builder b) {
        String begin = f.take("BP", "BR");
        if (begin.isEmpty() && PAGES.matcher(f.peek("SP")).matches()) {
            begin = f.take("SP");
        }
        String pages = PageRange.joined(begin, f.take("EP"));
        if (inspec && !f.peek("PS").isEmpty()) {
            pages = f.take("PS");
        }
        if (pages.isEmpty()) {
            pages = f.take("PS", "AR");
        }
        if (!pages.isEmpty()) {
            b.pages(pages);
        }
    }

    /** Inspec divides its kinds of index terms by a slash; its ID is no keyword. */
    private void keywords(BibRecord.Builder b) {
        f.takeAll("DE", v -> {
            for (String group : inspec ? SLASH.split(v) : new String[] {v}) {
                if (CODE.matcher(group).find()) {
                    CODE.splitAsStream(group).forEach(term -> Keywords.divide(term, b::keyword));
                } else {
                    Keywords.divide(group, b::keyword);
                }
            }
        });
        if (!inspec) {
            f.takeAll("ID", v -> Keywords.divide(v, b::keyword));
        }
    }

    private void numbers(BibRecord.Builder b, ReferenceType type) {
        StandardNumbers numbers = new StandardNumbers();
        boolean book = type == ReferenceType.BOOK || type == ReferenceType.CHAPTER;
        f.takeAll(Set.of("SN", "EI"), v -> numbers.add(v, book));
        f.takeAll("BN", v -> numbers.add(v, true));
        b.issn(numbers.issn()).isbn(numbers.isbn());
    }

    private void identifiers(BibRecord.Builder b) {
        Optional<Doi> doi = Doi.find(f.peek("DI"));
        if (doi.isPresent()) {
            f.take("DI");
        }
        if (doi.isEmpty() && Doi.find(f.peek("D2")).isPresent()) {
            doi = Doi.find(f.take("D2"));
        }
        b.doi(doi.or(() -> inspec ? Doi.find(f.peek("ID")) : Optional.<Doi>empty())
                .orElse(null));
        String pmid = PubMedId.plain(f.peek("PM"));
        if (pmid.isEmpty() && f.peek("UT").startsWith("MEDLINE:")) {
            pmid = PubMedId.in(f.peek("UT"));
        } else if (!pmid.isEmpty()) {
            f.take("PM");
        }
        b.pmid(pmid).accession(f.take("UT", "AN"));
        b.url(f.take("DL"));
        f.keep("DL", ExtraKey.OTHER_URL, b);
    }
}
