package org.winnow.model;

/**
 * Words of a full text that somebody marked for a reason to exclude it.
 *
 * @param reason its label
 * @param by the name of whoever marked it
 */
public record Passage(String reason, int page, String quote, String by) {
    public Passage {
        quote = quote.replaceAll("\\s+", " ").strip();
    }

    /** As it stands in a table: the words and the page. */
    public String shown() {
        return "\u201C" + quote + "\u201D (page " + page + ")";
    }
}
