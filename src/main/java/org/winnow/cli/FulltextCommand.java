package org.winnow.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.winnow.dfllm.corpus.Languages;
import org.winnow.dfllm.corpus.Sentences;
import org.winnow.dfllm.corpus.Sentences.Sentence;
import org.winnow.fulltext.Article;
import org.winnow.fulltext.ArticleReader;
import org.winnow.fulltext.Caption;
import org.winnow.fulltext.Section;
import org.winnow.model.Doi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "fulltext",
        description = "What a PDF says: title, authors, identifiers, sections, captions and references.",
        mixinStandardHelpOptions = true)
final class FulltextCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE.pdf")
    private Path file = Path.of("");

    @Option(names = "--password", paramLabel = "PASSWORD", description = "the password that opens the file")
    private String password = "";

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    private final Console console;

    FulltextCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Article article = ArticleReader.USUAL.read(file, password, console.progress("Reading " + file));
        if (json) {
            console.json(document(article));
        } else {
            tell(article);
        }
        if (article.scanned()) {
            console.note(
                    file + " was scanned: its pages are pictures without text. Have its text recognised (OCR) first.");
        }
        return Failure.DONE;
    }

    private static Map<String, Object> document(Article article) {
        Doi doi = article.doi();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", article.title());
        document.put("authors", article.authors());
        document.put("doi", doi == null ? null : doi.value());
        document.put("pmid", article.pmid());
        document.put("arxiv", article.arxiv());
        document.put("year", article.year());
        document.put("pages", article.pages());
        document.put("scanned", article.scanned());
        String running = article.sections().stream().map(Section::text).collect(Collectors.joining("\n"));
        document.put("language", running.isBlank() ? null : new Languages().of(running));
        document.put("abstract", article.abstractText());
        List<Map<String, Object>> sections = new ArrayList<>();
        Sentences sentences = new Sentences();
        for (Section s : article.sections()) {
            Map<String, Object> section = new LinkedHashMap<>();
            section.put("number", s.number());
            section.put("heading", s.heading());
            section.put("page", s.page());
            section.put("text", s.text());
            section.put("sentences", places(s, sentences));
            sections.add(section);
        }
        document.put("sections", sections);
        document.put("references", article.references());
        List<Map<String, Object>> captions = new ArrayList<>();
        for (Caption c : article.captions()) {
            captions.add(Map.of("label", c.label(), "text", c.text(), "page", c.page()));
        }
        document.put("captions", captions);
        return document;
    }

    /** Of each sentence its characters in the section, and the page and characters of the page's text on which it stands. */
    private static List<Map<String, Object>> places(Section section, Sentences sentences) {
        List<Map<String, Object>> places = new ArrayList<>();
        for (Sentence sentence : sentences.of(section.text())) {
            places.add(Map.of(
                    "start",
                    sentence.start(),
                    "end",
                    sentence.end(),
                    "spans",
                    section.placed().spans(sentence.start(), sentence.end())));
        }
        return places;
    }

    private void tell(Article article) {
        Doi doi = article.doi();
        console.say(article.title());
        console.say(String.join("; ", article.authors()));
        console.say((doi == null ? "" : doi.value() + ", ") + article.pages() + " pages");
        for (Section s : article.sections()) {
            String heading = (s.number() + " " + s.heading()).strip();
            console.say("\n" + (heading.isEmpty() ? "" : heading + " (page " + s.page() + ")\n") + s.text());
        }
        article.captions().forEach(c -> console.say("\n" + c.label() + " (page " + c.page() + "): " + c.text()));
        if (!article.references().isEmpty()) {
            console.say("\nReferences");
            article.references().forEach(console::say);
        }
    }
}
