package org.winnow.formats.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.winnow.model.Doi;

/** DOI and PubMed identifier of a record from EndNote, from wherever its filters and its users leave them. */
public final class EndNoteIds {
    /** Shorter numbers are positions in somebody's list more often than PubMed identifiers. */
    private static final int FEWEST_DIGITS = 5;

    /** What stands before a PubMed identifier in a field that can hold anything. */
    public static final String PMID = "PMID: ";

    private EndNoteIds() {}

    /**
     * The DOI of a record.
     *
     * @param resource the electronic resource number: a DOI bare, as an address, or among other numbers
     * @param others custom fields and notes, of which each may be a DOI
     * @param addresses web addresses
     */
    public static Optional<Doi> doi(String resource, List<String> others, List<String> addresses) {
        return Doi.find(resource)
                .or(() ->
                        others.stream().flatMap(v -> DoiText.whole(v).stream()).findFirst())
                .or(() -> addresses.stream()
                        .flatMap(v -> DoiText.inAddress(v).stream())
                        .findFirst());
    }

    /**
     * The PubMed identifier of a record, empty where nothing says that a number is one.
     *
     * @param accession the accession number, which it is in records from MEDLINE
     * @param database name and provider of the database
     * @param others custom fields, notes and addresses
     */
    public static String pmid(String accession, String database, List<String> others) {
        String told = PubMedId.in(accession);
        for (String other : others) {
            told = told.isEmpty() ? PubMedId.in(other) : told;
        }
        if (!told.isEmpty()) {
            return told;
        }
        String low = database.toLowerCase(Locale.ROOT);
        boolean medline = low.contains("pubmed") || low.contains("medline") || low.contains("nlm");
        String digits = PubMedId.plain(accession);
        return medline && !low.contains("embase") && digits.length() >= FEWEST_DIGITS ? digits : "";
    }
}
