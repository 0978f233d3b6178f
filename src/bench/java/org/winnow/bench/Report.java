package org.winnow.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;

/** The file {@code bench.json}, to which every benchmark adds its figures. */
public final class Report {
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final File file;

    Report(File file) {
        this.file = file;
    }

    /** Begins anew, with what the numbers depend on. */
    void begin() throws IOException {
        ObjectNode all = json.createObjectNode();
        all.putObject("machine")
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .put("java", System.getProperty("java.runtime.version"));
        all.putArray("figures");
        json.writeValue(file, all);
    }

    /** Adds to what is there; a benchmark that is run by itself begins the file. */
    public void add(Figure figure) throws IOException {
        if (!file.exists()) {
            begin();
        }
        ObjectNode all = (ObjectNode) json.readTree(file);
        all.withArray("figures").add(json.<ObjectNode>valueToTree(figure));
        json.writeValue(file, all);
        System.out.println(
                json.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(figure));
    }
}
