package org.winnow.session;

import org.jspecify.annotations.Nullable;
import org.winnow.model.UserException;

/** A session file that cannot be taken: damaged, changed by hand, from another review or a newer program. */
public final class UnreadableSession extends UserException {
    private static final long serialVersionUID = 1L;

    UnreadableSession(String message) {
        super(message);
    }

    UnreadableSession(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
