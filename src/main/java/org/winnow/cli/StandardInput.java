package org.winnow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.winnow.formats.UnreadableFile;

/** What comes through standard input, kept in a file as long as a command reads it. */
final class StandardInput implements AutoCloseable {
    /** What people read where a file would have a name. */
    static final String NAME = "standard input";

    private static final String FOLDER = "winnow-input-";
    private static final Pattern PLACE = Pattern.compile("\\S*" + FOLDER + "[^/\\\\]*[/\\\\]" + NAME);

    private final Path folder;

    private StandardInput(Console console) throws IOException {
        folder = Files.createTempDirectory(FOLDER);
        Files.copy(console.in(), file());
    }

    /** Reads the file of that name, or standard input where the name is a hyphen. */
    static <T> T read(Console console, Path name, Function<Path, T> reader) throws IOException {
        if (!isMeant(name)) {
            return reader.apply(name);
        }
        try (StandardInput in = new StandardInput(console)) {
            return reader.apply(in.file());
        } catch (UnreadableFile e) {
            throw named(e);
        }
    }

    /** Whether the name on the command line stands for standard input. */
    static boolean isMeant(Path name) {
        return name.toString().equals("-");
    }

    private Path file() {
        return folder.resolve(NAME);
    }

    /** The same message without the place of a file that nobody knows of. */
    private static UnreadableFile named(UnreadableFile e) {
        return new UnreadableFile(PLACE.matcher(String.valueOf(e.getMessage())).replaceAll(NAME));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file());
        Files.deleteIfExists(folder);
    }
}
