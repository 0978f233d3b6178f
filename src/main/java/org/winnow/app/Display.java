package org.winnow.app;

import java.util.Locale;

/** Whether there is a screen to open a window on. */
final class Display {
    private Display() {}

    static boolean present() {
        if ("Headless".equals(System.getProperty("glass.platform"))) {
            return true;
        }
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean unixDesktop = !os.contains("win") && !os.contains("mac");
        // JavaFX on Linux draws through X11, which Wayland sessions offer too.
        return !unixDesktop || !System.getenv().getOrDefault("DISPLAY", "").isEmpty();
    }
}
