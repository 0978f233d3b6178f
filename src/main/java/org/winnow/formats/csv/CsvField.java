package org.winnow.formats.csv;

import java.util.List;
import java.util.Locale;

/** What a column can hold, and the names that databases and tools give it, the best first. */
enum CsvField {
    TITLE("title primarytitle articletitle documenttitle titleprimary ti t1 publicationtitleenglish"),
    AUTHORS("authors author authornames authorsnames authorslist firstauthors aulist au a1 creators contributors"
            + " authorshipsauthordisplayname authorshipsrawauthorname authorsprimary authorfullnames"),
    YEAR("year publicationyear publishedyear pubyear yearofpublication pubyr py y1 yearpublished copyrightyear"
            + " publicationyears dateyear"),
    DATE("date publicationdate datepublished publicationdateonline coverdate pubdate dateofpublication da dp"
            + " publishedate earlyaccessdate"),
    JOURNAL("sourcetitle journal journalbook journaltitle journalname publicationtitle publicationname booktitle"
            + " primarylocationsourcedisplayname hostvenuedisplayname periodicalfull containertitle jf jo t2"
            + " publication venue secondarytitle journalfull source so jt proceedingstitle conferencename"),
    JOURNAL_SHORT("journalabbreviation abbreviatedsourcetitle journalshort sourcetitleabbreviated isoabbreviation"
            + " periodicalabbrev journalisoabbreviation ja j2 j9 ji ta"),
    VOLUME("volume vol vl vi bibliovolume"),
    ISSUE("issue issuenumber number is ip biblioissue no issueno journalissue"),
    PAGES("pages page pagination pagerange pg pagenumbers"),
    FIRST_PAGE("pagestart startpage firstpage sp bp bibliofirstpage beginpage"),
    LAST_PAGE("pageend endpage lastpage ep bibliolastpage otherpages"),
    ARTICLE_NUMBER("artno articlenumber articleno ar"),
    DOI("doi do di digitalobjectidentifier doilink itemdoi doiurl idsdoi"),
    PMID("pmid pubmedid medlinepmid pm idspmid medlineid pubmedpmid pubmed"),
    ABSTRACT("abstract abstractnote notesabstract ab n2 abstracttext summary description"),
    KEYWORDS(
            "keywords authorkeywords keyword keywordsdisplayname kw de indexkeywords manualtags automatictags subjects subject mesh"
                    + " meshterms meshheadings keywordsplus subjectterms emtreedrugindextermsmajorfocus"
                    + " emtreemedicalindextermsmajorfocus emtreedrugindexterms emtreemedicalindexterms ieeeterms"),
    LANGUAGE("language la lang languageoforiginaldocument languages"),
    ISSN("issn sn issnisbn issnprint issnelectronic eissn eissnonline ei issns primarylocationsourceissnl"),
    ISBN("isbn isbns bn"),
    PUBLISHER("publisher pu pb publishername"),
    URL("url ur link urls embaselink plink pdflink openurllink articleurl documenturl sourceurls dimensionsurl"
            + " proquestdocumenturl primarylocationlandingpageurl externalurl"),
    ACCESSION(
            "accession accessionnumber centralid embaseaccessionid pui eid utuniquewosid uniquewosid ut lensid openalexid"
                    + " key id publicationid recordid storeid documentidentifier an ref referenceid covidence rayyanid"),
    TYPE(
            "itemtype entrytype documenttype typeofreference referencetype publicationtype type doctype dt ty pt itemtypename"),
    NOTES("notes note n1 comments");

    private final List<String> names;

    CsvField(String names) {
        this.names = List.of(names.trim().split("\\s+"));
    }

    /** How good a name this is for the field: 0 the best, -1 no name of it at all. */
    int rank(String column) {
        return names.indexOf(plain(column));
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
