package org.winnow.ranking;

/**
 * What a learner reads of a record.
 *
 * @param title empty where there is none
 * @param abstractText empty where there is none
 */
public record Document(String title, String abstractText) {
    /** Title and abstract as sentences, for a network that reads them. */
    public String sentence() {
        return title + ". " + abstractText;
    }

    /** Title and abstract joined by one blank. */
    public String text() {
        return title + " " + abstractText;
    }
}
