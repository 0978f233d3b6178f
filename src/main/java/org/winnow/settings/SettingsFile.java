package org.winnow.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The settings on disk: one JSON file, read leniently, written atomically. Losing it loses nothing of a review. */
public final class SettingsFile {
    private static final Logger LOG = Logger.getLogger(SettingsFile.class.getName());
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;
    private final Executor writing;
    /** Held while writing, so that asking for a setting never waits for the disk. */
    private final Object disk = new Object();

    private Settings settings;
    private Settings written;

    public SettingsFile(Path folder) {
        this(folder, Runnable::run);
    }

    /** @param writing where the file is written, one write after another */
    public SettingsFile(Path folder, Executor writing) {
        this.file = folder.resolve("settings.json");
        this.writing = writing;
        this.settings = read();
        this.written = settings;
    }

    /** The folder for this user's settings: {@code WINNOW_HOME} where set, else where the platform keeps such files. */
    public static Path folder(Map<String, String> environment) {
        String own = environment.get("WINNOW_HOME");
        if (own != null && !own.isBlank()) {
            return Path.of(own);
        }
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home"));
        if (os.contains("win")) {
            return Path.of(
                    environment.getOrDefault(
                            "APPDATA", home.resolve("AppData/Roaming").toString()),
                    "Winnow");
        }
        if (os.contains("mac")) {
            return home.resolve("Library/Application Support/Winnow");
        }
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (xdg.isEmpty() ? home.resolve(".config") : Path.of(xdg)).resolve("winnow");
    }

    /** Where this user's programs keep what they can make again. */
    public static Path cache(Map<String, String> environment) {
        String own = environment.get("WINNOW_HOME");
        if (own != null && !own.isBlank()) {
            return Path.of(own, "cache");
        }
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home"));
        if (os.contains("win")) {
            return Path.of(
                    environment.getOrDefault(
                            "LOCALAPPDATA", home.resolve("AppData/Local").toString()),
                    "Winnow",
                    "Cache");
        }
        if (os.contains("mac")) {
            return home.resolve("Library/Caches/Winnow");
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg)).resolve("winnow");
    }

    public synchronized Settings get() {
        return settings;
    }

    /** Changes the settings and has them written; a disk that refuses is logged, for nobody's work depends on it. */
    public void change(UnaryOperator<Settings> change) {
        synchronized (this) {
            Settings now = change.apply(settings);
            if (now.equals(settings)) {
                return;
            }
            settings = now;
        }
        writing.execute(this::writeNewest);
    }

    private void writeNewest() {
        synchronized (disk) {
            Settings newest = get();
            if (!newest.equals(written)) {
                write(newest);
                written = newest;
            }
        }
    }

    private Settings read() {
        if (!Files.isRegularFile(file)) {
            return Settings.FIRST;
        }
        try {
            // Laid over the defaults, so that a file of an older program still has every field.
            JsonNode stored = JSON.readTree(file.toFile());
            ObjectNode all = JSON.valueToTree(Settings.FIRST);
            if (!(stored instanceof ObjectNode)) {
                throw new IOException("not a JSON object");
            }
            stored.properties().forEach(field -> all.set(field.getKey(), present(field.getValue())));
            return JSON.treeToValue(all, Settings.class);
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "Settings could not be read and start afresh; the old file is kept as .bad", e);
            keepBad();
            return Settings.FIRST;
        }
    }

    /** No setting is ever null. */
    private static JsonNode present(JsonNode value) {
        if (value.isNull()) {
            throw new IllegalArgumentException("a setting is null");
        }
        return value;
    }

    private void keepBad() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".bad"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The unreadable settings file could not be kept", e);
        }
    }

    private void write(Settings now) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            JSON.writerWithDefaultPrettyPrinter().writeValue(part.toFile(), now);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Settings could not be written", e);
        }
    }
}
