package org.winnow.formats.ris;

import static org.winnow.formats.ris.RisTags.code;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.text.Chars;
import org.winnow.formats.value.DoiText;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.PubMedId;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;

/** DOI, PubMed identifier, accession number and address, each of which databases put under several tags. */
final class RisIdentifiers {
    private static final int[] DOI_TAGS = {code('D', 'O'), code('D', 'I')};
    private static final int[] DOI_PERHAPS = {
        code('M', '3'), code('L', '3'), code('N', '1'), code('I', 'D'), code('A', 'N'), code('U', '1'), code('C', '7')
    };
    private static final int[] ADDRESSES = {code('U', 'R'), code('L', '2'), code('L', '1'), code('L', '3')};
    private static final int[] PMID_SAYING_SO = {
        code('A', 'N'),
        code('C', '3'),
        code('C', '5'),
        code('U', '1'),
        code('U', '2'),
        code('U', '5'),
        code('C', '1'),
        code('C', '2'),
        code('C', '6'),
        code('N', '1'),
        code('I', 'D'),
        code('U', 'R'),
        code('L', '2')
    };

    /** Shorter numbers are positions in somebody's list more often than PubMed identifiers of before 1976. */
    private static final int FEWEST_DIGITS = 5;

    /** Most digits of a record's number in an EndNote library. */
    private static final int LIBRARY_NUMBER = 5;

    private final RisEntry e;
    private final String database;
    private final Consumer<String> mends;

    /** @param database what DB and DP say, in lower case, a line each */
    RisIdentifiers(RisEntry e, String database, Consumer<String> mends) {
        this.e = e;
        this.database = database;
        this.mends = mends;
    }

    void into(BibRecord.Builder b) {
        b.doi(doi());
        b.pmid(pmid());
        accession(b);
        address(b);
    }

    private @Nullable Doi doi() {
        String told = e.peek(DOI_TAGS);
        Optional<Doi> doi = told.isEmpty() ? Optional.empty() : Doi.find(told);
        if (doi.isPresent()) {
            e.take(DOI_TAGS);
            e.same(told, DOI_TAGS);
            return doi.get();
        }
        if (!told.isEmpty()) {
            mends.accept("“" + Chars.excerpt(told) + "” is not a DOI; it is kept among the other fields.");
        }
        return first(DoiText::whole, DOI_PERHAPS)
                .or(() -> first(DoiText::inAddress, ADDRESSES))
                .orElse(null);
    }

    /** A value that says itself what it is comes first; bare digits only under the tags of databases that use them. */
    private String pmid() {
        String told = e.take(code('P', 'M'));
        if (!told.isEmpty()) {
            return PubMedId.plain(told).isEmpty() ? PubMedId.in(told) : PubMedId.plain(told);
        }
        boolean embase = database.contains("embase");
        return first(v -> Optional.of(PubMedId.in(v)).filter(p -> !p.isEmpty()), PMID_SAYING_SO)
                .or(() -> embase ? first(RisIdentifiers::digits, code('C', '5')) : Optional.empty())
                .or(() -> medline() && !embase ? first(RisIdentifiers::digits, code('A', 'N')) : Optional.empty())
                .or(() -> ovidMedline() && !embase ? first(RisIdentifiers::digits, code('I', 'D')) : Optional.empty())
                .orElse("");
    }

    /** EBSCO's codes for MEDLINE are cmedm and mdc; EndNote names NLM as provider. */
    private boolean medline() {
        return database.contains("pubmed")
                || database.contains("medline")
                || database.contains("nlm\n")
                || database.contains("cmedm")
                || database.contains("mdc\n");
    }

    /** Ovid's ID is the accession number; in files from EndNote it is the number in somebody's library. */
    private boolean ovidMedline() {
        return database.contains("ovid medline");
    }

    private void accession(BibRecord.Builder b) {
        String accession = e.take(code('A', 'N'));
        if (accession.isEmpty() && database.contains("embase")) {
            accession = e.take(code('U', '2'));
        }
        String id = e.peek(code('I', 'D'));
        if (accession.isEmpty()
                && (id.length() > LIBRARY_NUMBER || PubMedId.plain(id).isEmpty())) {
            accession = e.take(code('I', 'D'));
        }
        e.same(accession, code('I', 'D'), code('A', 'N'));
        b.accession(accession);
    }

    private void address(BibRecord.Builder b) {
        String field = e.peek(code('U', 'R'));
        if (field.isEmpty()) {
            return;
        }
        String all = e.take(code('U', 'R'));
        int cut = secondAddress(all);
        b.url(cut < 0 ? all : Chars.trimmed(all.substring(0, cut)).replaceFirst("[;,]+$", ""));
        if (cut >= 0) {
            b.extra(ExtraKey.OTHER_URL, Chars.trimmed(all.substring(cut).replaceFirst("^[;,\\s]+", "")));
        }
        e.same(all, code('U', 'R'));
    }

    /** Where a second address begins that stands in the same field behind a blank or a semicolon; else -1. */
    private static int secondAddress(String all) {
        int at = all.indexOf("http", 4);
        while (at > 0) {
            char before = all.charAt(at - 1);
            if (before == ' ' || before == ';' || before == '\n') {
                return at - 1;
            }
            at = all.indexOf("http", at + 4);
        }
        return -1;
    }

    private <T> Optional<T> first(Function<String, Optional<T>> reading, int... tags) {
        for (int tag : tags) {
            Optional<T> found = e.first(reading, tag);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> digits(String v) {
        return Optional.of(PubMedId.plain(v)).filter(p -> p.length() >= FEWEST_DIGITS);
    }
}
