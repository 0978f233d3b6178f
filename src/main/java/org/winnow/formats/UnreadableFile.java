package org.winnow.formats;

import org.winnow.model.UserException;

/** The input cannot be read at all; the message names the file, what it seems to be, and the remedy. */
public final class UnreadableFile extends UserException {
    private static final long serialVersionUID = 1L;

    public UnreadableFile(String message) {
        super(message);
    }
}
