package org.winnow.dfllm.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.dfllm.recipe.RecipeSettings.Method;
import org.winnow.dfllm.recipe.RecipeSettings.Objective;

/**
 * The configurations of the two tools, key by key as they document them: TRL 1.9 (SFTConfig, DPOConfig and ORPOConfig over
 * transformers' TrainingArguments; ModelConfig; ScriptArguments) and Axolotl 0.18 (AxolotlInputConfig).
 */
final class Configurations {
    private static final String OUTPUT = "adapter";

    private Configurations() {}

    static Map<String, Object> trl(RecipeSettings s, boolean validated) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("model_name_or_path", s.base());
        all.put("dtype", "bfloat16");
        all.put("use_peft", true);
        all.put("lora_r", s.rank());
        all.put("lora_alpha", s.alpha());
        all.put("lora_dropout", s.dropout());
        all.put("lora_target_modules", List.of("all-linear"));
        if (s.method() == Method.QLORA) {
            all.put("load_in_4bit", true);
            all.put("bnb_4bit_quant_type", "nf4");
            all.put("use_bnb_nested_quant", true);
        }
        // A folder with a file a split.
        all.put("dataset_name", "./data");
        all.put("dataset_train_split", "train");
        if (validated) {
            all.put("dataset_test_split", "validation");
        }
        all.put("max_length", s.length());
        switch (s.objective()) {
            case SFT -> all.put("completion_only_loss", true);
            case DPO, ORPO -> all.put("beta", 0.1);
        }
        all.put("output_dir", OUTPUT);
        all.put("num_train_epochs", s.epochs());
        all.put("per_device_train_batch_size", s.batch());
        all.put("gradient_accumulation_steps", s.accumulate());
        all.put("gradient_checkpointing", true);
        all.put("learning_rate", s.rate());
        all.put("lr_scheduler_type", "cosine");
        all.put("bf16", true);
        all.put("seed", s.seed());
        all.put("data_seed", s.seed());
        all.put("logging_steps", 1);
        all.put("eval_strategy", validated ? "epoch" : "no");
        all.put("save_strategy", "epoch");
        all.put("report_to", "none");
        return all;
    }

    static Map<String, Object> axolotl(RecipeSettings s, boolean validated) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("base_model", s.base());
        all.put("load_in_4bit", s.method() == Method.QLORA);
        all.put("adapter", s.method().key());
        all.put("lora_r", s.rank());
        all.put("lora_alpha", s.alpha());
        all.put("lora_dropout", s.dropout());
        all.put("lora_target_linear", true);
        all.put("chat_template", "tokenizer_default");
        if (s.objective() != Objective.SFT) {
            all.put("rl", s.objective().key());
            all.put(s.objective() == Objective.DPO ? "rl_beta" : "orpo_alpha", 0.1);
            all.put("remove_unused_columns", false);
        }
        all.put("datasets", List.of(data(s, "train")));
        if (validated) {
            all.put("test_datasets", List.of(data(s, "validation")));
        } else {
            all.put("val_set_size", 0);
        }
        all.put("dataset_prepared_path", "prepared");
        all.put("output_dir", OUTPUT);
        all.put("sequence_len", s.length());
        all.put("sample_packing", false);
        all.put("num_epochs", s.epochs());
        all.put("micro_batch_size", s.batch());
        all.put("gradient_accumulation_steps", s.accumulate());
        all.put("gradient_checkpointing", true);
        all.put("learning_rate", s.rate());
        all.put("optimizer", s.method() == Method.QLORA ? "paged_adamw_32bit" : "adamw_torch_fused");
        all.put("lr_scheduler", "cosine");
        all.put("bf16", "auto");
        all.put("seed", s.seed());
        all.put("logging_steps", 1);
        if (validated) {
            all.put("evals_per_epoch", 1);
        }
        all.put("saves_per_epoch", 1);
        return all;
    }

    private static Map<String, Object> data(RecipeSettings s, String split) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("path", "data/" + split + ".jsonl");
        // Every file is a split of its own to the tool, and it is called so.
        one.put("split", "train");
        switch (s.objective()) {
            case SFT -> {
                one.put("ds_type", "json");
                one.put("type", "chat_template");
                one.put("field_messages", "messages");
                one.put("roles_to_train", List.of("assistant"));
                one.put("train_on_eos", "turn");
            }
            case DPO -> {
                one.put("type", "chat_template.default");
                one.put("field_messages", "messages");
                one.put("field_chosen", "chosen");
                one.put("field_rejected", "rejected");
            }
            case ORPO -> one.put("type", "chat_template.argilla");
        }
        return one;
    }
}
