package org.winnow.ui.dfllm;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.winnow.dfllm.ask.Answer;
import org.winnow.dfllm.ask.AnswerTable;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.Cell;
import org.winnow.dfllm.ask.Writing;
import org.winnow.document.Sheets;
import org.winnow.llm.Consent;
import org.winnow.model.RecordId;
import org.winnow.ui.kit.Jobs;
import org.winnow.work.WholeFile;

/** One question after another, put to every paper by itself: properties out, commands in. */
final class TableModel {
    private final LanguageModel papers;
    private final Jobs jobs;
    private final String asking;
    private final ReadOnlyObjectWrapper<AnswerTable> table =
            new ReadOnlyObjectWrapper<>(new AnswerTable(List.of(), List.of()));

    /** @param asking what the status bar says while papers are asked */
    TableModel(LanguageModel papers, Jobs jobs, String asking) {
        this.papers = papers;
        this.jobs = jobs;
        this.asking = asking;
    }

    ReadOnlyObjectProperty<AnswerTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    private record Column(Map<RecordId, Cell> cells, Map<RecordId, String> titles) {}

    /** Adds a column with the papers' answers to a question. */
    void add(String question) {
        Consent by = papers.choice().chosenProperty().get();
        if (question.isBlank() || !papers.begin()) {
            return;
        }
        jobs.run(asking, p -> {
                    Asking ready = papers.ready(p);
                    Map<RecordId, String> titles = papers.titles(ready);
                    if (by != null) {
                        return new Column(
                                new Writing(ready, papers.choice().model(by), titles).each(question.strip(), p),
                                titles);
                    }
                    Map<RecordId, Cell> cells = new LinkedHashMap<>();
                    for (Map.Entry<RecordId, Answer> e :
                            ready.each(question.strip(), Asking.THRESHOLD).entrySet()) {
                        cells.put(e.getKey(), Cell.of(e.getValue()));
                    }
                    return new Column(cells, titles);
                })
                .then(column -> table.set(table.get().with(question.strip(), column.titles(), column.cells())))
                .atEnd(papers::end);
    }

    /** Keeps an answer as annotations; says then how many there are. */
    void keep(String question, Cell cell, IntConsumer then) {
        jobs.inOrder(p -> papers.keep(question, cell, p)).then(then::accept);
    }

    void clear() {
        table.set(new AnswerTable(List.of(), List.of()));
    }

    void write(Path target) {
        AnswerTable now = table.get();
        jobs.inOrder(p -> {
            byte[] bytes = Sheets.csv(now.wide());
            WholeFile.write(target, bytes);
            return null;
        });
    }
}
