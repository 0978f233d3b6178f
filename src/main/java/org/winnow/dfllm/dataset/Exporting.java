package org.winnow.dfllm.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.winnow.dfllm.dataset.Dataset.Text;
import org.winnow.dfllm.dataset.Preferences.Ranked;
import org.winnow.document.Sheets;

/** A dataset as files, by their names. The same dataset gives the same bytes. */
public final class Exporting {
    /** What a model is told to be in every chat. */
    static final String SYSTEM =
            "You answer questions about the reports of a systematic review. Name the report and page of every statement.";

    private final Dataset dataset;
    private final Reports reports;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Exporting(Dataset dataset, Reports reports) {
        this.dataset = dataset;
        this.reports = reports;
    }

    /**
     * Everything but the account.
     *
     * @param mixture general text to be mixed into what a model goes on being trained with
     */
    public static Map<String, byte[]> files(Dataset dataset, Reports reports, Mixture mixture) {
        Exporting exporting = new Exporting(dataset, reports);
        exporting.items();
        for (Split split : Split.values()) {
            exporting.examples(split);
        }
        exporting.mixed(mixture);
        exporting.table();
        return exporting.files;
    }

    private void items() {
        DatasetFile file = new DatasetFile(reports);
        List<String> lines = new ArrayList<>();
        dataset.items().forEach(i -> lines.add(file.line(i, dataset.examples().get(i.id()))));
        dataset.others().forEach(i -> lines.add(file.line(i, null)));
        put("dataset.jsonl", lines);
    }

    private void examples(Split split) {
        List<Item> items = dataset.in(split);
        put(name("sft-chat", split), lines(items, this::chat));
        put(name("sft-instruction", split), lines(items, this::instruction));
        put(name("pretrain", split), lines(dataset.texts().getOrDefault(split, List.of()), this::text));
        List<Ranked> ranked = dataset.preferences().getOrDefault(split, List.of());
        put(
                name("preferences", split),
                ranked.stream().flatMap(r -> pairs(r).stream()).toList());
        put(name("ranked", split), lines(ranked, Exporting::ranked));
        PassageLines passages = new PassageLines(dataset.texts().getOrDefault(split, List.of()), reports);
        put(name("pairs", split), lines(passages.pairs(items), PassageLines::line));
        put(name("questions", split), lines(passages.questions(items), PassageLines::line));
    }

    private static String name(String what, Split split) {
        return what + "." + split.key() + ".jsonl";
    }

    private static <T> List<String> lines(List<T> all, Function<T, Map<String, Object>> form) {
        return all.stream().map(form).map(DatasetFile::text).toList();
    }

    private Map<String, Object> chat(Item item) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put(
                "messages",
                List.of(message("system", SYSTEM), message("user", item.question()), message("assistant", said(item))));
        one.put("id", item.id());
        return one;
    }

    private static Map<String, String> message(String role, String content) {
        Map<String, String> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", content);
        return message;
    }

    private Map<String, Object> instruction(Item item) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("instruction", item.question());
        one.put("input", "");
        one.put("output", said(item));
        one.put("id", item.id());
        return one;
    }

    /** Every example says where it is from, so that the model learns to. */
    private String said(Item item) {
        return item.answer() + " " + reports.provenance(item);
    }

    private Map<String, Object> text(Text text) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("text", text.text());
        one.put("id", text.id());
        one.put("record", text.record());
        return one;
    }

    private static List<String> pairs(Ranked ranked) {
        List<String> pairs = new ArrayList<>();
        for (String lesser : ranked.answers().subList(1, ranked.answers().size())) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("prompt", ranked.prompt());
            one.put("chosen", ranked.answers().getFirst());
            one.put("rejected", lesser);
            one.put("how", ranked.how());
            one.put("group", ranked.group());
            pairs.add(DatasetFile.text(one));
        }
        return pairs;
    }

    private static Map<String, Object> ranked(Ranked ranked) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("prompt", ranked.prompt());
        one.put("answers", ranked.answers());
        one.put("how", ranked.how());
        one.put("group", ranked.group());
        return one;
    }

    private void mixed(Mixture mixture) {
        List<Text> own = dataset.texts().getOrDefault(Split.TRAIN, List.of());
        if (!mixture.general().isEmpty()) {
            put("mixture.train.jsonl", mixture.with(own.stream().map(Text::text).toList()));
        }
    }

    /** As the follow-up of PRISMA-DFLLM has it: what is trained on, in two columns. */
    private void table() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("instruction", "output");
            for (Item item : dataset.in(Split.TRAIN)) {
                csv.writeRecord(Sheets.guarded(item.question()), Sheets.guarded(said(item)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.put("instruction_output.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void put(String name, List<String> lines) {
        files.put(
                name,
                lines.stream()
                        .map(line -> line + "\n")
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8));
    }
}
