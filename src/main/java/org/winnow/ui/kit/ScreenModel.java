package org.winnow.ui.kit;

import org.winnow.store.Changes;

/** What a {@link ModelScreen} shows. */
public interface ScreenModel {
    /** The screen has come to the front, or another one has: what nobody sees need not be read. */
    void show(boolean inFront);

    /** The review has changed, whoever changed it; also while another screen is in front. */
    void refresh(Changes changes);
}
