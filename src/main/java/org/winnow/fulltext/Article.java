package org.winnow.fulltext;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.layout.PageText;
import org.winnow.model.Doi;

/**
 * What a PDF says, read from its text and its metadata.
 *
 * @param title empty where none can be told
 * @param authors as printed, in order; empty where none can be told
 * @param doi of the article itself, not of one that it cites
 * @param arxiv its arXiv identifier with the version, or empty
 * @param year of publication as far as the first page or the metadata tell it, or null
 * @param pages in all, also those that were not read
 * @param scanned whether most pages are pictures without text, or have text of which the letters cannot be told, so that
 *     nothing here can be searched or copied
 * @param abstractText empty where none can be told
 * @param sections in reading order, without running heads, references, captions and tables
 * @param references the entries of the list of references, each on one line
 * @param tables those of which rows and columns can be told
 * @param text the pages as they were read, without running heads
 */
public record Article(
        String title,
        List<String> authors,
        @Nullable Doi doi,
        String pmid,
        String arxiv,
        @Nullable Integer year,
        int pages,
        boolean scanned,
        String abstractText,
        List<Section> sections,
        List<String> references,
        List<Caption> captions,
        List<Table> tables,
        List<PageText> text) {
    public Article {
        authors = List.copyOf(authors);
        sections = List.copyOf(sections);
        references = List.copyOf(references);
        captions = List.copyOf(captions);
        tables = List.copyOf(tables);
        text = List.copyOf(text);
    }

    /** The same where the text was recognised in pictures of the pages. */
    Article asScanned() {
        return new Article(
                title,
                authors,
                doi,
                pmid,
                arxiv,
                year,
                pages,
                true,
                abstractText,
                sections,
                references,
                captions,
                tables,
                text);
    }
}
