package org.winnow.formats.value;

import java.util.Set;

/**
 * Keys of {@link org.winnow.model.BibRecord#extra} for what has no field of its own there but a place in several
 * formats, so that it goes from one to the other: RIS {@code CY} is {@link #PLACE} is BibTeX {@code address} is EndNote
 * XML {@code pub-location}. A reader puts a value under such a key, a writer takes it from there. Whatever else a file
 * holds stays under the tag, field or column name that its source gives it; a column that happens to be called like one
 * of these means the same.
 */
public final class ExtraKey {
    /** An editor of the book, proceedings or issue, {@code Family, Given}, one a value. */
    public static final String EDITOR = "editor";

    /** An editor of the series, {@code Family, Given}, one a value. */
    public static final String SERIES_EDITOR = "series editor";

    /** A translator, {@code Family, Given}, one a value. */
    public static final String TRANSLATOR = "translator";

    /** Place of publication, or of the conference. */
    public static final String PLACE = "place";

    /** Edition of a book, as it came: {@code 2nd ed.} */
    public static final String EDITION = "edition";

    /** Title of the series that a book or report belongs to. */
    public static final String SERIES = "series title";

    /** Name of the conference, where the journal field holds the proceedings. */
    public static final String CONFERENCE = "conference name";

    /** The title in short. */
    public static final String SHORT_TITLE = "short title";

    /** The title in the language of the text, where the title field holds a translation, or the other way round. */
    public static final String OTHER_TITLE = "other title";

    /** Number of an article that stands beside its pages. */
    public static final String ARTICLE_NUMBER = "article number";

    /** Number of pages in all. */
    public static final String PAGE_COUNT = "number of pages";

    /** Number of volumes of the whole work. */
    public static final String VOLUME_COUNT = "number of volumes";

    /** Section of a newspaper, chapter of a book. */
    public static final String SECTION = "section";

    /** Identifier in PubMed Central, {@code PMC123}. */
    public static final String PMCID = "pmcid";

    /** Number of a trial in its registry, {@code NCT01234567}. */
    public static final String REGISTRATION = "registration number";

    /** An affiliation or address of the authors, one a value. */
    public static final String AFFILIATION = "author affiliation";

    /** The kind of document in the source's own words, {@code Randomized Controlled Trial}, one a value. */
    public static final String WORK_TYPE = "type of work";

    /** The database that the record says it is from. */
    public static final String DATABASE = "name of database";

    /** Who runs that database. */
    public static final String PROVIDER = "database provider";

    /** Date on which an address was looked at. */
    public static final String ACCESS_DATE = "access date";

    /** A further address; the first is the record's own. */
    public static final String OTHER_URL = "other address";

    /** Path or address of a full text, one a value. */
    public static final String FILE = "full text file";

    /** Call number in a library. */
    public static final String CALL_NUMBER = "call number";

    /** A person's label for the record. */
    public static final String LABEL = "own label";

    /** Caption of a figure. */
    public static final String CAPTION = "figure caption";

    /** Notes that EndNote keeps as research notes, beside those about the reference. */
    public static final String RESEARCH_NOTE = "research note";

    /** The number of the record in the library or file that it is from. */
    public static final String LIBRARY_NUMBER = "library number";

    /** The word before the number of one of the eight custom fields of EndNote, {@code custom 1}. */
    public static final String CUSTOM = "custom ";

    /** Keys whose values are names of people, {@code Family, Given}. */
    public static final Set<String> PEOPLE = Set.of(EDITOR, SERIES_EDITOR, TRANSLATOR);

    private ExtraKey() {}
}
