package org.winnow.ui.kit;

/** Leads from one screen to another. */
public interface Navigator {
    /** Brings the screen of that {@linkplain Screen#id() id} to the front. */
    void go(String screen);
}
