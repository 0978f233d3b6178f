package org.winnow.dfllm.corpus;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Divides prose into sentences, by Unicode's rules (UAX 29) with the abbreviations of scientific papers. */
public final class Sentences {
    /** Characters of a text: one sentence without the blanks around it. */
    public record Sentence(int start, int end) {}

    /** Words that end in a full stop and no sentence; only as whole words: "hospital." is not "al.". */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "al.", "Fig.", "fig.", "Figs.", "figs.", "Tab.", "Eq.", "Eqs.", "Ref.", "Refs.", "vs.", "cf.", "i.e.",
            "e.g.", "approx.", "ca.", "resp.", "No.", "Nos.", "Vol.", "vol.", "pp.", "p.", "Dr.", "Prof.", "Inc.",
            "Ltd.", "Co.", "St.", "viz.", "Suppl.", "suppl.", "ed.", "eds.", "Jr.", "Sr.", "sp.", "spp.", "subsp.",
            "var.", "wt.", "min.", "max.", "Sect.", "Sec.", "Ch.", "App.", "incl.", "z.B.", "bzw.", "d.h.", "u.a.",
            "Abb.");

    private final BreakIterator breaks = BreakIterator.getSentenceInstance(ULocale.ENGLISH);

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
            if (at < paragraph.length()
                    && (Character.isLowerCase(paragraph.codePointAt(at)) || abbreviated(paragraph, open, at))) {
                continue;
            }
            add(paragraph, open, at, from, sentences);
            open = at;
        }
        add(paragraph, open, paragraph.length(), from, sentences);
    }

    /** Whether the last word before a break is an abbreviation. */
    private static boolean abbreviated(String paragraph, int open, int at) {
        String before = paragraph.substring(open, at).stripTrailing();
        int from = before.length();
        while (from > 0
                && !Character.isWhitespace(before.charAt(from - 1))
                && "([{".indexOf(before.charAt(from - 1)) < 0) {
            from--;
        }
        return ABBREVIATIONS.contains(before.substring(from));
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
