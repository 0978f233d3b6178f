package org.winnow.formats.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.winnow.formats.text.Chars;
import org.winnow.formats.value.DocumentKind;
import org.winnow.formats.value.DoiText;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.Keywords;
import org.winnow.formats.value.PageRange;
import org.winnow.formats.value.PubMedId;
import org.winnow.formats.value.PublicationYear;
import org.winnow.formats.value.StandardNumbers;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.ReferenceType;

/** From the cells of a row to the fields of a record. */
final class RowMapping {
    private final Columns columns;
    private final AuthorLists authors;
    private final boolean registry;
    private final Consumer<String> mends;
    private final Set<Integer> taken = new HashSet<>();
    private List<String> cells = List.of();

    /** @param mends told of every value that could not go where its column says */
    RowMapping(TableMapping layout, Consumer<String> mends) {
        this.columns = new Columns(layout);
        this.authors = new AuthorLists(layout.authorSeparator(), layout.nameOrder());
        this.mends = mends;
        String database = TableDatabase.of(columns);
        this.registry = database.equals("ClinicalTrials.gov") || database.equals("WHO ICTRP");
    }

    /** The record that a row describes, without its raw text. */
    BibRecord.Builder map(List<String> row) {
        cells = row;
        taken.clear();
        BibRecord.Builder b = BibRecord.builder();
        b.type(type());
        b.title(Chars.oneLine(take(TableField.TITLE)));
        b.authors(authors.of(take(TableField.AUTHORS)));
        dates(b);
        String brief = take(TableField.JOURNAL_SHORT);
        String journal = take(TableField.JOURNAL);
        b.journal(journal.isEmpty() ? brief : journal).journalShort(brief);
        b.volume(whole(take(TableField.VOLUME))).issue(whole(take(TableField.ISSUE)));
        b.pages(pages());
        b.abstractText(take(TableField.ABSTRACT));
        keywords(b);
        b.language(take(TableField.LANGUAGE)).publisher(take(TableField.PUBLISHER));
        numbers(b);
        b.accession(accession());
        identifiers(b);
        b.url(take(TableField.URL));
        columns.of(TableField.NOTES).forEach(i -> note(i, b));
        if (registry) {
            b.extra(ExtraKey.REGISTRATION, accession());
        }
        new Citations(columns).complete(b, cells);
        rest(b);
        return b;
    }

    private ReferenceType type() {
        for (int i : columns.of(TableField.TYPE)) {
            Optional<ReferenceType> kind = kind(cell(i));
            if (kind.isPresent()) {
                if (cell(i).equals(TypeWords.word(kind.get()))) {
                    taken.add(i);
                }
                return kind.get();
            }
        }
        boolean other =
                columns.of(TableField.TYPE).stream().anyMatch(i -> cell(i).equals(TypeWords.word(ReferenceType.OTHER)));
        if (other) {
            take(TableField.TYPE);
        }
        return other ? ReferenceType.OTHER : registry ? ReferenceType.REGISTRY_ENTRY : ReferenceType.ARTICLE;
    }

    /** The kind that a cell names, as {@code Article; Proceedings Paper} or {@code IEEE Conferences} do. */
    private static Optional<ReferenceType> kind(String words) {
        Optional<ReferenceType> kind = DocumentKind.of(words);
        if (kind.isEmpty() && words.indexOf(';') > 0) {
            kind = DocumentKind.of(words.substring(words.lastIndexOf(';') + 1))
                    .or(() -> DocumentKind.of(words.substring(0, words.indexOf(';'))));
        }
        boolean ieee = kind.isEmpty() && words.indexOf(' ') == 4;
        return ieee ? DocumentKind.of(words.substring(5)) : kind;
    }

    /** Only the column that is named best: other numbers of the row are no accession numbers. */
    private String accession() {
        List<Integer> all = columns.of(TableField.ACCESSION);
        if (all.isEmpty()) {
            return "";
        }
        taken.add(all.getFirst());
        return cell(all.getFirst());
    }

    private void dates(BibRecord.Builder b) {
        String year = peek(TableField.YEAR);
        Integer found = PublicationYear.in(year);
        if (found != null) {
            take(TableField.YEAR);
        } else if (!year.isEmpty()) {
            mends.accept("No year can be read in “" + Chars.excerpt(year)
                    + "”; the year was taken from the date or left empty, the text is kept among the other fields.");
        }
        String date = take(TableField.DATE);
        b.year(found == null ? PublicationYear.in(date) : found);
        boolean full = found != null && year.length() > 4 && !year.endsWith(".0");
        b.date(date.isEmpty() && full ? year : date);
    }

