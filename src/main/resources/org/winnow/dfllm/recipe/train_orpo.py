"""Tunes a model by ORPO, which TRL keeps among its experimental trainers; the configuration stands in config.yaml."""

from datasets import load_dataset
from transformers import AutoTokenizer
from trl import ModelConfig, ScriptArguments, TrlParser, get_peft_config, get_quantization_config
from trl.experimental.orpo import ORPOConfig, ORPOTrainer


def main():
    parser = TrlParser((ScriptArguments, ORPOConfig, ModelConfig))
    script, training, model = parser.parse_args_and_config()

    # The trainer loads the model itself, with these.
    training.model_init_kwargs = {"revision": model.model_revision, "dtype": model.dtype}
    quantization = get_quantization_config(model)
    if quantization is not None:
        training.model_init_kwargs["quantization_config"] = quantization

    tokenizer = AutoTokenizer.from_pretrained(model.model_name_or_path)
    if tokenizer.pad_token is None:
        tokenizer.pad_token = tokenizer.eos_token

    data = load_dataset(script.dataset_name)
    evaluated = training.eval_strategy != "no"
    trainer = ORPOTrainer(
        model.model_name_or_path,
        args=training,
        train_dataset=data[script.dataset_train_split],
        eval_dataset=data[script.dataset_test_split] if evaluated else None,
        processing_class=tokenizer,
        peft_config=get_peft_config(model),
    )
    trainer.train()
    trainer.save_model(training.output_dir)


if __name__ == "__main__":
    main()
