package org.winnow.fulltext.drawing;

/** A page asks for more than any page needs. The message says what, after "The rest of the page is left out: ". */
public final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuch(String what) {
        super(what);
    }
}
