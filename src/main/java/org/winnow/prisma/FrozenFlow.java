package org.winnow.prisma;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.model.UserException;
import org.winnow.prisma.FlowCsv.Filled;
import org.winnow.store.Versions.Version;

/** The flow diagram of a frozen version, as it was then. */
public final class FrozenFlow {
    private FrozenFlow() {}

    /** @throws UserException where the version holds no numbers */
    public static Filled of(Version version) {
        try {
            JsonNode json = new ObjectMapper().readTree(version.flow());
            List<String> warnings = new ArrayList<>();
            json.path("warnings").forEach(w -> warnings.add(w.asText()));
            FlowCounts counts = new FlowCounts(
                    numbers(json.path("boxes")),
                    numbers(json.path("databases")),
                    numbers(json.path("registers")),
                    Map.of(),
                    numbers(json.path("reasons")),
                    numbers(json.path("otherReasons")),
                    warnings,
                    text(json));
            return new Filled(
                    counts, Template.of(json.path("template").asText()).orElse(Template.NEW_ALL));
        } catch (JsonProcessingException e) {
            throw new UserException("The version \"" + version.name() + "\" holds no flow diagram.", e);
        }
    }

    /** The words of the kind of review that it was then. */
    private static FlowText text(JsonNode json) {
        Map<String, String> labels = new LinkedHashMap<>();
        json.path("labels")
                .properties()
                .forEach(e -> labels.put(e.getKey(), e.getValue().asText()));
        Set<String> unknown = new LinkedHashSet<>();
        json.path("unknown").forEach(box -> unknown.add(box.asText()));
        return FlowText.OFFICIAL.withLabels(labels).withUnknown(unknown);
    }

    private static Map<String, Long> numbers(JsonNode node) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        node.properties().forEach(e -> numbers.put(e.getKey(), e.getValue().asLong()));
        return numbers;
    }
}
