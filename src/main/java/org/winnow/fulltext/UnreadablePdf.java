package org.winnow.fulltext;

import org.winnow.model.UserException;

/** A PDF that cannot be read; the message names the file, why, and what to do. */
public final class UnreadablePdf extends UserException {
    private static final long serialVersionUID = 1L;

    private final boolean passwordNeeded;

    /**
     * @param message names the file, why it cannot be read, and what to do
     * @param passwordNeeded whether the right password would open it
     */
    public UnreadablePdf(String message, boolean passwordNeeded) {
        super(message);
        this.passwordNeeded = passwordNeeded;
    }

    /** Whether the right password would open it. */
    public boolean passwordNeeded() {
        return passwordNeeded;
    }
}
