package org.winnow.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.winnow.settings.SettingsFile;

/**
 * llama.cpp's machine code, put into this user's own folder once. The library would put it into a folder that every user of
 * the computer may write to, under a name that is known, and print that to standard output.
 */
final class Natives {
    private static final String FOLDER = "llama-4.2.0";

    private Natives() {}

    /** Made ready once, by the first who asks. */
    private static final class Once {
        static final Path PLACE = extracted();
    }

    /** @throws LinkageError where this computer's kind has none */
    static Path ready() {
        return Once.PLACE;
    }

    private static Path extracted() {
        String library = System.mapLibraryName("jllama");
        String name = "/de/kherud/llama/" + system() + "/" + machine() + "/" + library;
        try (InputStream in = Natives.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new UnsatisfiedLinkError("no " + name);
            }
            byte[] code = in.readAllBytes();
            Path folder = Files.createDirectories(
                    SettingsFile.cache(System.getenv()).resolve(FOLDER).toAbsolutePath());
            Path target = folder.resolve(library);
            if (!Files.isRegularFile(target) || Files.size(target) != code.length) {
                Path part = Files.createTempFile(folder, "part", "");
                Files.write(part, code);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
            System.setProperty("de.kherud.llama.lib.path", folder.toString());
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("win") ? "Windows" : name.contains("mac") ? "Mac" : "Linux";
    }

    private static String machine() {
        return System.getProperty("os.arch", "").matches("aarch64|arm64") ? "aarch64" : "x86_64";
    }
}
