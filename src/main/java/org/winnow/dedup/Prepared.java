package org.winnow.dedup;

import org.winnow.model.KeeperClaim;
import org.winnow.model.RecordId;
import org.winnow.model.ReferenceType;

/**
 * A record reduced to what is compared; an empty text, {@link Pages#NONE}, 0 or an empty sketch say that the record
 * does not tell. It does not hold on to the record itself, so that a million fit in memory.
 *
 * @param claim what speaks for it to stand for its duplicates
 * @param compared whether it was compared before with all others that were
 * @param authors in the compact line of {@code Names}
 * @param year 0 where unknown
 * @param journal folded name; {@code journalShort} its abbreviated form
 * @param isbn of a book, see {@link Isbns}; empty for all other documents, which stand in books
 * @param doi bare and in lower case
 * @param sketch of the abstract
 * @param preprint whether it stands on a preprint server
 * @param supplement whether it stands in a supplement or in the book of a meeting
 * @param content the same in two records exactly when everything that is compared is the same (64-bit hash)
 */
public record Prepared(
        KeeperClaim claim,
        boolean compared,
        ReferenceType type,
        TitleText title,
        String authors,
        int year,
        String journal,
        String journalShort,
        String issn,
        String isbn,
        String volume,
        String issue,
        Pages pages,
        String doi,
        String pmid,
        int[] sketch,
        boolean preprint,
        boolean supplement,
        long content) {
    RecordId id() {
        return claim.id();
    }
}
