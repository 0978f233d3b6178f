package org.winnow.dfllm.tune;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.winnow.model.Sha256;

/** Everything that a tuned network rests on, so that it can be made again and reported. */
final class TuneAccount {
    private TuneAccount() {}

    static Map<String, Object> of(Base base, TuneSettings settings, String objective, Training.Result result) {
        RunState state = result.state();
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("format", "winnow-tuning/1");
        account.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        account.put("objective", objective);
        account.put("base", base(base));
        account.put("settings", settings(settings));
        account.put("steps", state.step());
        account.put("bestStep", state.bestStep());
        account.put("stoppedEarly", state.step() < settings.steps());
        account.put("seconds", state.seconds());
        account.put("pieces", state.pieces());
        account.put("piecesPerSecond", state.pieces() / state.seconds());
        account.put("curve", state.curve());
        if (result.averaged() != null) {
            account.put("averaged", result.averaged());
        }
        account.put("versions", versions());
        return account;
    }

    private static Map<String, Object> base(Base base) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", base.name());
        said.put("licence", base.licence());
        said.put("sha256", Sha256.of(base.onnx()));
        said.put("tokenizerSha256", Sha256.of(base.tokenizer()));
        return said;
    }

    private static Map<String, Object> settings(TuneSettings settings) {
        Map<String, Object> said = new LinkedHashMap<>(method(settings.method()));
        said.put("steps", settings.steps());
        said.put("batch", settings.batch());
        said.put("optimizer", "AdamW");
        said.put("learningRate", settings.learningRate());
        said.put("warmUp", settings.warmUp());
        said.put("weightDecay", settings.weightDecay());
        said.put("validateEvery", settings.every());
        said.put("patience", settings.patience());
        said.put("average", settings.average());
        said.put("pieces", settings.pieces());
        said.put("contrast", settings.contrast());
        said.put("seed", settings.seed());
        said.put("threads", settings.threads());
        return said;
    }

    private static Map<String, Object> method(Method method) {
        Map<String, Object> said = new LinkedHashMap<>();
        if (method instanceof Method.Lora lora) {
            said.put("method", "lora");
            said.put("rank", lora.rank());
            said.put("alpha", lora.alpha());
            said.put("targets", lora.targets());
            said.put("layers", lora.lastLayers());
        } else if (method instanceof Method.LastLayers last) {
            said.put("method", "layers");
            said.put("layers", last.count());
        } else if (method instanceof Method.Ladder ladder) {
            said.put("method", "ladder");
            said.put("width", ladder.width());
            said.put("layers", ladder.lastLayers());
        }
        said.put("dropout", method.dropout());
        return said;
    }

    private static Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        String own = TuneAccount.class.getPackage().getImplementationVersion();
        versions.put("winnow", own == null ? "development" : own);
        versions.put("engine", Torch.version());
        versions.put("java", Runtime.version().toString());
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return versions;
    }
}
