package org.winnow.ui.kit;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What boxes of choices show. */
public final class Choices {
    private Choices() {}

    /** The words of each choice, of which none is ever typed; nothing where none is made. */
    public static <T> StringConverter<T> words(Function<T, String> words) {
        return words(words, "");
    }

    /** @param none what is shown where no choice is made */
    public static <T> StringConverter<T> words(Function<T, String> words, String none) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T choice) {
                return choice == null ? none : words.apply(choice);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        };
    }
}
