package org.winnow.formats.decision;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.decision.Carried.Tool;
import org.winnow.model.BibRecord;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;

/**
 * The log that Rayyan puts beside the records of an export ({@code customizations_log.csv}): who set what on which
 * record, and when. Unlike the notes of the records it ties reasons and labels to people, and tells the stage: what was
 * said after a record went on to a further stage names that stage in its key. The last entry on a thing counts.
 */
public final class RayyanLog {
    /** What it is called in every export. */
    public static final String NAME = "customizations_log.csv";

    /** Says nothing. */
    public static final RayyanLog NONE = new RayyanLog(Map.of());

    private static final String HEADER = "created_at,user_id,user_email,article_id,key,value";
    private static final int COLUMNS = 6;
    private static final Pattern KEY =
            Pattern.compile("(.*?)(__SYSTEM__STAGE__\\d+)?(__QUESTION__.*)?", Pattern.DOTALL);
    private static final String REASON = "__EXR__";
    private static final String ARTICLE = "rayyan-";

    private final Map<String, List<Carried>> byArticle;

    private RayyanLog(Map<String, List<Carried>> byArticle) {
        this.byArticle = Map.copyOf(byArticle);
    }

    /** Whether a file is such a log, told by its first line. */
    public static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String first = new String(in.readNBytes(HEADER.length() + 8), StandardCharsets.UTF_8);
            return first.replaceFirst("^\uFEFF", "").replace("\"", "").startsWith(HEADER);
        }
    }

    /**
     * Reads a log.
     *
     * @throws IOException also when it is damaged; the message names the line
     */
    public static RayyanLog read(Path file) throws IOException {
        Map<String, Map<String, Person>> articles = new HashMap<>();
        boolean staged = false;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .detectBomHeader(true)
                .ofCsvRecord(file)) {
            for (CsvRecord row : csv) {
                if (row.getFieldCount() >= COLUMNS && row.getField(3).matches("\\d+")) {
                    staged |= row.getField(4).contains("__SYSTEM__STAGE__");
                    articles.computeIfAbsent(row.getField(3), a -> new LinkedHashMap<>())
                            .computeIfAbsent(row.getField(2).strip(), who -> new Person())
                            .set(
                                    row.getField(0),
                                    plain(row.getField(4)),
                                    row.getField(5).strip());
                }
            }
        } catch (CsvParseException e) {
            throw new IOException(NAME + " is damaged (" + e.getMessage() + "); export from Rayyan again", e);
        }
        Stage first = staged ? Stage.TITLE_ABSTRACT : null;
        Map<String, List<Carried>> carried = new HashMap<>();
        articles.forEach((article, people) -> carried.put(article, said(people, first)));
        return new RayyanLog(carried);
    }

    /** Labels and reasons stand in quotation marks of their own. */
    private static String plain(String key) {
        boolean quoted = key.length() > 1 && key.startsWith("\"") && key.endsWith("\"");
        return (quoted ? key.substring(1, key.length() - 1).replace("\\\"", "\"") : key).strip();
    }

    private static List<Carried> said(Map<String, Person> people, @Nullable Stage first) {
        List<Carried> all = new ArrayList<>();
        people.forEach((name, person) -> all.addAll(person.carried(name, first)));
        return all;
    }

    /** What it says of a record, which is known by Rayyan's number; empty where it says nothing. */
    List<Carried> of(BibRecord record) {
        String accession = record.accession();
        return accession.startsWith(ARTICLE)
                ? byArticle.getOrDefault(accession.substring(ARTICLE.length()), List.of())
                : List.of();
    }

    /** What one person set on one record: each key with its last value. */
    private static final class Person {
        private record Entry(String at, String value) {}

        private final Map<String, Entry> last = new LinkedHashMap<>();

        /** @param at ISO 8601, which sorts by itself */
        void set(String at, String key, String value) {
            last.merge(key, new Entry(at, value), (before, now) -> now.at().compareTo(before.at()) < 0 ? before : now);
        }

        List<Carried> carried(String name, @Nullable Stage first) {
            Verdict early = null;
            Verdict late = null;
            List<String> reasons = new ArrayList<>();
            List<String> labels = new ArrayList<>();
            for (Map.Entry<String, Entry> set : last.entrySet()) {
                Matcher key = KEY.matcher(set.getKey());
                String what = key.matches() ? key.group(1) : set.getKey();
                String value = set.getValue().value();
                boolean further = key.group(2) != null;
                if (what.equals("included")) {
                    early = further ? early : verdict(value);
                    late = further ? verdict(value) : late;
                } else if (!what.isEmpty() && value.equals("1")) {
                    boolean reason = what.startsWith(REASON);
                    (reason ? reasons : labels).add(reason ? what.substring(REASON.length()) : what);
                }
            }
            return carried(name, first, early, late, reasons.isEmpty() ? "" : reasons.get(0), labels);
        }

        private static List<Carried> carried(
                String name,
                @Nullable Stage first,
                @Nullable Verdict early,
                @Nullable Verdict late,
                String reason,
                List<String> labels) {
            List<Carried> all = new ArrayList<>();
            if (early != null) {
                all.add(Carried.verdict(Tool.RAYYAN, name, first, early, early == Verdict.EXCLUDE ? reason : ""));
            }
            if (late != null) {
                all.add(Carried.verdict(
                        Tool.RAYYAN, name, Stage.FULL_TEXT, late, late == Verdict.EXCLUDE ? reason : ""));
            }
            if (!labels.isEmpty()) {
                all.add(Carried.words(Tool.RAYYAN, name, "", labels));
            }
            return all;
        }

        private static @Nullable Verdict verdict(String value) {
            return switch (value) {
                case "1" -> Verdict.INCLUDE;
                case "0" -> Verdict.MAYBE;
                case "-1" -> Verdict.EXCLUDE;
                default -> null;
            };
        }
    }
}
