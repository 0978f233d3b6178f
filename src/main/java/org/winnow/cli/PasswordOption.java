package org.winnow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.winnow.model.UserException;
import picocli.CommandLine.Option;

/** A password that stands in a file: on the command line, everybody on the machine could read it. */
final class PasswordOption {
    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "a file whose first line is the password of the session")
    private @Nullable Path file;

    /** The password, or null where none is asked for. */
    char @Nullable [] password() {
        if (file == null) {
            return null;
        }
        try {
            String first = Files.readString(file).lines().findFirst().orElse("");
            if (first.isEmpty()) {
                throw new UserException(file + " is empty. Its first line must be the password.");
            }
            return first.toCharArray();
        } catch (IOException e) {
            throw new UserException("Cannot read the password from " + file + ". Check the name.", e);
        }
    }
}
