package org.winnow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.card.Runs;
import org.winnow.dfllm.corpus.Corpus;
import org.winnow.dfllm.corpus.CorpusBuilder;
import org.winnow.dfllm.corpus.CorpusJson;
import org.winnow.dfllm.corpus.CorpusSettings;
import org.winnow.dfllm.corpus.Growth;
import org.winnow.dfllm.corpus.Papers;
import org.winnow.dfllm.corpus.SectionKind;
import org.winnow.model.UserException;
import org.winnow.papers.AttachedPapers;
import org.winnow.papers.Shelves;
import org.winnow.store.Review;
import org.winnow.work.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "corpus",
        description = "Make a training corpus of the full texts of the included reports, with an account of it"
                + " (PRISMA-DFLLM, item 16).",
        mixinStandardHelpOptions = true)
final class CorpusCommand extends ReviewCommand {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "gets corpus.jsonl, a passage a line, and corpus.json, the account; made where it is missing")
    private Path out;

    @Option(
            names = "--chunk-tokens",
            defaultValue = "320",
            paramLabel = "N",
            description = "tokens of a passage at most, 32 to 8192 (${DEFAULT-VALUE})")
    private int chunkTokens;

    @Option(
            names = "--overlap",
            defaultValue = "1",
            paramLabel = "N",
            description = "sentences that a passage shares with the one before it, 0 to 10 (${DEFAULT-VALUE})")
    private int overlap;

    @Option(
            names = "--keep",
            paramLabel = "SECTION",
            description = "keep a kind of section that is usually left out: ${COMPLETION-CANDIDATES}; may be repeated")
    private List<SectionKind> keep = new ArrayList<>();

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "only papers in this language (ISO 639-1, such as en); may be repeated")
    private List<String> languages = new ArrayList<>();

    @Option(
            names = "--licence",
            paramLabel = "NAME",
            description = "only papers that name this licence, such as CC-BY-4.0; may be repeated")
    private List<String> licences = new ArrayList<>();

    @Option(
            names = "--near-duplicate",
            defaultValue = "0.8",
            paramLabel = "SHARE",
            description = "leave out a passage of which this share stands in another report (${DEFAULT-VALUE});"
                    + " 2 keeps all")
    private double nearDuplicate;

    @Option(names = "--record", description = "keep the account in the review, for the card and the checklist")
    private boolean record;

    @Mixin
    private SeenBy seenBy = new SeenBy();

    CorpusCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        CorpusSettings settings = settings();
        try (Review whole = opened(file, record)) {
            Review review = seenBy.of(whole, console);
            if (record) {
                seenBy.toRecord(whole);
            }
            Papers texts = new AttachedPapers(review, cache());
            Corpus corpus = new CorpusBuilder(settings, texts)
                    .build(Shelves.included(review), console.progress("Reading full texts"));
            Growth growth = Runs.newest(review, Runs.CORPUS)
                    .map(before -> Growth.since(before, corpus))
                    .orElse(null);
            write(corpus, texts, growth);
            if (record) {
                review.write(Runs.record(Runs.CORPUS, CorpusJson.summary(corpus)));
            }
            tell(corpus, growth);
            return corpus.chunks().isEmpty() ? Failure.FOUND : Failure.DONE;
        }
    }

    private CorpusSettings settings() {
        Set<SectionKind> leftOut = EnumSet.allOf(SectionKind.class);
        keep.forEach(leftOut::remove);
        try {
            return new CorpusSettings(
                    chunkTokens, overlap, leftOut, new HashSet<>(languages), new HashSet<>(licences), nearDuplicate);
        } catch (IllegalArgumentException e) {
            throw new UserException("These settings make no corpus: " + e.getMessage() + ".", e);
        }
    }

    private static Map<String, Object> account(Corpus corpus, @Nullable Growth growth) {
        Map<String, Object> account = CorpusJson.account(corpus);
        if (growth != null) {
            account.put("since_the_record", growth.json());
        }
        return account;
    }

    private void write(Corpus corpus, Papers texts, @Nullable Growth growth) throws IOException {
        Files.createDirectories(out);
        WholeFile.write(out.resolve("corpus.jsonl"), stream -> CorpusJson.passages(corpus, stream));
        WholeFile.write(out.resolve("pages.jsonl"), stream -> CorpusJson.pages(corpus, texts, stream));
        WholeFile.write(out.resolve("corpus.json"), stream -> {
            stream.write(CorpusJson.file(account(corpus, growth)));
            return 1;
        });
    }

    private void tell(Corpus corpus, @Nullable Growth growth) {
        if (json) {
            console.json(account(corpus, growth));
            return;
        }
        console.say(corpus.chunks().size() + " passages of " + corpus.papers().size() + " files, " + corpus.tokens()
                + " tokens, in " + out + ".");
        if (growth != null) {
            console.say(growth.words());
        }
        corpus.without()
                .forEach(m -> console.say("Not in it: record " + m.report() + ", " + m.title() + ": " + m.why()));
    }
}
