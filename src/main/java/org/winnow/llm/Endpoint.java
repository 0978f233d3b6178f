package org.winnow.llm;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import org.winnow.model.UserException;

/**
 * Where a language model is reached, and what it may cost.
 *
 * @param address of a server in the protocol of OpenAI's, {@code http://localhost:11434/v1}, where an address without a path
 *     gets {@code /v1}; or of a GGUF file, {@code file:///home/ada/model.gguf}, which this program runs itself
 * @param model its name there
 * @param perMinute questions a minute at most; 0 for as many as it takes
 * @param inputPrice of a million tokens that are sent, in whatever currency the person counts in; 0 where it costs nothing
 * @param outputPrice of a million tokens that come back
 * @param keyFrom the environment's variable that holds the key; empty where none is named
 */
public record Endpoint(
        String address, String model, int perMinute, double inputPrice, double outputPrice, String keyFrom) {
    private static final double MILLION = 1e6;
    private static final String FILE = "file:";

    /** @throws UserException where the address is none, or names no model */
    public Endpoint {
        address = normalised(address);
        model = model.strip();
        if (model.isEmpty()) {
            throw new UserException("A language model needs a name. Ask " + address + " for its models first.");
        }
        if (perMinute < 0 || inputPrice < 0 || outputPrice < 0) {
            throw new UserException("The limit and the prices of " + model + " cannot be below 0.");
        }
    }

    /** A model at an address, without limit, price or key. */
    public static Endpoint of(String address, String model) {
        return new Endpoint(address, model, 0, 0, 0, "");
    }

    /**
     * The address as it is kept and compared.
     *
     * @param address of a server, or the name of a GGUF file
     * @throws UserException where it is neither
     */
    public static String normalised(String address) {
        String plain = address.strip();
        if (plain.toLowerCase(Locale.ROOT).endsWith(".gguf") && !plain.matches("(?i)https?://.*")) {
            return asFile(plain);
        }
        try {
            URI uri = new URI(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.matches("https?")
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getQuery() != null
                    || uri.getFragment() != null) {
                throw new URISyntaxException(address, "no address of a server");
            }
            String path = uri.getPath().replaceAll("/+$", "");
            return scheme + "://" + uri.getAuthority().toLowerCase(Locale.ROOT) + (path.isEmpty() ? "/v1" : path);
        } catch (URISyntaxException e) {
            throw new UserException(
                    "“" + address + "” is not the address of a server. Write it as in http://localhost:11434/v1.", e);
        }
    }

    private static String asFile(String plain) {
        try {
            Path file = plain.startsWith(FILE) ? Path.of(URI.create(plain)) : Path.of(plain);
            return file.toAbsolutePath().normalize().toUri().toString();
        } catch (IllegalArgumentException e) {
            throw new UserException("“" + plain + "” is not the name of a file. Check it.", e);
        }
    }

    /** Whether it is a file that this program runs itself. */
    public boolean isFile() {
        return address.startsWith(FILE);
    }

    /** The file of a model that this program runs itself. */
    public Path file() {
        return Path.of(URI.create(address));
    }

    /** Whether what is sent there stays on this computer. */
    public boolean isLocal() {
        return isLocal(address);
    }

    /** By the name alone: nobody is asked where a name leads. */
    static boolean isLocal(String address) {
        String host = URI.create(address).getHost();
        return address.startsWith(FILE)
                || host.equals("localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("[::1]");
    }

    /** What so many tokens cost. */
    public double cost(long input, long output) {
        return (input * inputPrice + output * outputPrice) / MILLION;
    }
}
