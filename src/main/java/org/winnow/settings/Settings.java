package org.winnow.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the program remembers of this user on this computer.
 *
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param textPercent size of text, 100 being the theme's own
 * @param reviewer the name under which this user decides, empty until asked
 * @param recent review files, the newest first
 * @param window where the window was
 * @param lastScreen for each review file the screen that was open
 */
public record Settings(
        String theme,
        int textPercent,
        String reviewer,
        List<String> recent,
        WindowPlace window,
        Map<String, String> lastScreen) {
    public static final int MOST_RECENT = 12;
    public static final Settings FIRST = new Settings("system", 100, "", List.of(), WindowPlace.UNKNOWN, Map.of());

    /** Place and size of the window on the desktop, in pixels of the screen; a width of 0 says that it is not known. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
        public static final WindowPlace UNKNOWN = new WindowPlace(0, 0, 0, 0, false);
    }

    public Settings {
        textPercent = Math.clamp(textPercent, 80, 200);
        recent = List.copyOf(recent);
        lastScreen = Map.copyOf(lastScreen);
    }

    public Settings withTheme(String value) {
        return new Settings(value, textPercent, reviewer, recent, window, lastScreen);
    }

    public Settings withTextPercent(int value) {
        return new Settings(theme, value, reviewer, recent, window, lastScreen);
    }

    public Settings withReviewer(String value) {
        return new Settings(theme, textPercent, value, recent, window, lastScreen);
    }

    public Settings withWindow(WindowPlace value) {
        return new Settings(theme, textPercent, reviewer, recent, value, lastScreen);
    }

    /** Puts a review at the head of the recent ones. */
    public Settings withRecent(Path review) {
        List<String> now = new ArrayList<>(recent);
        String path = review.toAbsolutePath().toString();
        now.remove(path);
        now.add(0, path);
        return new Settings(
                theme, textPercent, reviewer, now.subList(0, Math.min(now.size(), MOST_RECENT)), window, lastScreen);
    }

    public Settings withoutRecent(Path review) {
        List<String> now = new ArrayList<>(recent);
        now.remove(review.toAbsolutePath().toString());
        return new Settings(theme, textPercent, reviewer, now, window, lastScreen);
    }

    public Settings withLastScreen(Path review, String screen) {
        Map<String, String> now = new LinkedHashMap<>(lastScreen);
        now.put(review.toAbsolutePath().toString(), screen);
        now.keySet().retainAll(recent);
        return new Settings(theme, textPercent, reviewer, recent, window, now);
    }
}