    /** The column for pages, else first and last page, else an article number. */
    private String pages() {
        String pages = take(TableField.PAGES);
        if (pages.isEmpty()) {
            pages = PageRange.joined(whole(take(TableField.FIRST_PAGE)), whole(take(TableField.LAST_PAGE)));
        }
        return pages.isEmpty() ? take(TableField.ARTICLE_NUMBER) : pages;
    }

    /** All columns of keywords together, without what an earlier column has. */
    private void keywords(BibRecord.Builder b) {
        Set<String> seen = new HashSet<>();
        boolean commas = columns.has("emtreemedicalindexterms") || columns.has("confloc");
        for (int i : columns.of(TableField.KEYWORDS)) {
            String v = cell(i);
            taken.add(i);
            Set<String> earlier = Set.copyOf(seen);
            Consumer<String> each = word -> {
                seen.add(word);
                if (!earlier.contains(word)) {
                    b.keyword(word);
                }
            };
            if (v.startsWith("['") || v.startsWith("[\"")) {
                Literals.list(v).forEach(each);
            } else if (v.indexOf('|') >= 0 && v.indexOf(';') < 0) {
                List.of(v.split("\\|")).forEach(part -> Keywords.divide(part, each));
            } else if (v.indexOf('\n') > 0 && v.indexOf(';') < 0) {
                v.lines().forEach(line -> Keywords.divide(line, each));
            } else if (commas && v.indexOf(';') < 0) {
                Keywords.divideAtCommas(Chars.oneLine(v), each);
            } else {
                Keywords.divide(Chars.oneLine(v), each);
            }
        }
    }

    private void numbers(BibRecord.Builder b) {
        StandardNumbers numbers = new StandardNumbers();
        takeAll(TableField.ISSN, v -> numbers.add(v, false));
        takeAll(TableField.ISBN, v -> numbers.add(v, true));
        b.issn(numbers.issn()).isbn(numbers.isbn());
    }

    private void identifiers(BibRecord.Builder b) {
        String told = peek(TableField.DOI);
        Optional<Doi> doi = told.isEmpty() ? Optional.empty() : Doi.find(told);
        if (doi.isPresent()) {
            take(TableField.DOI);
        } else if (!told.isEmpty()) {
            mends.accept("“" + Chars.excerpt(told) + "” is not a DOI; it is kept among the other fields.");
        }
        for (int i : columns.of(TableField.URL)) {
            doi = doi.or(() -> DoiText.inAddress(cell(i)));
        }
        b.doi(doi.orElse(null));
        String pmid = peek(TableField.PMID);
        String digits = PubMedId.plain(pmid).isEmpty() ? PubMedId.in(pmid) : PubMedId.plain(pmid);
        if (!digits.isEmpty()) {
            take(TableField.PMID);
        }
        b.pmid(digits.isEmpty() ? PubMedId.mentioned(zoteroExtra()) : digits);
    }

    /** Zotero has no field for the PubMed identifier and keeps it in a line of Extra. */
    private String zoteroExtra() {
        int at = columns.header().indexOf("Extra");
        return at < 0 ? "" : cell(at);
    }

    private void note(int i, BibRecord.Builder b) {
        if (!cell(i).isEmpty()) {
            taken.add(i);
            b.note(cell(i));
        }
    }

    /** Keeps every column that found no field, under its own name. */
    private void rest(BibRecord.Builder b) {
        int others = columns.own() ? columns.place("otherfields") : -1;
        if (others >= 0 && OtherColumns.unpack(cell(others), b)) {
            taken.add(others);
        }
        List<String> header = columns.header();
        for (int i = 0; i < cells.size(); i++) {
            String v = taken.contains(i) ? "" : cell(i);
            if (!v.isEmpty()) {
                String name = i < header.size() ? header.get(i) : "";
                b.extra(name.isEmpty() ? "column " + (i + 1) : OtherColumns.key(name), v);
            }
        }
    }

    private String take(TableField field) {
        for (int i : columns.of(field)) {
            if (!cell(i).isEmpty()) {
                taken.add(i);
                return cell(i);
            }
        }
        return "";
    }

    private String peek(TableField field) {
        for (int i : columns.of(field)) {
            if (!cell(i).isEmpty()) {
                return cell(i);
            }
        }
        return "";
    }

    private void takeAll(TableField field, Consumer<String> into) {
        for (int i : columns.of(field)) {
            taken.add(i);
            if (!cell(i).isEmpty()) {
                into.accept(cell(i));
            }
        }
    }

    private String cell(int i) {
        if (i >= cells.size()) {
            return "";
        }
        return columns.own() ? Cells.plain(cells.get(i)) : Cells.value(cells.get(i));
    }

    /** Data frames write whole numbers as {@code 36.0}. */
    private static String whole(String v) {
        return v.length() > 2
                        && v.endsWith(".0")
                        && v.chars().limit(v.length() - 2).allMatch(Character::isDigit)
                ? v.substring(0, v.length() - 2)
                : v;
    }
}
