package org.winnow.ui.fulltext;

/** Letters that follow each other, also over several pages; {@code to} is never before {@code from}. */
record Stretch(Spot from, Spot to) {
    static Stretch between(Spot one, Spot other) {
        return one.compareTo(other) <= 0 ? new Stretch(one, other) : new Stretch(other, one);
    }

    boolean empty() {
        return from.equals(to);
    }

    boolean touches(int page) {
        return page >= from.page() && page <= to.page();
    }

    /** Where it begins in the text of a page that it touches. */
    int start(int page) {
        return page == from.page() ? from.offset() : 0;
    }

    /** Where it ends in the text of a page that it touches. */
    int end(int page, String text) {
        return page == to.page() ? Math.min(to.offset(), text.length()) : text.length();
    }
}
