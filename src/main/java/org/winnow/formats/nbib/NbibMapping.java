package org.winnow.formats.nbib;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.tagged.Fields;
import org.winnow.formats.value.AuthorNames;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.MedlineType;
import org.winnow.formats.value.PubMedId;
import org.winnow.formats.value.PublicationYear;
import org.winnow.formats.value.StandardNumbers;
import org.winnow.formats.value.TrialNumber;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.ReferenceType;

/** From MEDLINE tags (NLM, MEDLINE/PubMed data element descriptions) to the fields of a record. */
final class NbibMapping {
    static final Set<String> SUFFIXES = Set.of("Jr", "Sr", "2nd", "3rd", "4th", "II", "III", "IV");

    /** What tags mean beside the fields. */
    static final Map<String, String> KEYS = keys();

    private final Fields e;

    NbibMapping(Fields e) {
        this.e = e;
    }

    /** The record that the tags describe, without its raw text. */
    BibRecord.Builder map() {
        BibRecord.Builder b = BibRecord.builder();
        b.type(type());
        titles(b);
        authors(b);
        String date = e.take("DP", "DEP", "DA", "EDAT");
        Integer year = PublicationYear.in(date);
        b.date(PublicationYear.dated(date, year)).year(year);
        journals(b);
        b.volume(e.take("VI")).issue(e.take("IP"));
        b.pages(pages());
        b.doi(doi());
        identifiers(b);
        abstracts(b);
        e.takeAll("MH", b::keyword);
        e.takeAll("OT", b::keyword);
        e.takeAll("KW", b::keyword);
        b.language(e.joined("LA", "; ")).publisher(e.take("PB"));
        numbers(b);
        e.takeAll("GN", b::note);
        editors(b);
        for (int i = 0; i < e.size(); i++) {
            String trial = e.tag(i).equals("SI") ? TrialNumber.in(e.value(i)) : "";
            if (!trial.isEmpty()) {
                e.take(i);
                b.extra(ExtraKey.REGISTRATION, trial);
            }
        }
        KEYS.forEach((tag, key) -> e.keep(tag, key, b));
        e.rest(b);
        return b;
    }

    /** Publication types stay in extra; the first that names a kind of document other than an article decides. */
    private ReferenceType type() {
        List<String> types = new ArrayList<>();
        for (int i = 0; i < e.size(); i++) {
            if (e.tag(i).equals("PT")) {
                types.add(e.value(i));
            }
        }
        return MedlineType.of(types).orElse(e.has("BTI") ? ReferenceType.BOOK : ReferenceType.ARTICLE);
    }

    /** FED has the same people as ED with their names in full. */
    private void editors(BibRecord.Builder b) {
        boolean full = e.has("FED");
        e.takeAll("ED", v -> {
            if (!full) {
                b.extra(ExtraKey.EDITOR, shortName(v).display());
            }
        });
        e.keep("FED", ExtraKey.EDITOR, b);
    }

    private void titles(BibRecord.Builder b) {
        String title = e.joined("TI", " ");
        if (title.isEmpty()) {
            title = e.take("BTI", "CTI", "TT");
        }
        b.title(title);
    }

    /** AU repeats the FAU before it in short; a group (CN) keeps its place among the authors. */
    private void authors(BibRecord.Builder b) {
        boolean paired = false;
        for (int i = 0; i < e.size(); i++) {
            String tag = e.tag(i);
            String value = e.value(i);
            if (tag.equals("FAU") && !value.isEmpty()) {
                b.author(Author.of(value));
                paired = true;
                e.take(i);
            } else if (tag.equals("AU") && !value.isEmpty()) {
                if (!paired && !AuthorNames.others(value)) {
                    b.author(shortName(value));
                }
                paired = false;
                e.take(i);
            } else if (tag.equals("CN") && !value.isEmpty()) {
                b.author(new Author(value, ""));
                paired = false;
                e.take(i);
            }
        }
    }

    /** {@code Smith JA Jr}: the initials are the last word, but for a suffix. */
    private static Author shortName(String name) {
        int blank = name.lastIndexOf(' ');
        if (blank > 0 && name.indexOf(',') < 0 && SUFFIXES.contains(name.substring(blank + 1))) {
            Author plain = AuthorNames.one(name.substring(0, blank));
            return plain.given().isEmpty()
                    ? plain
                    : new Author(plain.family(), plain.given() + ", " + name.substring(blank + 1));
        }
        return AuthorNames.one(name);
    }

