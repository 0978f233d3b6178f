package org.winnow.dfllm.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.winnow.dfllm.corpus.Chunk.Quote;
import org.winnow.dfllm.corpus.Chunks.Group;
import org.winnow.dfllm.corpus.Paper.Part;
import org.winnow.dfllm.corpus.Sentences.Sentence;

/** Divides one paper into passages, and writes down what it leaves out. */
final class PaperDivider {
    /** Before the first heading, a paragraph of so many characters is prose, such as an abstract; a shorter one is not. */
    private static final int PROSE = 250;

    private static final int SHORTEST = 15;

    /** A passage with the tokens in it that no passage before it had. */
    record Passage(Chunk chunk, int newTokens) {}

    private final CorpusSettings settings;
    private final Boilerplate boilerplate;
    private final Sentences sentences;
    private final Tokens tokens;
    private final Chunks chunks;
    private final Paper paper;
    private final List<Passage> passages = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    PaperDivider(CorpusSettings settings, Boilerplate boilerplate, Sentences sentences, Tokens tokens, Paper paper) {
        this.settings = settings;
        this.boilerplate = boilerplate;
        this.sentences = sentences;
        this.tokens = tokens;
        this.chunks = new Chunks(settings.chunkTokens(), settings.overlapSentences());
        this.paper = paper;
    }

    List<Passage> passages() {
        return passages;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    void divide() {
        for (int i = 0; i < paper.parts().size(); i++) {
            Part part = paper.parts().get(i);
            Optional<SectionKind> kind = SectionKind.of(part.heading()).filter(settings.leftOut()::contains);
            if (kind.isPresent()) {
                leftOut.add(new LeftOut(
                        part.heading(),
                        "section: " + kind.get().key(),
                        tokens.in(part.text().text())));
            } else {
                boolean front =
                        i == 0 && part.heading().isEmpty() && settings.leftOut().contains(SectionKind.FRONT);
                divide(i, part, front);
            }
        }
        tables();
    }

    /** Tables stay whole; one that is too long is parted between rows, and each part begins with its heading. */
    private void tables() {
        for (int i = 0; i < paper.tables().size(); i++) {
            List<Chunk> parts = TableChunks.of(paper, paper.tables().get(i), i, settings.chunkTokens(), tokens);
            parts.forEach(chunk -> passages.add(new Passage(chunk, chunk.tokens())));
        }
        paper.untold().forEach(label -> leftOut.add(new LeftOut(label, "a table without rows that can be told", 0)));
    }

    private void divide(int number, Part part, boolean front) {
        String text = part.text().text();
        List<Sentence> run = new ArrayList<>();
        for (Sentence sentence : sentences.of(text)) {
            Optional<String> why =
                    front && paragraph(text, sentence) < PROSE ? Optional.of("front matter") : reason(text, sentence);
            if (why.isEmpty()) {
                run.add(sentence);
                continue;
            }
            String words = text.substring(sentence.start(), sentence.end());
            leftOut.add(LeftOut.passage(words, why.get(), tokens.in(words)));
            take(number, part, run);
            run.clear();
        }
        take(number, part, run);
    }

    private Optional<String> reason(String text, Sentence sentence) {
        // A number or an initial in the middle of prose, such as [10], is part of it.
        boolean inProse = sentence.end() - sentence.start() < SHORTEST && paragraph(text, sentence) >= PROSE;
        return !inProse && Boilerplate.numbers(text.substring(sentence.start(), sentence.end()))
                ? Optional.of("numbers or signs, as of a table or formula")
                : boilerplate.reason(text.substring(sentence.start(), sentence.end()));
    }

    /** How long the paragraph of a sentence is, in characters. */
    private static int paragraph(String text, Sentence sentence) {
        int end = text.indexOf('\n', sentence.end());
        return (end < 0 ? text.length() : end) - text.lastIndexOf('\n', sentence.start()) - 1;
    }

    /** Makes passages of sentences that follow each other with nothing left out between them. */
    private void take(int number, Part part, List<Sentence> run) {
        String text = part.text().text();
        List<Sentence> cut = chunks.cut(text, run, tokens);
        int told = 0;
        Chunks.Size size = (first, last) -> tokens.in(words(text, cut, first, last));
        for (Group group : chunks.of(cut.size(), size)) {
            String words = words(text, cut, group.first(), group.last());
            int start = cut.get(group.first()).start();
            int end = cut.get(group.last()).end();
            int fresh = size.of(Math.max(group.first(), told), group.last());
            told = group.last() + 1;
            passages.add(new Passage(
                    new Chunk(
                            paper.sha256().substring(0, 12) + "-" + number + "-" + start,
                            paper.record(),
                            paper.sha256(),
                            part.heading(),
                            part.text().spans(start, end),
                            said(part, cut.subList(group.first(), group.last() + 1)),
                            tokens.in(words),
                            words),
                    fresh));
        }
    }

    private List<Chunk.Sentence> said(Part part, List<Sentence> some) {
        List<Chunk.Sentence> said = new ArrayList<>();
        for (Sentence sentence : some) {
            List<Quote> quotes = part.text().spans(sentence.start(), sentence.end()).stream()
                    .map(span -> new Quote(
                            span, paper.pages().getOrDefault(span.page(), "").substring(span.start(), span.end())))
                    .toList();
            said.add(new Chunk.Sentence(part.text().text().substring(sentence.start(), sentence.end()), quotes));
        }
        return said;
    }

    private static String words(String text, List<Sentence> sentences, int first, int last) {
        return text.substring(sentences.get(first).start(), sentences.get(last).end());
    }
}
