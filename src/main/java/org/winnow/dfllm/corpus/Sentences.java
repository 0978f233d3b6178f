package org.winnow.dfllm.corpus;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Divides prose into sentences, by Unicode's rules (UAX 29) with the abbreviations of scientific papers. */
public final class Sentences {
    /** Characters of a text: one sentence without the blanks around it. */
    public record Sentence(int start, int end) {}

    private static final List<String> ABBREVIATIONS = List.of(
            "al.", "Fig.", "fig.", "Figs.", "figs.", "Tab.", "Eq.", "Eqs.", "Ref.", "Refs.", "vs.", "cf.", "i.e.",
            "e.g.", "approx.", "ca.", "resp.", "No.", "no.", "Nos.", "Vol.", "vol.", "pp.", "p.", "Dr.", "Prof.",
            "Inc.", "Ltd.", "Co.", "St.", "etc.", "viz.", "Suppl.", "suppl.", "ed.", "eds.", "Jr.", "Sr.", "sp.",
            "spp.", "subsp.", "var.", "wt.", "min.", "max.", "Sect.", "Sec.", "Ch.", "App.", "incl.", "z.B.", "bzw.",
            "d.h.", "u.a.", "Abb.");

    private final BreakIterator breaks;

    public Sentences() {
        FilteredBreakIteratorBuilder builder = FilteredBreakIteratorBuilder.getInstance(ULocale.ENGLISH);
        ABBREVIATIONS.forEach(builder::suppressBreakAfter);
        breaks = builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(ULocale.ENGLISH));
    }

    /** The sentences of a text in order; a line feed ends one, as it ends a paragraph. */
    public List<Sentence> of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = text.indexOf('\n', from);
            to = to < 0 ? text.length() : to;
            inParagraph(text, from, to, sentences);
            from = to + 1;
        }
        return sentences;
    }

    private void inParagraph(String text, int from, int to, List<Sentence> sentences) {
        String paragraph = text.substring(from, to);
        breaks.setText(paragraph);
        int open = 0;
        for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
            // A sentence that goes on in small letters has not ended.
            if (at < paragraph.length() && Character.isLowerCase(paragraph.codePointAt(at))) {
                continue;
            }
            add(paragraph, open, at, from, sentences);
            open = at;
        }
        add(paragraph, open, paragraph.length(), from, sentences);
    }

    private static void add(String paragraph, int open, int end, int offset, List<Sentence> sentences) {
        int from = open;
        int to = end;
        while (from < to && Character.isWhitespace(paragraph.charAt(from))) {
            from++;
        }
        while (from < to && Character.isWhitespace(paragraph.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            sentences.add(new Sentence(offset + from, offset + to));
        }
    }
}
