package org.winnow.formats.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a column can hold, and the names that databases and tools give it, the best first. */
public enum TableField {
    TITLE(
            "title primarytitle articletitle documenttitle titleprimary ti t1 publicationtitleenglish studytitle publictitle"
                    + " scientifictitle papertitle displayname titel titre titulo título titolo"),
    AUTHORS("authors author authornames authorsnames authorslist firstauthors aulist au a1 creators contributors"
            + " authorshipsauthordisplayname authorshipsrawauthorname authorsprimary authorfullnames af autoren auteurs"
            + " autores autori"),
    YEAR("year publicationyear publishedyear pubyear yearofpublication pubyr py y1 yearpublished copyrightyear"
            + " publicationyears dateyear jahr année annee año anno ano"),
    DATE("date publicationdate datepublished publicationdateonline coverdate pubdate dateofpublication da dp"
            + " publishedate startdate dateregistration earlyaccessdate"),
    JOURNAL("sourcetitle journal journalbook journaltitle journalname publicationtitle publicationname booktitle"
            + " primarylocationsourcedisplayname hostvenuedisplayname periodicalfull containertitle jf jo t2"
            + " publication venue secondarytitle journalfull source so jt proceedingstitle pubtitle anthologytitle"
            + " conferencename parenttitle zeitschrift revue revista rivista"),
    JOURNAL_SHORT("journalabbreviation abbreviatedsourcetitle journalshort sourcetitleabbreviated isoabbreviation"
            + " periodicalabbrev journalisoabbreviation ja j2 j9 ji ta"),
    VOLUME("volume vol vl vi bibliovolume"),
    ISSUE("issue issuenumber number is ip biblioissue no issueno journalissue"),
    PAGES("pages page pagination pagerange pg pagenumbers"),
    FIRST_PAGE("pagestart startpage firstpage sp bp bibliofirstpage beginpage beginningpage"),
    LAST_PAGE("pageend endpage endingpage lastpage ep bibliolastpage otherpages"),
    ARTICLE_NUMBER("artno articlenumber articleno ar"),
    DOI("doi do di digitalobjectidentifier doilink itemdoi doiurl idsdoi"),
    PMID("pmid pubmedid medlinepmid pm idspmid medlineid pubmedpmid pubmed"),
    ABSTRACT("abstract abstractnote notesabstract ab n2 abstracttext briefsummary summary description zusammenfassung"
            + " résumé resume resumen resumo riassunto"),
    KEYWORDS("keywords authorkeywords keyword keywordsdisplayname kw de indexkeywords manualtags automatictags subjects"
            + " subject mesh meshterms meshheadings keywordsplus subjectterms emtreedrugindextermsmajorfocus"
            + " emtreemedicalindextermsmajorfocus emtreedrugindexterms emtreemedicalindexterms ieeeterms"
            + " conditions schlagwörter motsclés palabrasclave palavraschave"),
    LANGUAGE("language la lang languageoforiginaldocument languages"),
    ISSN(
            "issn sn issnisbn standardnumber issnprint issnelectronic eissn eissnonline ei issns primarylocationsourceissnl"),
    ISBN("isbn isbns bn"),
    PUBLISHER("publisher pu pb publishername"),
    URL("url ur link urls embaselink plink pdflink openurllink articleurl studyurl webaddress documenturl sourceurls"
            + " dimensionsurl proquestdocumenturl primarylocationlandingpageurl externalurl"),
    ACCESSION(
            "accession accessionnumber nctnumber trialid centralid embaseaccessionid pui eid utuniquewosid uniquewosid ut"
                    + " lensid openalexid key id publicationid recordid storeid an ref referenceid covidence rayyanid"),
    TYPE(
            "itemtype entrytype documenttype typeofreference referencetype publicationtype type doctype dt ty pt itemtypename"
                    + " documentidentifier"),
    NOTES("notes note n1 comments"),
    /** Nothing of these: kept with the record under the name of the column. */
    OTHER("");

    /** Without any of these a row cannot be known as a record. */
    private static final Set<TableField> TELLING = Set.of(TITLE, ABSTRACT, DOI, PMID);

    private static final Set<TableField> SEVERAL = Set.of(KEYWORDS, ISSN, ISBN, URL, TYPE, NOTES, OTHER);

    /** Each name and the first field that it is a name of. */
    private static final Map<String, TableField> BY_NAME = byName();

    private final List<String> names;

    TableField(String names) {
        this.names = List.of(names.trim().split("\\s+"));
    }

    /** The word for this field where a mapping is written as text: {@code title}, {@code first-page}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field of a key, in any case, with or without hyphens. */
    public static Optional<TableField> of(String key) {
        String asked = plain(key);
        return Arrays.stream(values())
                .filter(f -> plain(f.name()).equals(asked))
                .findFirst();
    }

    /** Whether several columns may hold it at once; else the first that is not empty counts. */
    public boolean several() {
        return SEVERAL.contains(this);
    }

    /** Whether a record can be known by it alone. */
    public boolean tells() {
        return TELLING.contains(this);
    }

    private static Map<String, TableField> byName() {
        Map<String, TableField> fields = new HashMap<>();
        for (TableField field : values()) {
            field.names.forEach(name -> fields.putIfAbsent(name, field));
        }
        return fields;
    }

    /** The field that a column of this name holds; {@link #OTHER} where it is no name of any. */
    static TableField named(String column) {
        return BY_NAME.getOrDefault(plain(column), OTHER);
    }

    /** How good a name this is for the field: 0 the best, -1 no name of it at all. */
    int rank(String column) {
        return this == OTHER ? -1 : names.indexOf(plain(column));
    }

    /** Letters and digits only, in lower case: {@code Page start} and {@code page_start} are one name. */
    static String plain(String column) {
        StringBuilder out = new StringBuilder(column.length());
        String low = column.toLowerCase(Locale.ROOT);
        for (int i = 0; i < low.length(); i++) {
            if (Character.isLetterOrDigit(low.charAt(i))) {
                out.append(low.charAt(i));
            }
        }
        return out.toString();
    }
}
