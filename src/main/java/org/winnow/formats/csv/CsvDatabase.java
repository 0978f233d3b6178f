package org.winnow.formats.csv;

/** Knows databases by the columns of their exports. */
final class CsvDatabase {
    private CsvDatabase() {}

    static String of(CsvColumns c) {
        if (c.has("eid") && c.has("sourcetitle") || c.has("eid") && c.has("indexkeywords")) {
            return "Scopus";
        }
        if (c.has("pmid") && c.has("journalbook") && c.has("createdate")) {
            return "PubMed";
        }
        if (c.has("embaseaccessionid") || c.has("emtreemedicalindexterms") || c.has("embaselink")) {
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
        if (c.has("storeid")) {
            return "ProQuest";
        }
        return c.has("gsrank") ? "Google Scholar" : "";
    }
}
