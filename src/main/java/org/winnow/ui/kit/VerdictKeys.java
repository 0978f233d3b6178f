package org.winnow.ui.kit;

import javafx.scene.input.KeyCode;

/** The keys that decide. */
public record VerdictKeys(KeyCode include, KeyCode maybe, KeyCode exclude, KeyCode undecided, KeyCode notRetrieved) {
    /** Their first letters in English. */
    public static final VerdictKeys USUAL = new VerdictKeys(KeyCode.I, KeyCode.M, KeyCode.E, KeyCode.U, KeyCode.R);
}
