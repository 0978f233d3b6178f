package org.winnow.cli;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.winnow.llm.Keyring;
import org.winnow.model.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "key",
        description =
                "Keep the key for a server in this system's keyring; it is read from standard input, so that no list"
                        + " of commands holds it.",
        mixinStandardHelpOptions = true)
final class ModelsKeyCommand implements Callable<Integer> {
    private static final int LONGEST = 8192;

    @Option(names = "--address", required = true, paramLabel = "URL", description = "the server")
    private String address = "";

    private final Console console;

    ModelsKeyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        String key = new String(console.in().readNBytes(LONGEST), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        if (key.isEmpty()) {
            throw new UserException(
                    "No key came through standard input. Write: winnow models key --address " + address + " < FILE.");
        }
        Keyring.of(System.getProperty("os.name", ""), address).keep(key);
        console.say("The key for " + address + " is in the keyring of this system.");
        return Failure.DONE;
    }
}
