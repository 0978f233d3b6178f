package org.winnow.formats.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.formats.decision.Carried.Tool;
import org.winnow.formats.value.NoteText;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;

/** Reads the note that {@link WinnowNote} writes: of each reviewer and stage what was said last. */
final class WinnowNoteReading {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WinnowNoteReading() {}

    static List<Carried> of(List<String> notes) {
        for (String note : notes) {
            String plain = NoteText.plain(note);
            int at = plain.indexOf(WinnowNote.MARK);
            if (at >= 0) {
                try {
                    return read(JSON.readTree(plain.substring(at + WinnowNote.MARK.length())));
                } catch (JsonProcessingException damaged) {
                    // Somebody edited the note: what other programs' notes say is read instead.
                    return List.of();
                }
            }
        }
        return List.of();
    }

    private static List<Carried> read(JsonNode root) {
        Map<String, Carried> latest = new LinkedHashMap<>();
        for (JsonNode d : root.path("decisions")) {
            Stage stage = Stage.of(d.path("stage").asText()).orElse(null);
            Verdict verdict = Verdict.of(d.path("verdict").asText()).orElse(null);
            String reviewer = d.path("reviewer").asText();
            boolean resolution = d.path("resolution").asBoolean();
            String key = stage + "\n" + resolution + "\n" + (resolution ? "" : reviewer);
            if (verdict == null) {
                latest.remove(key);
            } else {
                latest.put(
                        key,
                        new Carried(
                                Tool.WINNOW,
                                reviewer,
                                stage,
                                verdict,
                                d.path("reason").asText(),
                                resolution,
                                "",
                                List.of()));
            }
        }
        List<Carried> all = new ArrayList<>(latest.values());
        root.path("notes")
                .properties()
                .forEach(n -> all.add(
                        Carried.words(Tool.WINNOW, n.getKey(), n.getValue().asText(), List.of())));
        List<String> tags = new ArrayList<>();
        root.path("tags").forEach(t -> tags.add(t.asText()));
        if (!tags.isEmpty()) {
            all.add(Carried.words(Tool.WINNOW, "", "", tags));
        }
        return all;
    }
}
