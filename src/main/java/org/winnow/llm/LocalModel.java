package org.winnow.llm;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Sha256;
import org.winnow.model.UserException;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/**
 * A model from a GGUF file, run in this program by llama.cpp; in memory from the first question until it is closed. The
 * grammar of its answer is the schema's, so that no other word can come.
 */
final class LocalModel implements Answering {
    private static final Logger LOG = Logger.getLogger(LocalModel.class.getName());
    /** Tokens that question and answer may have together, where the model was made for as many. */
    private static final int CONTEXT = 8192;

    private static final int PIECE = 1 << 20;
    private static final int MILLION = 1_000_000;

    private final Endpoint endpoint;
    private @Nullable Loaded loaded;

    /** @param version the head of the file in words, and its SHA-256 */
    private record Loaded(LlamaModel model, String version, int context) {}

    LocalModel(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public synchronized Reply ask(Request request, Progress progress, Retried retried) {
        long start = System.nanoTime();
        try {
            Loaded now = loaded(progress);
            return reply(now, request, progress, start);
        } catch (Cancelled | UserException e) {
            throw e;
        } catch (RuntimeException e) {
            // Its own exception is no class that others may name.
            if (!e.getClass().getPackage().equals(LlamaModel.class.getPackage())) {
                throw e;
            }
            throw new Trouble(
                    endpoint.file() + " cannot be run: " + e.getMessage()
                            + ". Its architecture may be newer than this program; ask it through llama.cpp's server.",
                    e);
        } catch (LinkageError e) {
            throw new Trouble(
                    "llama.cpp does not run on this computer. Ask the model through a server, such as Ollama.", e);
        }
    }

    private Loaded loaded(Progress progress) {
        Loaded now = loaded;
        if (now == null) {
            now = load(progress);
            loaded = now;
        }
        return now;
    }

    private Loaded load(Progress progress) {
        Path file = endpoint.file();
        try {
            if (!Files.isRegularFile(file)) {
                throw new Trouble("There is no file " + file + ". Allow the model under its new name.", null);
            }
            Gguf head = Gguf.read(file);
            if (head.adapter()) {
                throw new Trouble(
                        file + " is the adapter of another model. Merge it into its base by llama.cpp's"
                                + " llama-export-lora, or ask both through llama.cpp's server, which takes it by --lora.",
                        null);
            }
            if (!Machine.fits(head.memory())) {
                throw new Trouble(
                        file + " needs " + (head.memory() >> 20) + " MB of memory, and this computer has "
                                + (Machine.memory() >> 20) + ". Take a smaller model.",
                        null);
            }
            int context = (int) (head.context() == 0 ? CONTEXT : Math.min(head.context(), CONTEXT));
            String version = (head.architecture() + " " + head.size()).strip() + ", SHA-256 " + sha256(file, progress);
            LOG.log(Level.FINE, "llama.cpp from {0}", Natives.ready());
            // Its log goes to standard error past everybody.
            LlamaModel model = new LlamaModel(new ModelParameters()
                    .setModel(file.toString())
                    .setCtxSize(context)
                    .setParallel(1)
                    .disableLog());
            return new Loaded(model, version, context);
        } catch (IOException e) {
            throw new Trouble("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static String sha256(Path file, Progress progress) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read > 0; read = in.read(piece)) {
                progress.check();
                digest.update(piece, 0, read);
            }
        }
        return Sha256.hex(digest);
    }

    private Reply reply(Loaded now, Request request, Progress progress, long start) {
        String prompt = now.model()
                .applyTemplate(new InferenceParameters("")
                        .setMessages(request.instruction(), List.of(new Pair<>("user", request.text())))
                        .setUseChatTemplate(true));
        int asked = now.model().encode(prompt).length;
        if (asked + request.mostTokens() > now.context()) {
            throw new Trouble(
                    "The question has " + asked + " tokens and its answer may have " + request.mostTokens() + "; "
                            + endpoint.model() + " takes " + now.context()
                            + " in all. Take a model with a larger context.",
                    null);
        }
        // Without what it kept of the question before: taken up from there, the same question got other answers.
        LlamaIterator words = now.model()
                .generate(new InferenceParameters(prompt)
                        .setTemperature((float) Request.TEMPERATURE)
                        .setSeed(Request.SEED)
                        .setNPredict(request.mostTokens())
                        .setCachePrompt(false)
                        .setGrammar(LlamaModel.jsonSchemaToGrammar(request.schema())))
                .iterator();
        StringBuilder text = new StringBuilder();
        while (words.hasNext()) {
            try {
                progress.at(text.length(), -1);
                progress.check();
            } catch (Cancelled e) {
                words.cancel();
                throw e;
            }
            text.append(words.next());
        }
        int answered = now.model().encode(text.toString()).length;
        if (answered >= request.mostTokens()) {
            throw Trouble.unusable(endpoint.model() + " needed more than the " + request.mostTokens()
                    + " tokens that an answer may have. Ask for less at once, or take a larger model.");
        }
        return new Reply(
                text.toString(),
                endpoint.model(),
                now.version(),
                asked,
                answered,
                true,
                (System.nanoTime() - start) / MILLION,
                1);
    }

    @Override
    public synchronized void close() {
        Loaded now = loaded;
        if (now != null) {
            now.model().close();
            loaded = null;
        }
    }
}
