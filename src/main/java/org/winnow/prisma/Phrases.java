package org.winnow.prisma;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The sentences of the report, from {@code report*.properties}, with the numbers set in. */
final class Phrases {
    private final ResourceBundle bundle;
    private final Locale locale;

    Phrases(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("org.winnow.prisma.report", locale, new NoFallback());
    }

    /** The root bundle is English: a computer's own language must not creep in between. */
    private static final class NoFallback extends ResourceBundle.Control {
        @Override
        public @Nullable Locale getFallbackLocale(String baseName, Locale asked) {
            return null;
        }
    }

    String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** "a, b and c". */
    String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return of("list.last", String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
    }
}
