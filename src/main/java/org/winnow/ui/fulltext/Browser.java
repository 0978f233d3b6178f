package org.winnow.ui.fulltext;

/** The web browser of this computer. */
public interface Browser {
    /** @param address beginning with {@code http:}, {@code https:} or {@code mailto:} */
    void open(String address);
}
