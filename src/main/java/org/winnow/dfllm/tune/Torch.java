package org.winnow.dfllm.tune;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.winnow.model.UserException;

/** PyTorch, the piece for tuning: found, unpacked and loaded when it is first asked for, and never asked of the network. */
public final class Torch {
    private static final String CACHE = "ENGINE_CACHE_DIR";

    /** Held, for a logger that nobody holds forgets its level; what it says of its own start is nobody's business. */
    private static final Logger LOG = Logger.getLogger("ai.djl");

    private Torch() {}

    /**
     * What arrays live in; whoever asks closes it.
     *
     * @param cache a folder of this user, where the machine code is unpacked once, some 450 MB
     * @param threads how many processors it may use: the last digits of what is learnt depend on it
     * @throws UserException where the piece is not installed, or not for this kind of computer
     */
    static NDManager manager(Path cache, int threads) {
        LOG.setLevel(Level.SEVERE);
        try {
            if (System.getProperty(CACHE) == null) {
                System.setProperty(CACHE, cache.toAbsolutePath().toString());
                System.setProperty("DJL_CACHE_DIR", cache.toAbsolutePath().toString());
                // Without these it looks for machine code on the network, and counts its users there.
                System.setProperty("ai.djl.offline", "true");
                System.setProperty("OPT_OUT_TRACKING", "true");
            }
            Engine engine = Engine.getEngine("PyTorch");
            JniUtils.setNumThreads(threads);
            return engine.newBaseManager();
        } catch (EngineException | LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UserException(
                    "Tuning needs PyTorch, which is not installed with this program or does not run on this computer ("
                            + cause.getMessage()
                            + "). Put the folder \"tuning\" of a full installation beside \"lib\".",
                    e);
        }
    }

    /** Its releases: DJL's and PyTorch's. */
    static String version() {
        return "DJL " + Engine.getDjlVersion() + ", PyTorch "
                + Engine.getEngine("PyTorch").getVersion();
    }
}
