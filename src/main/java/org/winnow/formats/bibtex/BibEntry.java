package org.winnow.formats.bibtex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One entry: its type, key and fields, the values still in LaTeX but with abbreviations resolved. */
final class BibEntry {
    /** What an entry's own maps and lists take, told in characters. */
    private static final int OWN_WEIGHT = 400;

    private final String type;
    private final String key;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final List<String> mends = new ArrayList<>();

    BibEntry(String type, String key) {
        this.type = type.toLowerCase(Locale.ROOT);
        this.key = key;
    }

    /** In lower case, without the at sign. */
    String type() {
        return type;
    }

    String key() {
        return key;
    }

    /** All values by field name in lower case, in order. */
    Map<String, List<String>> fields() {
        return fields;
    }

    /** What was mended in it. */
    List<String> mends() {
        return mends;
    }

    void add(String field, String value) {
        fields.computeIfAbsent(field.toLowerCase(Locale.ROOT), f -> new ArrayList<>())
                .add(value);
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The first value that is not blank, else empty. */
    String get(String field) {
        for (String value : fields.getOrDefault(field, List.of())) {
            if (!value.isBlank()) {
                return value;
            }
        }
        return "";
    }

    /** Memory held, in characters, for keeping memory bounded. */
    int weight() {
        int n = OWN_WEIGHT + key.length();
        for (Map.Entry<String, List<String>> field : fields.entrySet()) {
            n += field.getKey().length();
            for (String value : field.getValue()) {
                n += value.length();
            }
        }
        return n;
    }
}
