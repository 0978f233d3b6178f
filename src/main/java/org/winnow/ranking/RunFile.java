package org.winnow.ranking;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.model.UserException;

/** Replays of one set as a file that others read: every curve as CSV or JSON, all of them as one picture in SVG. */
public final class RunFile {
    /** What files there are. */
    public enum Kind {
        CSV,
        JSON,
        SVG;

        /** The kind that a file name asks for. */
        public static Kind of(String fileName) {
            for (Kind kind : values()) {
                if (fileName.toLowerCase(Locale.ROOT).endsWith("." + kind.name().toLowerCase(Locale.ROOT))) {
                    return kind;
                }
            }
            throw new UserException("Replays are written as .csv, .json or .svg; " + fileName + " is none of them.");
        }
    }

    /** A replay with the model that it was of. */
    public record Run(Model model, Replay replay) {}

    private final String set;
    private final List<Run> runs;

    /** @param set the name of the set */
    public RunFile(String set, List<Run> runs) {
        this.set = set;
        this.runs = List.copyOf(runs);
    }

    /** The whole file. */
    public String content(Kind kind) throws IOException {
        return switch (kind) {
            case CSV -> csv();
            case JSON -> json();
            case SVG -> new CurvePicture(set, runs).svg();
        };
    }

    /** One line for each record read; recall as a share. */
    private String csv() {
        StringBuilder csv = new StringBuilder("model,version,seed,read,found,recall\n");
        for (Run run : runs) {
            Screening s = run.replay().screening();
            for (int k = 1, found = 0; k <= s.read(); k++) {
                found += s.hits().get(k - 1) ? 1 : 0;
                csv.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%d,%d,%d,%.6f%n",
                        run.model().name(),
                        run.model().version(),
                        run.replay().seed(),
                        k,
                        found,
                        (double) found / s.relevant()));
            }
        }
        return csv.toString();
    }

    private String json() throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Run run : runs) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("set", set);
            one.put("model", run.model().name());
            one.put("version", run.model().version());
            one.putAll(ReplayFigures.of(run.replay()));
            all.add(one);
        }
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }
}
