package org.winnow.store.fts;

import java.util.ArrayList;
import java.util.List;

/** A finished segment, as rows of FTS5's tables. */
public final class Pages {
    /**
     * A row of the data.
     *
     * @param id counted within the segment; the segment's own number goes before it
     */
    public record Page(long id, byte[] block) {}

    /**
     * A row of the pages' index.
     *
     * @param term what no word of the pages before reaches, and none of the page and after stays below
     * @param page the page's number times two, and one where a list of its own says on which pages records begin
     */
    public record First(byte[] term, long page) {}

    private final List<Page> pages = new ArrayList<>();
    private final List<First> firsts = new ArrayList<>();
    private int leaves;

    void add(Page page) {
        pages.add(page);
    }

    void add(First first) {
        firsts.add(first);
    }

    void leaves(int count) {
        leaves = count;
    }

    public List<Page> pages() {
        return pages;
    }

    public List<First> firsts() {
        return firsts;
    }

    /** Pages that hold words; they are numbered from 1. */
    public int leaves() {
        return leaves;
    }
}
