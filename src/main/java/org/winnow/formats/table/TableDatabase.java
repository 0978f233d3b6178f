package org.winnow.formats.table;

/** Knows databases by the columns of their exports. */
public final class TableDatabase {
    private TableDatabase() {}

    /** The name of the database, empty when the columns do not tell. */
    public static String of(TableMapping layout) {
        return of(new Columns(layout));
    }

    static String of(Columns c) {
        if (c.has("eid") && c.has("sourcetitle") || c.has("eid") && c.has("indexkeywords")) {
            return "Scopus";
        }
        if (c.has("pmid") && c.has("journalbook") && c.has("createdate")) {
            return "PubMed";
        }
        if (c.has("embaseaccessionid")
                || c.has("emtreemedicalindexterms")
                || c.has("emtreedrugindexterms")
                || c.has("embaselink")) {
            return "Embase";
        }
        if (c.has("centralid") || c.has("cochranereviewgroupcode")) {
            return "Cochrane Library";
        }
        if (c.has("primarylocationsourcedisplayname") || c.has("openalexid")) {
            return "OpenAlex";
        }
        if (c.has("dimensionsurl")) {
            return "Dimensions";
        }
        if (c.has("lensid")) {
            return "Lens";
        }
        if (c.has("ieeeterms") || c.has("documenttitle") && c.has("pdflink")) {
            return "IEEE Xplore";
        }
        if (c.has("utuniquewosid") || c.has("ut") && c.has("so")) {
            return "Web of Science";
        }
        if (c.has("nctnumber")) {
            return "ClinicalTrials.gov";
        }
        if (c.has("trialid") && c.has("publictitle")) {
            return "WHO ICTRP";
        }
        if (c.has("confloc") && c.has("publisherloc")) {
            return "ACM Digital Library";
        }
        if (c.has("storeid")) {
            return "ProQuest";
        }
        return c.has("gsrank") ? "Google Scholar" : "";
    }
}
