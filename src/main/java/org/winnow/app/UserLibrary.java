package org.winnow.app;

import org.winnow.settings.SettingsFile;
import org.winnow.ui.fulltext.Browser;
import org.winnow.ui.retrieval.Library;

/** The library of this user, in the settings; pages open in the browser of this computer. */
record UserLibrary(SettingsFile settings, Browser browser) implements Library {
    @Override
    public String resolver() {
        return settings.get().library();
    }

    @Override
    public void remember(String resolver) {
        settings.change(s -> s.withLibrary(resolver));
    }

    @Override
    public void browse(String address) {
        browser.open(address);
    }
}
