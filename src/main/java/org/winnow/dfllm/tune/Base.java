package org.winnow.dfllm.tune;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.winnow.embedding.WordPieces;
import org.winnow.model.UserException;

/**
 * A network that tuning can begin from: one that the program brings, or one that was tuned before.
 *
 * @param name as its authors call it
 * @param licence by which it may be used and passed on
 * @param onnx the file with its weights
 * @param tokenizer what cuts texts for it
 */
public record Base(String name, String licence, byte[] onnx, byte[] tokenizer) {
    /** all-MiniLM-L6-v2, six layers of 384 components, in four bytes a weight. */
    public static Base miniLm() {
        return new Base(
                "sentence-transformers/all-MiniLM-L6-v2",
                "Apache-2.0",
                resource("/all-minilm-l6-v2.onnx"),
                resource("/all-minilm-l6-v2-tokenizer.json"));
    }

    /**
     * A network that was tuned before, to be tuned further.
     *
     * @param folder that {@code tune} wrote
     * @param hash of the network
     * @throws UserException where what lies there cannot be tuned further, as an ensemble or a ladder
     */
    public static Base of(Path folder, String hash) {
        try {
            byte[] onnx = Files.readAllBytes(folder.resolve("model.onnx"));
            OnnxBert.of(onnx).weights();
            return new Base("tuned-" + hash, "Apache-2.0", onnx, Files.readAllBytes(folder.resolve("tokenizer.json")));
        } catch (IOException | RuntimeException e) {
            throw new UserException(
                    "The network in " + folder + " cannot be tuned further (" + e.getMessage()
                            + "). Begin anew with --retrain.",
                    e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Base.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new UserException("The network that is tuned is not installed with this program (" + name
                        + "). Put the folder \"tuning\" of a full installation beside \"lib\".");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UserException("The network that is tuned cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** @param most how many pieces of a text are taken */
    public WordPieces pieces(int most) {
        try (InputStream in = new ByteArrayInputStream(tokenizer)) {
            return new WordPieces(in, most);
        } catch (IOException e) {
            throw new UserException("The network's words cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
