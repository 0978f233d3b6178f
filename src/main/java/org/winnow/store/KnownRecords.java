package org.winnow.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;

/**
 * The records that one source has given a review, to recognise them when they come again: by PubMed number; by DOI or
 * the source's own number together with the title; by title, year and first author where a record has no number at all.
 * A record that only might be the same is not known: it is better to have one twice than to lose a new one. Eight bytes
 * a key, so that millions fit.
 */
public final class KnownRecords {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int FEWEST_LETTERS = 8;

    private long[] keys = new long[1024];
    private int size;
    private boolean sorted;

    KnownRecords() {}

    /** Whether this source has given this record before. */
    public boolean has(BibRecord record) {
        Doi doi = record.doi();
        String author =
                record.authors().isEmpty() ? "" : record.authors().get(0).family();
        String title = plain(record.title());
        boolean numbered = !record.pmid().isEmpty();
        // Two different PubMed numbers are two records, whatever else they share.
        return numbered && in(key("pmid", record.pmid()))
                || doi != null && in(key(numbered ? "doi without pmid" : "doi", doi.value(), title))
                || !record.accession().isEmpty()
                        && in(key(numbered ? "own without pmid" : "own", record.accession(), title))
                || in(byTitle(title, record.year(), author));
    }

    /** Whether nothing is known: the source has given nothing yet. */
    public boolean isEmpty() {
        return size == 0;
    }

    void add(String title, String firstAuthor, @Nullable Integer year, String doi, String pmid, String accession) {
        String plain = plain(title);
        if (!pmid.isEmpty()) {
            put(key("pmid", pmid));
        }
        for (String kind : pmid.isEmpty() ? List.of("", " without pmid") : List.of("")) {
            if (!doi.isEmpty()) {
                put(key("doi" + kind, doi, plain));
            }
            if (!accession.isEmpty()) {
                put(key("own" + kind, accession, plain));
            }
        }
        if (doi.isEmpty() && pmid.isEmpty() && accession.isEmpty()) {
            put(byTitle(plain, year, firstAuthor));
        }
    }

    /** 0, which is no key, where the title says too little. */
    private static long byTitle(String plain, @Nullable Integer year, String author) {
        return plain.length() < FEWEST_LETTERS ? 0 : key("title", plain, String.valueOf(year), plain(author));
    }

    private boolean in(long key) {
        if (!sorted) {
            Arrays.sort(keys, 0, size);
            sorted = true;
        }
        return key != 0 && Arrays.binarySearch(keys, 0, size, key) >= 0;
    }

    private void put(long key) {
        if (key != 0) {
            keys = size == keys.length ? Arrays.copyOf(keys, size * 2) : keys;
            keys[size++] = key;
            sorted = false;
        }
    }

    /** Letters and digits only: dots, hyphens and case differ from one export to the next. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static long key(String... parts) {
        long hash = FNV_OFFSET;
        for (String part : parts) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ 0xFFFF) * FNV_PRIME;
        }
        // The low bits of FNV mix well, the high ones do after this (the finish of MurmurHash3).
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return hash ^ hash >>> 33;
    }
}
