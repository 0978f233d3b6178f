package org.winnow.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.winnow.cli.Console;
import org.winnow.cli.WinnowCommand;
import org.winnow.embedding.Door;
import org.winnow.settings.SettingsFile;

/** Where the program starts: a command for the terminal, or the window. */
public final class Main {
    /** Held on to, because the logging system forgets the level of loggers that nobody holds. */
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("javafx"),
            Logger.getLogger("org.sqlite"),
            Logger.getLogger("org.apache.pdfbox"),
            Logger.getLogger("org.apache.fontbox"));

    private Main() {}

    public static void main(String[] args) {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        keepFontsInTheCache();
        Runtime.getRuntime().addShutdownHook(new Thread(Door.OF_NETWORKS::shut, "door"));
        Console console = new Console(System.in, System.out, System.err, System.console() != null);
        List<String> words = Arrays.asList(args);
        if (!opensWindow(words)) {
            System.exit(WinnowCommand.commandLine(console).execute(args));
        }
        if (Display.present()) {
            DesktopApp.open(args);
        } else if (words.isEmpty() || !words.get(0).equals("--sample")) {
            System.err.println("winnow: no display here, so no window. See winnow --help for what works without one.");
            System.exit(2);
        } else {
            System.err.println("No display here, so no window: doing the same job without one.");
            System.exit(WinnowCommand.commandLine(console).execute("demo", "--out", words.get(1)));
        }
    }

    /** PDFBox writes down which fonts this computer has, by itself into the home folder. */
    private static void keepFontsInTheCache() {
        Path cache = SettingsFile.cache(System.getenv());
        try {
            Files.createDirectories(cache);
            System.setProperty("pdfbox.fontcache", cache.toString());
        } catch (IOException unwritable) {
            // Then the fonts are looked through again at every start.
            System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
        }
    }

    /** No words, {@code --sample FOLDER}, or the review file that a double click hands over. */
    private static boolean opensWindow(List<String> words) {
        return words.isEmpty()
                || words.get(0).equals("--sample")
                || words.size() == 1 && words.get(0).endsWith(".winnow");
    }
}
