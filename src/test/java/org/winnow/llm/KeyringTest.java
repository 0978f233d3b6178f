package org.winnow.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Keys in the system's keyring, through a program in the place of the system's that keeps them in a file. */
@DisabledOnOs(OS.WINDOWS)
class KeyringTest {
    private static final String ADDRESS = "https://api.example.org/v1";

    @TempDir
    private Path folder;

    private Keyring keyring(String system, String address) {
        return Keyring.of(system, address, folder + "/");
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\ncd '" + folder + "'\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void onLinuxAKeyIsKeptByAddressAndNeverStandsAmongTheWords() throws IOException {
        program("secret-tool", """
                echo "$@" >> words
                case "$1" in
                  store) cat > "key-$(echo "$6" | tr -c 'a-z0-9' _)" ;;
                  lookup) cat "key-$(echo "$5" | tr -c 'a-z0-9' _)" ;;
                esac
                """);
        assertThat(keyring("Linux", ADDRESS).key()).isEmpty();

        keyring("Linux", ADDRESS).keep("sk-123");

        assertThat(keyring("Linux", "https://API.example.org/v1/").key()).contains("sk-123");
        assertThat(keyring("Linux", "https://other.example.org").key()).isEmpty();
        assertThat(Files.readString(folder.resolve("words"))).contains(ADDRESS).doesNotContain("sk-123");
    }

    @Test
    void onMacTheKeyGoesThroughStandardInputToo() throws IOException {
        program("security", """
                echo "$@" >> words
                if [ "$1" = -i ]; then cat > said; else sed 's/.*-w "//; s/"$//' said; fi
                """);

        keyring("Mac OS X", ADDRESS).keep("sk-123");

        assertThat(keyring("Mac OS X", ADDRESS).key()).contains("sk-123");
        assertThat(Files.readString(folder.resolve("said")))
                .isEqualTo("add-generic-password -U -s Winnow -a \"" + ADDRESS + "\" -w \"sk-123\"\n");
        assertThat(Files.readString(folder.resolve("words"))).doesNotContain("sk-123");
    }

    @Test
    void onWindowsTheCredentialLockerHasItByAScriptThatHoldsTheAddressAndNotTheKey() throws IOException {
        program("powershell", """
                echo "$4" | base64 -d | tr -d '\\000' > script
                cat script >> words
                if grep -q ReadLine script; then cat > said; elif [ -f said ]; then cat said; else exit 1; fi
                """);
        assertThat(keyring("Windows 11", ADDRESS).key()).isEmpty();

        keyring("Windows 11", ADDRESS).keep("sk-123");

        assertThat(keyring("Windows 11", ADDRESS).key()).contains("sk-123");
        assertThat(Files.readString(folder.resolve("words")))
                .contains(
                        "PasswordVault",
                        ".Retrieve('Winnow', '" + ADDRESS + "')",
                        "('Winnow', '" + ADDRESS + "', $key)")
                .doesNotContain("sk-123");
    }

    @Test
    void whereThereIsNoKeyringAVariableOfTheEnvironmentServes() {
        assertThat(keyring("Linux", ADDRESS).key()).isEmpty();
        assertThatThrownBy(() -> keyring("Linux", ADDRESS).keep("sk-123")).hasMessageContaining("--key-from");
        assertThatThrownBy(() -> keyring("Linux", ADDRESS).keep("two words")).hasMessageContaining("one word");

        Endpoint named = new Endpoint(ADDRESS, "m", 0, 0, 0, "MY_KEY");
        assertThat(Keys.of(named, Map.of("MY_KEY", " sk-9 "))).isEqualTo("sk-9");
        assertThatThrownBy(() -> Keys.of(named, Map.of())).hasMessageContaining("MY_KEY");
        assertThat(Keys.of(Endpoint.of("http://localhost:1234", "m"), Map.of())).isEmpty();
    }
}