    private void journals(BibRecord.Builder b) {
        String full = e.take("JT");
        String brief = e.take("TA");
        if (full.isEmpty()) {
            full = brief.isEmpty() ? e.take("BTI") : brief;
        }
        b.journal(full).journalShort(brief);
    }

    /** PG, or an article number that stands bare in LID. */
    private String pages() {
        String pages = e.take("PG");
        for (int i = 0; i < e.size() && pages.isEmpty(); i++) {
            String v = e.value(i);
            boolean bare = e.tag(i).equals("LID") && v.length() <= 20 && v.matches("[A-Za-z]{0,4}[0-9][0-9A-Za-z.-]*");
            if (bare) {
                e.take(i);
                pages = v;
            }
        }
        return pages;
    }

    private @Nullable Doi doi() {
        for (int i = 0; i < e.size(); i++) {
            String tag = e.tag(i);
            String value = e.value(i);
            boolean place = tag.equals("LID") || tag.equals("AID") || tag.equals("DO");
            boolean said = value.toLowerCase(Locale.ROOT).contains("doi") || value.startsWith("10.");
            Optional<Doi> doi = place && said ? Doi.find(value) : Optional.empty();
            if (doi.isPresent()) {
                takeDoi(doi.get());
                return doi.get();
            }
        }
        for (int i = 0; i < e.size(); i++) {
            int at = e.tag(i).equals("SO") ? e.value(i).indexOf("doi:") : -1;
            if (at >= 0) {
                return Doi.find(e.value(i).substring(at)).orElse(null);
            }
        }
        return null;
    }

    private void takeDoi(Doi doi) {
        for (int i = 0; i < e.size(); i++) {
            boolean place =
                    e.tag(i).equals("LID") || e.tag(i).equals("AID") || e.tag(i).equals("DO");
            if (place && Doi.find(e.value(i)).filter(doi::equals).isPresent()) {
                e.take(i);
            }
        }
    }

    private void identifiers(BibRecord.Builder b) {
        String told = e.take("PMID", "UI");
        int blank = told.indexOf(' ');
        String first = blank < 0 ? told : told.substring(0, blank);
        b.pmid(PubMedId.plain(first).isEmpty() ? PubMedId.in(told) : PubMedId.plain(first));
        String own = e.take("AN");
        b.accession(!own.isEmpty() ? own : first.isEmpty() ? e.take("PMC", "PMCR", "OID") : first);
        address(b);
    }

    /** An address among the article's identifiers, or under the tag that we write. */
    private void address(BibRecord.Builder b) {
        String url = e.take("URL");
        for (int i = 0; i < e.size() && url.isEmpty(); i++) {
            if (e.tag(i).equals("AID") && e.value(i).endsWith(" [url]")) {
                e.take(i);
                url = e.value(i).substring(0, e.value(i).length() - " [url]".length());
            }
        }
        b.url(url);
    }

    /** OAB is an abstract from elsewhere, often a mere remark that one exists. */
    private void abstracts(BibRecord.Builder b) {
        String text = e.joined("AB", "\n");
        for (int i = 0; i < e.size() && text.isEmpty(); i++) {
            boolean remark = e.value(i).contains("Abstract available from the publisher");
            if (e.tag(i).equals("OAB") && !remark) {
                e.take(i);
                text = e.value(i);
            }
        }
        b.abstractText(text);
    }

    private static Map<String, String> keys() {
        Map<String, String> m = new LinkedHashMap<>();
        m.put("PT", ExtraKey.WORK_TYPE);
        m.put("TT", ExtraKey.OTHER_TITLE);
        m.put("AD", ExtraKey.AFFILIATION);
        m.put("PMC", ExtraKey.PMCID);
        m.put("PL", ExtraKey.PLACE);
        m.put("EN", ExtraKey.EDITION);
        m.put("CTI", ExtraKey.SERIES);
        return m;
    }

    private void numbers(BibRecord.Builder b) {
        StandardNumbers numbers = new StandardNumbers();
        Set<String> books = new LinkedHashSet<>();
        e.takeAll("IS", v -> numbers.add(v, false));
        e.takeAll("ISSN", v -> numbers.add(v.replaceFirst("^E?ISSN-", ""), false));
        e.takeAll("ISBN", v -> books.add(v.replaceFirst("^ISBN-", "")));
        books.forEach(v -> numbers.add(v, true));
        b.issn(numbers.issn()).isbn(numbers.isbn());
    }
}
