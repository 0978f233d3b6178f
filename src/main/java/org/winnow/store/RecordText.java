package org.winnow.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.winnow.model.Author;

/** How the lists inside a record stand in its text columns, both ways. */
final class RecordText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, List<String>>> LISTS = new TypeReference<>() {};

    /** Between notes, which may have lines of their own. */
    private static final String PARAGRAPH = "\u001E";

    private RecordText() {}

    /** One author a line, {@code Family, Given}. */
    static String authors(List<Author> authors) {
        return authors.stream().map(a -> oneLine(a.display())).collect(Collectors.joining("\n"));
    }

    static List<Author> authors(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("\n")).map(Author::of).toList();
    }

    static String lines(List<String> values) {
        return values.stream().map(RecordText::oneLine).collect(Collectors.joining("\n"));
    }

    static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }

    static String paragraphs(List<String> values) {
        return String.join(PARAGRAPH, values);
    }

    static List<String> paragraphs(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(PARAGRAPH));
    }

    static String json(Map<String, List<String>> lists) {
        try {
            return lists.isEmpty() ? "" : JSON.writeValueAsString(lists);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, List<String>> lists(String json) {
        try {
            return json.isEmpty() ? Map.of() : JSON.readValue(json, LISTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("damaged extra fields: " + json, e);
        }
    }

    private static String oneLine(String value) {
        return value.indexOf('\n') < 0 ? value : value.replaceAll("\\s*\\R\\s*", " ");
    }
}
