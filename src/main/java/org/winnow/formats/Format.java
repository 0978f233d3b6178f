package org.winnow.formats;

import java.util.Arrays;
import java.util.Optional;

/** A format of reference files. Which of them can be read and written, {@link Formats} says. */
public enum Format {
    RIS("ris", "RIS", "ris"),
    NBIB("nbib", "PubMed text (NBIB)", "nbib"),
    PUBMED_XML("pubmed-xml", "PubMed XML", "xml"),
    BIBTEX("bibtex", "BibTeX", "bib"),
    ENDNOTE_XML("endnote-xml", "EndNote XML", "xml"),
    ZOTERO_RDF("zotero-rdf", "Zotero RDF", "rdf"),
    ENW("enw", "EndNote tagged (ENW)", "enw"),
    CIW("ciw", "Web of Science plain text (CIW)", "ciw"),
    OVID("ovid", "Ovid plain text", "txt"),
    REFWORKS("refworks", "RefWorks tagged", "txt"),
    CSV("csv", "CSV", "csv"),
    TSV("tsv", "TSV", "tsv"),
    XLSX("xlsx", "Excel workbook (XLSX)", "xlsx"),
    CSL_JSON("csl-json", "CSL-JSON", "json"),
    /** PubMed identifiers or DOIs, one a line. */
    IDS("ids", "list of identifiers", "txt");

    private final String key;
    private final String title;
    private final String extension;

    Format(String key, String title, String extension) {
        this.key = key;
        this.title = title;
        this.extension = extension;
    }

    /** The word for this format on the command line and in a review file. */
    public String key() {
        return key;
    }

    /** What people call this format. */
    public String title() {
        return title;
    }

    /** The usual ending of such files, without the dot. Several formats share some. */
    public String extension() {
        return extension;
    }

    public static Optional<Format> of(String key) {
        return Arrays.stream(values()).filter(f -> f.key.equals(key)).findFirst();
    }
}
