package org.winnow.model;

import org.jspecify.annotations.Nullable;

/** Trouble that the person can mend: the message names the thing, the place and the remedy. */
public class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserException(String message) {
        super(message);
    }

    public UserException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
