package org.winnow.dfllm.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.dfllm.corpus.Corpus.Missing;
import org.winnow.dfllm.corpus.Paper.Part;
import org.winnow.dfllm.corpus.PaperDivider.Passage;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/**
 * Makes a corpus of the full texts of included reports: sections chosen, publishers' notices and tables read as lines
 * dropped, divided into passages by sentences, near-duplicates of other reports' passages left out; everything that is
 * not in it is accounted for. The same files and settings give the same corpus.
 */
public final class CorpusBuilder {
    private final CorpusSettings settings;
    private final Papers texts;
    private final Sentences sentences = new Sentences();
    private final Tokens tokens = new Tokens();
    private final Languages languages = new Languages();
    private final Boilerplate boilerplate = new Boilerplate();
    private final NearDuplicates near;

    private final List<PaperSummary> papers = new ArrayList<>();
    private final List<Missing> without = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();

    public CorpusBuilder(CorpusSettings settings, Papers texts) {
        this.settings = settings;
        this.texts = texts;
        this.near = new NearDuplicates(settings.nearDuplicate());
    }

    /**
     * Reads the reports and makes the corpus; to be called once.
     *
     * @param reports the included ones, in the order of the corpus, with their titles
     */
    public Corpus build(Map<RecordId, String> reports, Progress progress) {
        List<Paper> read = new ArrayList<>();
        int done = 0;
        for (Map.Entry<RecordId, String> report : reports.entrySet()) {
            progress.at(done++, reports.size());
            progress.check();
            Papers.Texts found = texts.of(report.getKey(), progress);
            if (found.papers().isEmpty()) {
                String why = found.trouble().isEmpty() ? "no full text is attached" : String.join(" ", found.trouble());
                without.add(new Missing(report.getKey(), report.getValue(), why));
            }
            read.addAll(found.papers());
        }
        read.forEach(paper -> boilerplate.learn(sentencesOf(paper)));
        read.forEach(this::take);
        progress.at(reports.size(), reports.size());
        return new Corpus(settings, reports.size(), papers, without, chunks);
    }

    private List<String> sentencesOf(Paper paper) {
        List<String> all = new ArrayList<>();
        for (Part part : paper.parts()) {
            String text = part.text().text();
            sentences.of(text).forEach(s -> all.add(text.substring(s.start(), s.end())));
        }
        return all;
    }

    private void take(Paper paper) {
        String licence = Licence.of(paper.wholeText());
        String prose = String.join(
                "\n", paper.parts().stream().map(p -> p.text().text()).toList());
        String language = prose.isBlank() ? "" : languages.of(prose);
        Optional<String> unwanted = unwanted(licence, language);
        if (unwanted.isPresent()) {
            without.add(new Missing(paper.record(), paper.title(), unwanted.get()));
            return;
        }
        PaperDivider divider = new PaperDivider(settings, boilerplate, sentences, tokens, paper);
        divider.divide();
        List<LeftOut> leftOut = new ArrayList<>(divider.leftOut());
        int kept = 0;
        int sum = 0;
        for (Passage passage : divider.passages()) {
            Chunk chunk = passage.chunk();
            Optional<RecordId> other = near.seen(paper.record(), chunk.text());
            if (other.isPresent()) {
                leftOut.add(LeftOut.passage(
                        chunk.text(), "nearly the same as a passage of record " + other.get(), chunk.tokens()));
            } else {
                chunks.add(chunk);
                kept++;
                sum += passage.newTokens();
            }
        }
        if (kept == 0) {
            without.add(new Missing(paper.record(), paper.title(), "nothing of " + paper.file() + " could be used"));
        }
        papers.add(new PaperSummary(
                paper.record(), paper.title(), paper.file(), paper.sha256(), licence, language, kept, sum, leftOut));
    }

    private Optional<String> unwanted(String licence, String language) {
        if (!settings.languages().isEmpty() && !settings.languages().contains(language)) {
            return Optional.of("its language, " + language + ", is not among those chosen");
        }
        if (!settings.licences().isEmpty() && !settings.licences().contains(licence)) {
            return Optional.of("its licence, " + licence + ", is not among those chosen");
        }
        return Optional.empty();
    }
}
