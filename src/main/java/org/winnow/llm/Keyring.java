package org.winnow.llm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.winnow.model.UserException;
import org.winnow.work.Cancelled;

/**
 * Keys in the keyring of the system, through the program that each system has for it: {@code secret-tool} of libsecret on
 * Linux, {@code security} on macOS, the credential locker by {@code powershell} on Windows. Keys go through standard input
 * and output alone, where no list of processes shows them.
 */
public final class Keyring {
    private static final String SERVICE = "Winnow";
    private static final long PATIENCE_SECONDS = 60;
    private static final int LONGEST_KEY = 8192;

    /** Only the PowerShell that comes with Windows reaches its own types by name, which newer ones do not. */
    private static final String LOCKER = """
            $ErrorActionPreference = 'Stop'
            $null = [Windows.Security.Credentials.PasswordVault, Windows.Security.Credentials, ContentType=WindowsRuntime]
            $locker = New-Object Windows.Security.Credentials.PasswordVault
            """;

    private static final String READ = LOCKER + """
            $kept = $locker.Retrieve('%s', '%s')
            $kept.RetrievePassword()
            [Console]::Out.Write($kept.Password)
            """;
    private static final String WRITE = LOCKER + """
            $key = [Console]::In.ReadLine()
            $locker.Add((New-Object Windows.Security.Credentials.PasswordCredential('%s', '%s', $key)))
            """;

    private final List<String> read;
    private final List<String> write;
    private final String input;

    private Keyring(List<String> read, List<String> write, String input) {
        this.read = read;
        this.write = write;
        this.input = input;
    }

    /**
     * The place of the key for an address.
     *
     * @param system the name of the operating system, as Java gives it
     */
    public static Keyring of(String system, String address) {
        return of(system, address, "");
    }

    /** @param folder in which the programs are, with its last slash; empty for wherever the system looks */
    static Keyring of(String system, String address, String folder) {
        String about = Endpoint.normalised(address);
        if (system.toLowerCase(Locale.ROOT).contains("mac")) {
            return new Keyring(
                    List.of(folder + "security", "find-generic-password", "-s", SERVICE, "-a", about, "-w"),
                    List.of(folder + "security", "-i"),
                    "add-generic-password -U -s " + SERVICE + " -a \"" + about + "\" -w \"%s\"\n");
        }
        if (system.toLowerCase(Locale.ROOT).startsWith("windows")) {
            return new Keyring(powershell(folder, READ, about), powershell(folder, WRITE, about), "%s\n");
        }
        return new Keyring(
                List.of(folder + "secret-tool", "lookup", "service", SERVICE, "address", about),
                List.of(
                        folder + "secret-tool",
                        "store",
                        "--label=" + SERVICE + " " + about,
                        "service",
                        SERVICE,
                        "address",
                        about),
                "%s");
    }

    /** The script goes as one word of letters and digits, so that no quoting of the system's changes it. */
    private static List<String> powershell(String folder, String script, String about) {
        String said = script.formatted(SERVICE, about.replace("'", "''"));
        return List.of(
                folder + "powershell",
                "-NoProfile",
                "-NonInteractive",
                "-EncodedCommand",
                Base64.getEncoder().encodeToString(said.getBytes(StandardCharsets.UTF_16LE)));
    }

    /** The key that is kept; empty where none is, or the system has no such keyring. */
    public Optional<String> key() {
        try {
            Process process = new ProcessBuilder(read)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String key = new String(process.getInputStream().readNBytes(LONGEST_KEY), StandardCharsets.UTF_8).strip();
            return ended(process) == 0 && !key.isEmpty() ? Optional.of(key) : Optional.empty();
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a key.
     *
     * @throws UserException where the system has no such keyring, or it refuses
     */
    public void keep(String key) {
        if (!key.matches("[\\x21-\\x7e&&[^\"\\\\%]]+")) {
            throw new UserException("A key is one word of letters, digits and signs. Copy it anew.");
        }
        try {
            Process process = new ProcessBuilder(write)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.replace("%s", key).getBytes(StandardCharsets.UTF_8));
            }
            if (ended(process) != 0) {
                throw new UserException("The keyring of this system refuses the key. Unlock it, or put the key into a"
                        + " variable of the environment and name that with --key-from.");
            }
        } catch (IOException e) {
            throw new UserException(
                    "This system has no " + write.getFirst() + ", through which its keyring is reached. Install it, or"
                            + " put the key into a variable of the environment and name that with --key-from.",
                    e);
        }
    }

    private static int ended(Process process) {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroy();
            return -1;
        } catch (InterruptedException e) {
            process.destroy();
            throw new Cancelled();
        }
    }
}
