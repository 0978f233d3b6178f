package org.winnow.dfllm.corpus;

import java.util.ArrayList;
import java.util.List;
import org.winnow.dfllm.corpus.Sentences.Sentence;

/** Groups sentences that follow each other into passages of a size, the last sentences of one beginning the next. */
final class Chunks {
    /** Sentences from first to last, both in it. */
    record Group(int first, int last) {}

    private final int mostTokens;
    private final int overlap;

    Chunks(int mostTokens, int overlap) {
        this.mostTokens = mostTokens;
        this.overlap = overlap;
    }

    /** How many tokens the sentences from first to last have together, both counted. */
    interface Size {
        int of(int first, int last);
    }

    /**
     * Groups in which every sentence stands at least once; none has more tokens than it may, but a single sentence that
     * alone has more.
     *
     * @param sentences how many there are
     */
    List<Group> of(int sentences, Size size) {
        List<Group> groups = new ArrayList<>();
        int first = 0;
        while (first < sentences) {
            int last = first;
            while (last + 1 < sentences && size.of(first, last + 1) <= mostTokens) {
                last++;
            }
            groups.add(new Group(first, last));
            if (last + 1 == sentences) {
                break;
            }
            first = begin(size, first, last);
        }
        return groups;
    }

    /** Where the next group begins: back over the overlap, as far as there is room for something new behind it. */
    private int begin(Size size, int first, int last) {
        int begin = last + 1;
        while (begin - 1 > first && last + 1 - begin < overlap && size.of(begin - 1, last + 1) <= mostTokens) {
            begin--;
        }
        return begin;
    }

    /** Sentences longer than a passage may be, cut between words. */
    List<Sentence> cut(String text, List<Sentence> sentences, Tokens tokens) {
        List<Sentence> cut = new ArrayList<>();
        for (Sentence sentence : sentences) {
            int from = sentence.start();
            while (tokens.in(text.substring(from, sentence.end())) > mostTokens) {
                int to = fitting(text, from, sentence.end(), tokens);
                cut.add(new Sentence(from, to));
                from = to;
                while (from < sentence.end() && Character.isWhitespace(text.charAt(from))) {
                    from++;
                }
            }
            if (from < sentence.end()) {
                cut.add(new Sentence(from, sentence.end()));
            }
        }
        return cut;
    }

    /** The furthest word end up to which the tokens fit; without one, the furthest character. */
    private int fitting(String text, int from, int end, Tokens tokens) {
        int low = from + 1;
        int high = end;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (tokens.in(text.substring(from, middle)) <= mostTokens) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int blank = text.lastIndexOf(' ', low);
        if (blank > from) {
            return blank;
        }
        return Character.isHighSurrogate(text.charAt(low - 1)) && low - 1 > from ? low - 1 : low;
    }
}
