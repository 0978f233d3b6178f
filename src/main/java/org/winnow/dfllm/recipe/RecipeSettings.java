package org.winnow.dfllm.recipe;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.winnow.model.UserException;

/**
 * How a larger model is to be tuned.
 *
 * @param base its name on Hugging Face's hub, or a folder on the machine that tunes
 * @param rank of the adapter's matrices
 * @param alpha what their product is multiplied by, over the rank
 * @param dropout of the adapter's input, 0 to 1
 * @param rate of learning; 0 for what is usual for the objective
 * @param length of an example at most, in tokens
 * @param batch examples at once
 * @param accumulate batches of one step
 */
public record RecipeSettings(
        String base,
        Method method,
        Objective objective,
        int rank,
        int alpha,
        double dropout,
        double epochs,
        double rate,
        int length,
        int batch,
        int accumulate,
        long seed) {
    /** What of the model changes. */
    public enum Method {
        /** Two small matrices beside each large one: Hu et al. 2021, arXiv 2106.09685. */
        LORA,
        /** The same over a model in four bits a weight: Dettmers et al. 2023, arXiv 2305.14314. */
        QLORA;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Method> of(String key) {
            return Arrays.stream(values()).filter(m -> m.key().equals(key)).findFirst();
        }
    }

    /** What the model is to become better at. */
    public enum Objective {
        /** Giving the answers that people stand for. */
        SFT(2e-4),
        /** Preferring what people preferred, measured against the model before: Rafailov et al. 2023, arXiv 2305.18290. */
        DPO(5e-6),
        /** Both in one: Hong et al. 2024, arXiv 2403.07691. */
        ORPO(5e-5);

        private final double rate;

        Objective(double rate) {
            this.rate = rate;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Objective> of(String key) {
            return Arrays.stream(values()).filter(o -> o.key().equals(key)).findFirst();
        }
    }

    /** @throws UserException where a number cannot be */
    public RecipeSettings {
        if (base.isBlank()) {
            throw new UserException("Name the model that is tuned, as in --base Qwen/Qwen3-4B-Instruct-2507.");
        }
        if (rank < 1 || alpha < 1 || !(dropout >= 0 && dropout < 1) || !(epochs > 0) || !(rate >= 0)) {
            throw new UserException(
                    "Rank, alpha and epochs are above 0, dropout from 0 to below 1, the rate not below 0.");
        }
        if (length < 1 || batch < 1 || accumulate < 1 || seed < 0 || seed > Integer.MAX_VALUE) {
            throw new UserException("Length, batch and accumulation are 1 or more, the seed from 0 to 2147483647.");
        }
        rate = rate == 0 ? objective.rate : rate;
    }

    /** What is usual; a base and an objective are the person's. */
    public static RecipeSettings usual(String base, Method method, Objective objective) {
        return new RecipeSettings(base, method, objective, 16, 32, 0.05, 3, 0, 4096, 1, 8, 1);
    }

    /** As the account has them. */
    Map<String, Object> json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("method", method.key());
        all.put("objective", objective.key());
        all.put("rank", rank);
        all.put("alpha", alpha);
        all.put("dropout", dropout);
        all.put("epochs", epochs);
        all.put("learning_rate", rate);
        all.put("max_length", length);
        all.put("batch", batch);
        all.put("accumulate", accumulate);
        all.put("seed", seed);
        return all;
    }
}
