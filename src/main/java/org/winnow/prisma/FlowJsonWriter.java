package org.winnow.prisma;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the counts as JSON. */
final class FlowJsonWriter {
    private FlowJsonWriter() {}

    static Map<String, Object> values(FlowCounts counts, Template template) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("template", template.key());
        values.put("boxes", counts.boxes());
        values.put("reasons", counts.reasons());
        values.put("otherReasons", counts.otherReasons());
        values.put("databases", counts.databases());
        values.put("registers", counts.registers());
        values.put("warnings", template.warnings(counts));
        if (!counts.text().labels().isEmpty()) {
            values.put("labels", counts.text().labels());
        }
        if (!counts.text().unknown().isEmpty()) {
            values.put("unknown", counts.text().unknown());
        }
        return values;
    }

    static byte[] bytes(FlowCounts counts, Template template) {
        try {
            String json = new ObjectMapper().writer(printer()).writeValueAsString(values(counts, template));
            return (json + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The counts cannot be written as JSON.", e);
        }
    }

    static DefaultPrettyPrinter printer() {
        // The default would break lines as the computer does.
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }
}
