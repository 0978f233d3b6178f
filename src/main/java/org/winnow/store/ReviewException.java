package org.winnow.store;

import org.winnow.model.UserException;

/** A review file that cannot be opened or trusted; the file itself is left as it was. */
public final class ReviewException extends UserException {
    private static final long serialVersionUID = 1L;

    /** What is the matter with the file. */
    public enum Reason {
        MISSING,
        EXISTS,
        LOCKED,
        DAMAGED,
        NEWER,
        NOT_A_REVIEW,
        NOT_WRITABLE,
        CLOSED
    }

    private final Reason reason;

    ReviewException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    ReviewException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
