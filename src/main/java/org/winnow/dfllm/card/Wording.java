package org.winnow.dfllm.card;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of cards and drafts, from {@code card.properties}, with the numbers set in. */
final class Wording {
    private final ResourceBundle bundle = ResourceBundle.getBundle("org.winnow.dfllm.card.card", Locale.ROOT);

    String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(values);
    }
}
