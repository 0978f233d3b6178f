package org.winnow.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.formats.table.TableMapping;

/**
 * What the program remembers of this user on this computer.
 *
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param textPercent size of text, 100 being the theme's own
 * @param reviewer the name under which this user decides, empty until asked
 * @param recent review files, the newest first
 * @param window where the window was
 * @param lastScreen for each review file the screen that was open
 * @param tables for each layout of a table, by its fingerprint, what a person said its columns hold
 * @param library address of the library's link resolver (an OpenURL base), or empty
 * @param hands for which hands the keys of the screening room lie, or empty
 */
public record Settings(
        String theme,
        int textPercent,
        String reviewer,
        List<String> recent,
        WindowPlace window,
        Map<String, String> lastScreen,
        Map<String, TableMapping> tables,
        String library,
        String hands) {
    public static final int MOST_RECENT = 12;
    public static final Settings FIRST =
            new Settings("system", 100, "", List.of(), WindowPlace.UNKNOWN, Map.of(), Map.of(), "", "");

    /** Place and size of the window on the desktop, in pixels of the screen; a width of 0 says that it is not known. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
        public static final WindowPlace UNKNOWN = new WindowPlace(0, 0, 0, 0, false);
    }

    public Settings {
        textPercent = Math.clamp(textPercent, 80, 200);
        recent = List.copyOf(recent);
        lastScreen = Map.copyOf(lastScreen);
        tables = Map.copyOf(tables);
    }

    public Settings withTheme(String value) {
        return new Settings(value, textPercent, reviewer, recent, window, lastScreen, tables, library, hands);
    }

    public Settings withTextPercent(int value) {
        return new Settings(theme, value, reviewer, recent, window, lastScreen, tables, library, hands);
    }

    public Settings withReviewer(String value) {
        return new Settings(theme, textPercent, value, recent, window, lastScreen, tables, library, hands);
    }

    public Settings withWindow(WindowPlace value) {
        return new Settings(theme, textPercent, reviewer, recent, value, lastScreen, tables, library, hands);
    }

    /** Puts a review at the head of the recent ones. */
    public Settings withRecent(Path review) {
        List<String> now = new ArrayList<>(recent);
        String path = review.toAbsolutePath().toString();
        now.remove(path);
        now.add(0, path);
        return new Settings(
                theme,
                textPercent,
                reviewer,
                now.subList(0, Math.min(now.size(), MOST_RECENT)),
                window,
                lastScreen,
                tables,
                library,
                hands);
    }

    public Settings withoutRecent(Path review) {
        List<String> now = new ArrayList<>(recent);
        now.remove(review.toAbsolutePath().toString());
        return new Settings(theme, textPercent, reviewer, now, window, lastScreen, tables, library, hands);
    }

    public Settings withLastScreen(Path review, String screen) {
        Map<String, String> now = new LinkedHashMap<>(lastScreen);
        now.put(review.toAbsolutePath().toString(), screen);
        now.keySet().retainAll(recent);
        return new Settings(theme, textPercent, reviewer, recent, window, now, tables, library, hands);
    }

    /** Remembers what the columns of tables like this hold. */
    public Settings withTable(TableMapping mapping) {
        Map<String, TableMapping> now = new LinkedHashMap<>(tables);
        now.put(mapping.fingerprint(), mapping);
        return new Settings(theme, textPercent, reviewer, recent, window, lastScreen, now, library, hands);
    }

    public Settings withLibrary(String value) {
        return new Settings(theme, textPercent, reviewer, recent, window, lastScreen, tables, value, hands);
    }

    public Settings withHands(String value) {
        return new Settings(theme, textPercent, reviewer, recent, window, lastScreen, tables, library, value);
    }

    /** What a person once said of tables like this, laid over the layout of this one; else the layout as it is. */
    public TableMapping remembered(TableMapping layout) {
        TableMapping earlier = tables.get(layout.fingerprint());
        return earlier == null ? layout : layout.remembering(earlier);
    }
}
