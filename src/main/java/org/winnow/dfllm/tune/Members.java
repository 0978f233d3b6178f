package org.winnow.dfllm.tune;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.model.Sha256;
import org.winnow.model.UserException;

/**
 * Several runs that differ by their seed, and one network made of them: by their scores, where each says how alike two
 * texts are and the mean of that counts (an ensemble), or by their weights, of which the mean is one network as fast as
 * any of them (Wortsman et al., arXiv 2203.05482).
 */
public final class Members {
    static final String FOLDER = "member-";
    private static final int MOST = 20;

    /** Of what the mean is taken. */
    public enum Join {
        SCORES,
        WEIGHTS
    }

    /** One run. */
    public interface Run {
        /** @return its account */
        Map<String, Object> of(Tuning tuning, Path folder, boolean resume) throws IOException;
    }

    private final Base base;
    private final TuneSettings settings;
    private final int count;
    private final Join join;
    private final Path cache;

    /** @param cache where PyTorch's machine code may be unpacked */
    public Members(Base base, TuneSettings settings, int count, Join join, Path cache) {
        if (count < 1 || count > MOST) {
            throw new UserException("The members are 1 to " + MOST + ".");
        }
        if (join == Join.WEIGHTS && settings.method() instanceof Method.Ladder) {
            throw new UserException(
                    "Ladders begin each at another place and have no mean. Join them by scores: --join scores.");
        }
        this.base = base;
        this.settings = settings;
        this.count = count;
        this.join = join;
        this.cache = cache;
    }

    /** The hash of what a run or several made, by which it is known. */
    public static String network(Map<String, Object> account) {
        return String.valueOf(account.get("network"));
    }

    /**
     * Runs what has not been run; a single one leaves its files in the folder itself.
     *
     * @param resume whether runs that were broken off go on
     * @return the account, as it is written to the folder
     */
    public Map<String, Object> run(Path folder, boolean resume, Run run) throws IOException {
        if (count == 1) {
            return run.of(new Tuning(base, settings, cache), folder, resume);
        }
        List<Map<String, Object>> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path member = folder.resolve(FOLDER + (i + 1));
            if (Files.exists(member.resolve(Tuning.ACCOUNT))) {
                accounts.add(Tuning.account(member));
            } else {
                boolean begun = Tuning.unfinished(member, true);
                accounts.add(
                        run.of(new Tuning(base, settings.seeded(settings.seed() + i), cache), member, resume && begun));
            }
        }
        return joined(folder, accounts);
    }

    private Map<String, Object> joined(Path folder, List<Map<String, Object>> accounts) throws IOException {
        Map<String, Object> account = new LinkedHashMap<>(accounts.getFirst());
        List.of("steps", "bestStep", "stoppedEarly", "curve", "averaged", "tuned", "parity", "rationales")
                .forEach(account::remove);
        List<String> hashes = accounts.stream().map(Members::network).toList();
        Map<String, String> files = new LinkedHashMap<>();
        if (join == Join.WEIGHTS) {
            byte[] onnx = averaged(folder);
            Tuning.put(folder.resolve(Tuning.NETWORK), onnx);
            Tuning.put(folder.resolve(Tuning.TOKENIZER), base.tokenizer());
            files.put(Tuning.NETWORK, Sha256.of(onnx));
            files.put(Tuning.TOKENIZER, Sha256.of(base.tokenizer()));
            account.put("network", Sha256.of(onnx));
        } else {
            for (int i = 0; i < count; i++) {
                files.put(FOLDER + (i + 1) + "/" + Tuning.NETWORK, hashes.get(i));
            }
            account.put("network", Sha256.of(String.join("\n", hashes)));
        }
        account.put("join", join.name().toLowerCase(Locale.ROOT));
        account.put("members", accounts);
        account.put("files", files);
        Tuning.rewrite(folder, account);
        return account;
    }

    /** The network with the mean of the members' weights. */
    private byte[] averaged(Path folder) throws IOException {
        Map<String, Tensor> mean = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            byte[] onnx = Files.readAllBytes(folder.resolve(FOLDER + (i + 1)).resolve(Tuning.NETWORK));
            OnnxBert.of(onnx).weights().forEach((name, tensor) -> {
                float[] sum = mean.computeIfAbsent(name, n -> Tensor.zeros(tensor.shape()))
                        .values();
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += tensor.values()[k] / count;
                }
            });
        }
        return OnnxBert.of(base.onnx()).with(mean);
    }
}
