package org.winnow.fulltext.jpeg2000;

import java.io.IOException;

/** A picture is not as the standard has it, or asks for more than any picture needs. */
final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(String what) {
        super("the JPEG 2000 picture " + what);
    }
}
