package org.winnow.ui.fulltext;

import java.nio.file.Path;

/** The other programs of this computer. */
public interface Browser {
    /** @param address beginning with {@code http:}, {@code https:} or {@code mailto:} */
    void open(String address);

    /** Shows a file in the program that this computer has for it. */
    void show(Path file);
}
