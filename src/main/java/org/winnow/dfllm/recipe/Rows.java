package org.winnow.dfllm.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.winnow.dfllm.recipe.RecipeSettings.Objective;
import org.winnow.model.UserException;

/**
 * The lines of our dataset in the forms that the two tools read: TRL's prompt and completion, or prompt, chosen and rejected
 * (docs/source/dataset_formats.md); Axolotl's chat_template, chat_template.default and chat_template.argilla
 * (docs/dataset-formats, docs/rlhf.qmd).
 */
final class Rows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Objective objective;
    private final String file;

    Rows(Objective objective, String file) {
        this.objective = objective;
        this.file = file;
    }

    String trl(List<String> lines) {
        return lines.stream().map(l -> trl(read(l))).collect(Collectors.joining());
    }

    String axolotl(List<String> lines) {
        return lines.stream().map(l -> axolotl(read(l))).collect(Collectors.joining());
    }

    private JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UserException(file + " has a line that is no JSON. Export the dataset anew.", e);
        }
    }

    private String trl(JsonNode row) {
        ObjectNode out = JSON.createObjectNode();
        if (objective == Objective.SFT) {
            JsonNode messages = row.path("messages");
            ArrayNode prompt = out.putArray("prompt");
            for (int i = 0; i < messages.size() - 1; i++) {
                prompt.add(messages.get(i));
            }
            // Only what stands in the completion is learnt.
            out.putArray("completion").add(messages.get(messages.size() - 1));
        } else {
            out.putArray("prompt").add(message("user", row, "prompt"));
            out.putArray("chosen").add(message("assistant", row, "chosen"));
            out.putArray("rejected").add(message("assistant", row, "rejected"));
        }
        return out + "\n";
    }

    private String axolotl(JsonNode row) {
        ObjectNode out = JSON.createObjectNode();
        switch (objective) {
            case SFT -> out.set("messages", row.path("messages"));
            case DPO -> {
                out.putArray("messages").add(message("user", row, "prompt"));
                out.set("chosen", message("assistant", row, "chosen"));
                out.set("rejected", message("assistant", row, "rejected"));
            }
            case ORPO -> {
                out.putArray("chosen").add(message("user", row, "prompt")).add(message("assistant", row, "chosen"));
                out.putArray("rejected").add(message("user", row, "prompt")).add(message("assistant", row, "rejected"));
            }
        }
        return out + "\n";
    }

    private static ObjectNode message(String role, JsonNode row, String field) {
        return JSON.createObjectNode()
                .put("role", role)
                .put("content", row.path(field).asText());
    }
}
