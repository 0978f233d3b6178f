package org.winnow.ui.retrieval;

/** What of this user's surroundings helps to get at a report. */
public interface Library {
    /** The address of the library's link resolver; empty where it was never told. */
    String resolver();

    void remember(String resolver);

    /** Shows a page in the web browser. */
    void browse(String address);
}
