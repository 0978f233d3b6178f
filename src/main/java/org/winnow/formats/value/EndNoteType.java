package org.winnow.formats.value;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.winnow.model.ReferenceType;

/** EndNote's types of reference, the same in its XML (by number) and its tagged export (by name). */
public enum EndNoteType {
    JOURNAL_ARTICLE(17, "Journal Article", ReferenceType.ARTICLE),
    BOOK(6, "Book", ReferenceType.BOOK),
    BOOK_SECTION(5, "Book Section", ReferenceType.CHAPTER),
    CONFERENCE_PROCEEDINGS(10, "Conference Proceedings", ReferenceType.CONFERENCE),
    DATASET(59, "Dataset", ReferenceType.DATASET),
    THESIS(32, "Thesis", ReferenceType.DISSERTATION),
    NEWSPAPER_ARTICLE(23, "Newspaper Article", ReferenceType.NEWS),
    PATENT(25, "Patent", ReferenceType.PATENT),
    UNPUBLISHED_WORK(34, "Unpublished Work", ReferenceType.PREPRINT),
    REPORT(27, "Report", ReferenceType.REPORT),
    STANDARD(58, "Standard", ReferenceType.STANDARD),
    WEB_PAGE(12, "Web Page", ReferenceType.WEB_PAGE),
    GENERIC(13, "Generic", ReferenceType.OTHER),
    ARTWORK(2, "Artwork", ReferenceType.OTHER),
    AUDIOVISUAL(3, "Audiovisual Material", ReferenceType.OTHER),
    BILL(4, "Bill", ReferenceType.OTHER),
    CASE(7, "Case", ReferenceType.OTHER),
    CATALOG(8, "Catalog", ReferenceType.BOOK),
    COMPUTER_PROGRAM(9, "Computer Program", ReferenceType.OTHER),
    HEARING(14, "Hearing", ReferenceType.OTHER),
    MAGAZINE_ARTICLE(19, "Magazine Article", ReferenceType.ARTICLE),
    MAP(20, "Map", ReferenceType.OTHER),
    FILM(21, "Film or Broadcast", ReferenceType.OTHER),
    PAMPHLET(24, "Pamphlet", ReferenceType.OTHER),
    PERSONAL_COMMUNICATION(26, "Personal Communication", ReferenceType.OTHER),
    EDITED_BOOK(28, "Edited Book", ReferenceType.BOOK),
    STATUTE(31, "Statute", ReferenceType.OTHER),
    MANUSCRIPT(36, "Manuscript", ReferenceType.OTHER),
    FIGURE(37, "Figure", ReferenceType.OTHER),
    CHART(38, "Chart or Table", ReferenceType.OTHER),
    EQUATION(39, "Equation", ReferenceType.OTHER),
    ELECTRONIC_ARTICLE(43, "Electronic Article", ReferenceType.ARTICLE),
    ELECTRONIC_BOOK(44, "Electronic Book", ReferenceType.BOOK),
    ONLINE_DATABASE(45, "Online Database", ReferenceType.DATASET),
    GOVERNMENT_DOCUMENT(46, "Government Document", ReferenceType.REPORT),
    CONFERENCE_PAPER(47, "Conference Paper", ReferenceType.CONFERENCE),
    ONLINE_MULTIMEDIA(48, "Online Multimedia", ReferenceType.OTHER),
    CLASSICAL_WORK(49, "Classical Work", ReferenceType.BOOK),
    LEGAL_RULE(50, "Legal Rule or Regulation", ReferenceType.OTHER),
    ANCIENT_TEXT(51, "Ancient Text", ReferenceType.BOOK),
    DICTIONARY(52, "Dictionary", ReferenceType.CHAPTER),
    ENCYCLOPEDIA(53, "Encyclopedia", ReferenceType.CHAPTER),
    GRANT(54, "Grant", ReferenceType.OTHER),
    AGGREGATED_DATABASE(55, "Aggregated Database", ReferenceType.DATASET),
    BLOG(56, "Blog", ReferenceType.WEB_PAGE),
    SERIAL(57, "Serial", ReferenceType.BOOK),
    ELECTRONIC_BOOK_SECTION(60, "Electronic Book Section", ReferenceType.CHAPTER),
    MUSIC(61, "Music", ReferenceType.OTHER);

    private static final Map<String, EndNoteType> NAMES = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(t -> t.title.toLowerCase(Locale.ROOT), Function.identity()));

    private final int number;
    private final String title;
    private final ReferenceType kind;

    EndNoteType(int number, String title, ReferenceType kind) {
        this.number = number;
        this.title = title;
        this.kind = kind;
    }

    /** The number in the element {@code ref-type}. */
    public int number() {
        return number;
    }

    /** The name in the attribute {@code name} and behind {@code %0}. */
    public String title() {
        return title;
    }

    public ReferenceType kind() {
        return kind;
    }

    /** The type of this name, in any case. */
    public static Optional<EndNoteType> named(String name) {
        return Optional.ofNullable(NAMES.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /** The type of this number. */
    public static Optional<EndNoteType> numbered(String number) {
        return Arrays.stream(values())
                .filter(t -> String.valueOf(t.number).equals(number.strip()))
                .findFirst();
    }

    /** The type to write for a kind of document. */
    public static EndNoteType of(ReferenceType kind) {
        return Arrays.stream(values()).filter(t -> t.kind == kind).findFirst().orElse(GENERIC);
    }

    /** The type to write for a kind of document of which a source gave a name of EndNote's. */
    public static EndNoteType of(ReferenceType kind, String name) {
        return named(name).filter(t -> t.kind == kind).orElseGet(() -> of(kind));
    }
}
