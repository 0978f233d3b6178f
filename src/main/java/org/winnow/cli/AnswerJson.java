package org.winnow.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.winnow.dfllm.ask.Answer;
import org.winnow.dfllm.ask.Answer.Said;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.corpus.Chunk.Quote;
import org.winnow.dfllm.corpus.PaperSummary;
import org.winnow.model.RecordId;

/** Answers of the papers as JSON, every sentence with its report, file, page and quote. */
final class AnswerJson {
    private AnswerJson() {}

    static Map<String, Object> of(Asking asking, Answer answer, Map<RecordId, String> titles) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("found", answer.found());
        one.put("best", answer.best());
        one.put(
                "sentences",
                answer.sentences().stream().map(s -> said(asking, s, titles)).toList());
        return one;
    }

    static Map<String, Object> said(Asking asking, Said said, Map<RecordId, String> titles) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("text", said.text());
        one.put("report", said.report().value());
        one.put("title", titles.getOrDefault(said.report(), ""));
        one.put("file", file(asking, said));
        one.put("file_sha256", said.sha256());
        one.put("section", said.section());
        one.put("support", said.support());
        one.put("quotes", said.quotes().stream().map(AnswerJson::quote).toList());
        return one;
    }

    static String file(Asking asking, Said said) {
        return asking.corpus().papers().stream()
                .filter(p -> p.report().equals(said.report()) && p.sha256().equals(said.sha256()))
                .map(PaperSummary::file)
                .findFirst()
                .orElse("");
    }

    private static Map<String, Object> quote(Quote quote) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("page", quote.span().page());
        one.put("start", quote.span().start());
        one.put("end", quote.span().end());
        one.put("words", quote.words());
        return one;
    }
}
