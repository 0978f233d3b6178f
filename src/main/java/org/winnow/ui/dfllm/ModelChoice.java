package org.winnow.ui.dfllm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.llm.Client;
import org.winnow.llm.Consent;
import org.winnow.llm.Endpoint;
import org.winnow.llm.Gguf;
import org.winnow.llm.Keyring;
import org.winnow.llm.Keys;
import org.winnow.llm.LanguageModel;
import org.winnow.llm.ModelFiles;
import org.winnow.llm.Patience;
import org.winnow.llm.Sending;
import org.winnow.model.Reviewer;
import org.winnow.model.UserException;
import org.winnow.store.ModelCalls;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;

/** Which language model answers, and what the review lets be sent to it: properties out, commands in. */
final class ModelChoice {
    private final Review review;
    private final Jobs jobs;
    private final Reviewer reviewer;
    private final String asking;
    private final ReadOnlyObjectWrapper<List<Consent>> allowed = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<@Nullable Consent> chosen = new SimpleObjectProperty<>();
    /** Keys for as long as the program runs, where the system has no keyring. */
    private final Map<String, String> keys = new HashMap<>();

    private @Nullable LanguageModel held;
    private @Nullable Consent heldBy;

    /** @param asking what the status bar says while a server is asked for its models */
    ModelChoice(Review review, Jobs jobs, Reviewer reviewer, String asking) {
        this.review = review;
        this.jobs = jobs;
        this.reviewer = reviewer;
        this.asking = asking;
    }

    /** The models that may be asked. */
    ReadOnlyObjectProperty<List<Consent>> allowedProperty() {
        return allowed.getReadOnlyProperty();
    }

    /** The one that answers, or null where the papers' own sentences do. */
    ObjectProperty<@Nullable Consent> chosenProperty() {
        return chosen;
    }

    void load() {
        jobs.latest("language-models", p -> Consent.all(review)).then(all -> {
            allowed.set(all);
            Consent now = chosen.get();
            if (now != null && !all.contains(now)) {
                chosen.set(all.stream()
                        .filter(c -> c.endpoint()
                                        .address()
                                        .equals(now.endpoint().address())
                                && c.endpoint().model().equals(now.endpoint().model()))
                        .findFirst()
                        .orElse(null));
            }
        });
    }

    /** Asks a server for the names of its models. */
    void models(String address, String key, Consumer<List<String>> then) {
        jobs.run(asking, p -> {
                    String at = Endpoint.normalised(address);
                    if (Endpoint.of(at, "any").isFile()) {
                        return List.of(
                                String.valueOf(Endpoint.of(at, "any").file().getFileName()));
                    }
                    return Client.models(at, key.isEmpty() ? key(Endpoint.of(at, "any")) : key, Patience.USUAL);
                })
                .then(then);
    }

    /**
     * Lets a model be asked from now on, and has it answer.
     *
     * @param key for its server, or empty
     */
    void allow(Consent consent, String key) {
        jobs.inOrder(p -> {
                    if (!key.isEmpty()) {
                        keep(consent.endpoint(), key);
                    }
                    return review.write(Consent.give(consent));
                })
                .then(done -> {
                    chosen.set(consent);
                    load();
                });
    }

    /**
     * Looks whether a model at an address is one of the files of this computer, and what it needs.
     *
     * @param then hears the bytes of memory that it needs; 0 where that is not known
     */
    void needs(String address, String model, LongConsumer then) {
        jobs.latest("model-needs", p -> memory(address, model)).then(then::accept);
    }

    private static long memory(String address, String model) throws IOException {
        try {
            Endpoint at = Endpoint.of(address, model);
            if (at.isFile()) {
                return Files.isRegularFile(at.file()) ? Gguf.read(at.file()).memory() : 0;
            }
            if (!at.isLocal()) {
                return 0;
            }
            Path home = Path.of(System.getProperty("user.home", ""));
            return ModelFiles.find(ModelFiles.folders(System.getenv(), home), ModelFiles.ollama(System.getenv(), home))
                    .stream()
                    .filter(f -> f.name().equals(model))
                    .mapToLong(f -> f.head().memory())
                    .findFirst()
                    .orElse(0);
        } catch (UserException notYetWritten) {
            return 0;
        }
    }

    /** The consent as the person at the screen would give it. */
    Consent consent(Endpoint endpoint, Sending... what) {
        return new Consent(endpoint, Set.of(what), reviewer.name());
    }

    void forbid(Consent consent) {
        jobs.inOrder(p -> review.write(Consent.withdraw(consent.endpoint()))).then(done -> load());
    }

    /**
     * Writes down what the person at the screen found of an answer.
     *
     * @param found right, wrong or unclear
     */
    void check(String call, String found) {
        jobs.inOrder(p -> review.write(ModelCalls.check(call, reviewer.id(), found, "")));
    }

    private synchronized void keep(Endpoint endpoint, String key) {
        keys.put(endpoint.address(), key);
        try {
            Keyring.of(System.getProperty("os.name", ""), endpoint.address()).keep(key);
        } catch (UserException noKeyring) {
            // Then it is kept as long as the program runs, which the form says.
        }
    }

    private synchronized String key(Endpoint endpoint) {
        String now = keys.get(endpoint.address());
        return now == null ? Keys.of(endpoint, System.getenv()) : now;
    }

    /** The door to a model, the same for the same consent: one that runs in this program is loaded once. */
    synchronized LanguageModel model(Consent consent) {
        LanguageModel now = held;
        if (now == null || !consent.equals(heldBy)) {
            close();
            now = new LanguageModel(review, consent, key(consent.endpoint()), Patience.USUAL);
            held = now;
            heldBy = consent;
        }
        return now;
    }

    /** Lets the model go that was asked last. */
    synchronized void close() {
        if (held != null) {
            held.close();
            held = null;
        }
    }
}
