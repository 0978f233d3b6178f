package org.winnow.fulltext.reading;

import java.util.ArrayList;
import java.util.List;
import org.winnow.model.PageSpan;

/**
 * Finds words in the text of a page as people remember them: whatever the case and the accents, over the ends of lines,
 * with or without hyphens, with straight or curly quotation marks.
 */
public final class Finding {
    private final String wanted;

    /** @param words as they follow each other in the text */
    public Finding(String words) {
        wanted = Folded.of(words.strip()).text();
    }

    /** Whether there is nothing to look for. */
    public boolean empty() {
        return wanted.isBlank();
    }

    /** Where a page has the words, in reading order. */
    public List<PageSpan> in(int page, String text) {
        List<PageSpan> found = new ArrayList<>();
        if (empty()) {
            return found;
        }
        Folded folded = Folded.of(text);
        int at = folded.text().indexOf(wanted);
        while (at >= 0) {
            found.add(folded.span(page, at, at + wanted.length()));
            at = folded.text().indexOf(wanted, at + wanted.length());
        }
        return found;
    }
}
