package org.winnow.llm;

import org.jspecify.annotations.Nullable;
import org.winnow.model.UserException;

/** A language model that cannot be asked, or whose answer cannot be used; the message says what to do about it. */
public final class Trouble extends UserException {
    private static final long serialVersionUID = 1L;

    private final boolean unusable;

    Trouble(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    private Trouble(String message, @Nullable Throwable cause, boolean unusable) {
        super(message, cause);
        this.unusable = unusable;
    }

    /** An answer that came and cannot be used; the next question may get one that can. */
    static Trouble unusable(String message) {
        return new Trouble(message, null, true);
    }

    /** Whether the model can be asked, and only this answer of it cannot be used. */
    public boolean isUnusable() {
        return unusable;
    }
}
