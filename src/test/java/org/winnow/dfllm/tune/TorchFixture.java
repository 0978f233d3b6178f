package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.winnow.model.UserException;

/** PyTorch for tests; where it is not to be had for this kind of computer they are skipped and say so. */
final class TorchFixture {
    /** Kept between runs: unpacking takes longer than the tests. */
    static final Path CACHE = Path.of(System.getProperty("java.io.tmpdir"), "winnow-test-cache");

    private TorchFixture() {}

    static NDManager manager() {
        try {
            return Torch.manager(CACHE, 1);
        } catch (UserException e) {
            Assumptions.abort(e.getMessage());
            throw e;
        }
    }
}
