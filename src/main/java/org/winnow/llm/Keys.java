package org.winnow.llm;

import java.util.Map;
import org.winnow.model.UserException;

/** Where the key for a server comes from. It is never written into a review, a setting or a log. */
public final class Keys {
    private Keys() {}

    /**
     * The key for a server: from the variable of the environment that is named for it, else from the system's keyring; empty
     * where there is none. A server on this computer is asked with none but a named one.
     *
     * @throws UserException where a variable is named and not set
     */
    public static String of(Endpoint endpoint, Map<String, String> environment) {
        if (!endpoint.keyFrom().isEmpty()) {
            String key = environment.getOrDefault(endpoint.keyFrom(), "").strip();
            if (key.isEmpty()) {
                throw new UserException("The key for " + endpoint.address() + " is looked for in the variable "
                        + endpoint.keyFrom() + " of the environment, which is not set. Set it and start again.");
            }
            return key;
        }
        return endpoint.isLocal()
                ? ""
                : Keyring.of(System.getProperty("os.name", ""), endpoint.address())
                        .key()
                        .orElse("");
    }
}
