package org.winnow.dfllm.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.winnow.model.PageSpan;
import org.winnow.work.Progress;

/**
 * A corpus as files: {@code corpus.jsonl}, a passage a line, and {@code corpus.json}, the account of it. Their fields
 * are named in the README; {@code schema} rises when they change.
 */
public final class CorpusJson {
    private static final int SCHEMA = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private CorpusJson() {}

    /** Writes the passages, a JSON object a line; gives how many. */
    public static long passages(Corpus corpus, OutputStream out) throws IOException {
        for (Chunk chunk : corpus.chunks()) {
            out.write(JSON.writeValueAsBytes(passage(chunk)));
            out.write("\n".getBytes(StandardCharsets.UTF_8));
        }
        return corpus.chunks().size();
    }

    /** Writes what the pages of its files say, a JSON object a page: spans count characters of these. */
    public static long pages(Corpus corpus, Papers texts, OutputStream out) throws IOException {
        long pages = 0;
        for (PaperSummary of : corpus.papers()) {
            for (Paper paper : texts.of(of.report(), Progress.NONE).papers()) {
                if (paper.sha256().equals(of.sha256())) {
                    for (Map.Entry<Integer, String> page : paper.pages().entrySet()) {
                        Map<String, Object> one = new LinkedHashMap<>();
                        one.put("file_sha256", paper.sha256());
                        one.put("page", page.getKey());
                        one.put("text", page.getValue());
                        out.write(JSON.writeValueAsBytes(one));
                        out.write("\n".getBytes(StandardCharsets.UTF_8));
                        pages++;
                    }
                }
            }
        }
        return pages;
    }

    static Map<String, Object> passage(Chunk chunk) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", chunk.id());
        one.put("report", chunk.report().value());
        one.put("file_sha256", chunk.sha256());
        one.put("section", chunk.section());
        one.put("spans", chunk.spans().stream().map(CorpusJson::span).toList());
        one.put("sentences", chunk.sentences().size());
        one.put("tokens", chunk.tokens());
        one.put("text", chunk.text());
        return one;
    }

    static Map<String, Integer> span(PageSpan span) {
        Map<String, Integer> one = new LinkedHashMap<>();
        one.put("page", span.page());
        one.put("start", span.start());
        one.put("end", span.end());
        return one;
    }

    /** How the corpus was made, what is in it and what is not. */
    public static Map<String, Object> account(Corpus corpus) {
        CorpusSettings used = corpus.settings();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("chunk_tokens", used.chunkTokens());
        settings.put("overlap_sentences", used.overlapSentences());
        settings.put(
                "sections_left_out",
                used.leftOut().stream().map(SectionKind::key).sorted().toList());
        settings.put("languages", used.languages().stream().sorted().toList());
        settings.put("licences", used.licences().stream().sorted().toList());
        settings.put("near_duplicate", used.nearDuplicate());
        settings.put("token_encoding", Tokens.ENCODING);
        // What the reader of the PDFs and the divider always do.
        settings.put("references", "dropped");
        settings.put("running_heads", "dropped");
        settings.put("captions", "dropped but for those of tables");
        settings.put(
                "tables",
                "by rows and cells below their caption, parted between rows where too long; where no rows can be told,"
                        + " their label is listed and lines that are mostly numbers are left out and listed");
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("schema", SCHEMA);
        account.put("settings", settings);
        account.put("reports", corpus.reports());
        account.put("chunks", corpus.chunks().size());
        account.put("tokens", corpus.tokens());
        account.put("papers", corpus.papers().stream().map(CorpusJson::paper).toList());
        account.put(
                "without", corpus.without().stream().map(CorpusJson::missing).toList());
        return account;
    }

    /** The account without the list of all that was left out. */
    public static Map<String, Object> summary(Corpus corpus) {
        Map<String, Object> summary = account(corpus);
        summary.put(
                "papers",
                corpus.papers().stream()
                        .map(p -> {
                            Map<String, Object> one = paper(p);
                            one.put("left_out", reasons(p));
                            return one;
                        })
                        .toList());
        return summary;
    }

    /** Tokens that were left out, by reason. */
    private static Map<String, Integer> reasons(PaperSummary paper) {
        Map<String, Integer> reasons = new TreeMap<>();
        paper.leftOut().forEach(l -> reasons.merge(l.why(), l.tokens(), Integer::sum));
        return reasons;
    }

    private static Map<String, Object> paper(PaperSummary paper) {
        Map<String, Object> one = known(paper);
        one.put(
                "left_out",
                paper.leftOut().stream()
                        .map(l -> Map.of("what", l.what(), "why", l.why(), "tokens", l.tokens()))
                        .toList());
        return one;
    }

    /** What is known of a file of a report, without what was left out of it. */
    public static Map<String, Object> known(PaperSummary paper) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("report", paper.report().value());
        one.put("title", paper.title());
        one.put("file", paper.file());
        one.put("file_sha256", paper.sha256());
        one.put("licence", paper.licence());
        one.put("language", paper.language());
        one.put("chunks", paper.chunks());
        one.put("tokens", paper.tokens());
        return one;
    }

    private static Map<String, Object> missing(Corpus.Missing missing) {
        return Map.of("report", missing.report().value(), "title", missing.title(), "why", missing.why());
    }

    /** An account as the text of a file. */
    public static byte[] file(Map<String, Object> account) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(account);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
