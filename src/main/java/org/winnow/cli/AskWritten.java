package org.winnow.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.winnow.dfllm.ask.Answer.Said;
import org.winnow.dfllm.ask.AnswerTable;
import org.winnow.dfllm.ask.AnswerTable.Row;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.Cell;
import org.winnow.dfllm.ask.Writing;
import org.winnow.dfllm.ask.Written;
import org.winnow.dfllm.ask.Written.Sentence;
import org.winnow.model.RecordId;

/** Answers that a language model writes, and how they are told. */
final class AskWritten {
    private final Asking asking;
    private final Writing writing;
    private final Map<RecordId, String> titles;
    private final Console console;

    AskWritten(Asking asking, Writing writing, Map<RecordId, String> titles, Console console) {
        this.asking = asking;
        this.writing = writing;
        this.titles = titles;
        this.console = console;
    }

    /** Puts each question to each paper. */
    AnswerTable table(List<String> questions) {
        Map<String, Map<RecordId, Cell>> cells = new LinkedHashMap<>();
        questions.forEach(q -> cells.put(q, writing.each(q, console.progress("Asking each paper"))));
        return AnswerTable.of(titles, cells);
    }

    int tell(AnswerTable table, boolean json) {
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("questions", table.questions());
            document.put("papers", table.rows().stream().map(this::row).toList());
            console.json(document);
        } else {
            for (Row row : table.rows()) {
                console.say("Record " + row.report() + ", " + row.title() + ":");
                for (int i = 0; i < table.questions().size(); i++) {
                    Cell cell = row.cells().get(i);
                    console.say("  " + table.questions().get(i) + " " + words(cell));
                }
            }
        }
        return table.rows().stream().anyMatch(r -> r.cells().stream()
                        .anyMatch(c -> !c.answer().isEmpty()))
                ? Failure.DONE
                : Failure.FOUND;
    }

    private static String words(Cell cell) {
        if (cell.answer().isEmpty()) {
            return cell.unusable() ? "No usable answer." : "Not in the paper.";
        }
        return cell.answer()
                + (cell.supported() ? " (page " + cell.pages() + ")" : " (NOT SUPPORTED by what it cites)");
    }

    private Map<String, Object> row(Row row) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("report", row.report().value());
        one.put("title", row.title());
        List<Map<String, Object>> cells = new ArrayList<>();
        for (Cell cell : row.cells()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("answer", cell.answer());
            each.put("supported", cell.supported());
            each.put("usable", !cell.unusable());
            Said source = cell.source();
            each.put("source", source == null ? null : AnswerJson.said(asking, source, titles));
            cells.add(each);
        }
        one.put("answers", cells);
        return one;
    }

    int tell(List<String> questions, boolean json) {
        List<Written> all = questions.stream()
                .map(q -> writing.all(q, console.progress("Answering")))
                .toList();
        if (json) {
            console.json(Map.of("answers", all.stream().map(this::written).toList()));
        } else {
            all.forEach(this::say);
        }
        return all.stream().anyMatch(Written::answered) ? Failure.DONE : Failure.FOUND;
    }

    private void say(Written answer) {
        console.say(answer.question());
        if (!answer.answered()) {
            console.say("  Not in the papers.");
        }
        for (Sentence sentence : answer.sentences()) {
            Said source = sentence.source();
            console.say("  " + sentence.text() + (sentence.supported() ? "" : "  [NOT SUPPORTED by what it cites]"));
            console.say(
                    source == null
                            ? "    cites “" + sentence.quote() + "”, which no passage has"
                            : "    record " + source.report() + ", " + titles.getOrDefault(source.report(), "")
                                    + ", page " + pages(source) + ": “" + source.text() + "”");
        }
    }

    private static String pages(Said said) {
        return said.quotes().stream()
                .map(q -> String.valueOf(q.span().page()))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private Map<String, Object> written(Written answer) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("question", answer.question());
        one.put("found", answer.answered());
        one.put("call", answer.call());
        List<Map<String, Object>> sentences = new ArrayList<>();
        for (Sentence sentence : answer.sentences()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("text", sentence.text());
            each.put("supported", sentence.supported());
            each.put("label", sentence.label().key());
            each.put("quote", sentence.quote());
            Said source = sentence.source();
            each.put("source", source == null ? null : AnswerJson.said(asking, source, titles));
            sentences.add(each);
        }
        one.put("sentences", sentences);
        return one;
    }
}
