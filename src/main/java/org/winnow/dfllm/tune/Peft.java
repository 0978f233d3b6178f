package org.winnow.dfllm.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was learnt, in files: an adapter as Hugging Face's PEFT reads it, or a ladder's or the layers' weights by their
 * names.
 */
final class Peft {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Map<String, String> FORMAT = Map.of("format", "pt");

    private Peft() {}

    static Map<String, byte[]> files(Base base, Method method, Map<String, Tensor> learnt)
            throws JsonProcessingException {
        if (!(method instanceof Method.Lora lora)) {
            String name = method instanceof Method.Ladder ? "ladder.safetensors" : "layers.safetensors";
            return Map.of(name, new Safetensors(learnt, FORMAT).bytes());
        }
        Map<String, Tensor> named = new LinkedHashMap<>();
        learnt.forEach((name, tensor) -> named.put("base_model.model." + name + ".weight", tensor));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("adapter_model.safetensors", new Safetensors(named, FORMAT).bytes());
        files.put("adapter_config.json", JSON.writeValueAsBytes(config(base, lora, learnt)));
        return files;
    }

    /** PEFT's LoraConfig. */
    private static Map<String, Object> config(Base base, Method.Lora lora, Map<String, Tensor> learnt) {
        List<String> targets = learnt.keySet().stream()
                .filter(name -> name.endsWith(Method.Lora.UP))
                .map(name -> name.substring(0, name.length() - Method.Lora.UP.length()))
                .toList();
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("peft_type", "LORA");
        config.put("task_type", "FEATURE_EXTRACTION");
        config.put("base_model_name_or_path", base.name());
        config.put("r", lora.rank());
        config.put("lora_alpha", lora.alpha());
        config.put("lora_dropout", lora.dropout());
        config.put("target_modules", targets);
        config.put("bias", "none");
        config.put("fan_in_fan_out", false);
        config.put("inference_mode", true);
        return config;
    }
}
