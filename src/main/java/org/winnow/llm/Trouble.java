package org.winnow.llm;

import org.jspecify.annotations.Nullable;
import org.winnow.model.UserException;

/** A language model that cannot be asked, or whose answer cannot be used; the message says what to do about it. */
public final class Trouble extends UserException {
    private static final long serialVersionUID = 1L;

    Trouble(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
