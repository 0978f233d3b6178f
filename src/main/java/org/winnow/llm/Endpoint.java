package org.winnow.llm;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.winnow.model.UserException;

/**
 * Where a language model is reached, in the protocol of OpenAI's servers, and what it may cost.
 *
 * @param address the base of its addresses, {@code http://localhost:11434/v1}; an address without a path gets {@code /v1}
 * @param model its name there
 * @param perMinute questions a minute at most; 0 for as many as it takes
 * @param inputPrice of a million tokens that are sent, in whatever currency the person counts in; 0 where it costs nothing
 * @param outputPrice of a million tokens that come back
 * @param keyFrom the environment's variable that holds the key; empty where none is named
 */
public record Endpoint(
        String address, String model, int perMinute, double inputPrice, double outputPrice, String keyFrom) {
    private static final double MILLION = 1e6;

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
     * @throws UserException where it is no web address
     */
    public static String normalised(String address) {
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

    /** Whether what is sent there stays on this computer. */
    public boolean isLocal() {
        return isLocal(address);
    }

    /** By the name alone: nobody is asked where a name leads. */
    static boolean isLocal(String address) {
        String host = URI.create(address).getHost();
        return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }

    /** What so many tokens cost. */
    public double cost(long input, long output) {
        return (input * inputPrice + output * outputPrice) / MILLION;
    }
}
