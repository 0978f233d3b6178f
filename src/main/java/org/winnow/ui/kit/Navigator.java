package org.winnow.ui.kit;

/** Leads from one screen to another. */
public interface Navigator {
    /** Brings the screen of that {@linkplain Screen#id() id} to the front. */
    void go(String screen);

    /** Gives the whole window to the screen in front, or gives the rest of the window back its place. */
    default void alone(boolean now) {}
}
