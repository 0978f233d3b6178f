package org.winnow.dfllm.recipe;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * YAML as far as configurations need it: maps, lists, texts, numbers and truth values. Texts are quoted, and numbers never
 * written with an exponent, which readers of YAML 1.1 take for a text.
 */
final class Yaml {
    private final StringBuilder out = new StringBuilder();

    private Yaml() {}

    static byte[] of(Map<String, Object> map) {
        Yaml yaml = new Yaml();
        yaml.map(map, "");
        return yaml.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void map(Map<?, ?> map, String indent) {
        map.forEach((key, value) -> {
            out.append(indent).append(key).append(':');
            value(value, indent);
        });
    }

    private void value(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            out.append('\n');
            map(map, indent + "  ");
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            out.append('\n');
            for (Object one : list) {
                int at = out.length();
                map((Map<?, ?>) one, indent + "    ");
                out.setCharAt(at + indent.length() + 2, '-');
            }
        } else if (value instanceof List<?> list) {
            out.append(" [");
            for (int i = 0; i < list.size(); i++) {
                out.append(i == 0 ? "" : ", ").append(scalar(list.get(i)));
            }
            out.append("]\n");
        } else {
            out.append(' ').append(scalar(value)).append('\n');
        }
    }

    private static String scalar(Object value) {
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).toPlainString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        return "\""
                + value.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
