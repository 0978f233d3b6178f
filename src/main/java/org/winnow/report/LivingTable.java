package org.winnow.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Table;
import org.winnow.prisma.BoxWords;
import org.winnow.prisma.FlowExport;
import org.winnow.prisma.ReportFacts;
import org.winnow.store.Versions.Version;

/** The flow of a living review with a column for every version, the one that is not frozen yet last. */
final class LivingTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LivingTable() {}

    static Table of(ReportFacts facts) {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        for (Version version : facts.versions()) {
            columns.put(version.name(), numbers(parsed(version.flow())));
        }
        columns.put("Since then", numbers(JSON.valueToTree(FlowExport.json(facts.counts(), facts.template()))));
        Set<String> boxes = new LinkedHashSet<>();
        columns.values().forEach(c -> boxes.addAll(c.keySet()));
        List<Column> heads = new ArrayList<>(List.of(new Column("number", 1.6), new Column("meaning", 2.4)));
        columns.keySet().forEach(name -> heads.add(new Column(name, 1)));
        List<List<String>> rows = new ArrayList<>();
        for (String box : boxes) {
            List<String> row = new ArrayList<>(List.of(box, BoxWords.of(box)));
            columns.values().forEach(c -> row.add(c.getOrDefault(box, "")));
            rows.add(row);
        }
        return Table.plain("The flow of every version", heads, rows);
    }

    private static JsonNode parsed(String flow) {
        try {
            return JSON.readTree(flow);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static Map<String, String> numbers(JsonNode flow) {
        Map<String, String> numbers = new LinkedHashMap<>();
        flow.path("boxes")
                .properties()
                .forEach(e -> numbers.put(e.getKey(), e.getValue().asText()));
        flow.path("reasons")
                .properties()
                .forEach(e ->
                        numbers.put("dbr_excluded/" + e.getKey(), e.getValue().asText()));
        flow.path("otherReasons")
                .properties()
                .forEach(e ->
                        numbers.put("other_excluded/" + e.getKey(), e.getValue().asText()));
        return numbers;
    }
}
