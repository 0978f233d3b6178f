package org.winnow.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of the window, from {@code texts*.properties} in the person's language. */
public final class Texts {
    private final ResourceBundle bundle;
    private final Locale locale;

    public Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("org.winnow.ui.texts", locale);
    }

    /** The text of a key, its {@code {0}} and {@code {1}} filled in by {@link MessageFormat}. */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** The text of a key that is put together at run time; the other text where there is none. */
    public String getOr(String key, String otherwise) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException e) {
            return otherwise;
        }
    }

    public Locale locale() {
        return locale;
    }
}
