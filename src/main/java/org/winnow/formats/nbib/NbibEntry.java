package org.winnow.formats.nbib;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.winnow.formats.text.Chars;
import org.winnow.model.BibRecord;

/** The tags and values of one record, and which of them have found their field. */
final class NbibEntry {
    private static final int MOST_CHARACTERS = 1 << 24;

    private final List<String> tags = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final BitSet taken = new BitSet();
    private final StringBuilder growing = new StringBuilder();
    private long characters;

    void add(String tag, String value) {
        settle();
        characters += value.length();
        tags.add(tag);
        values.add(full() ? "" : value);
    }

    /** Takes a line without a tag: MEDLINE text is wrapped at blanks. */
    void more(String line) {
        characters += line.length();
        if (tags.isEmpty() || line.isEmpty() || full()) {
            return;
        }
        if (growing.isEmpty()) {
            growing.append(values.getLast());
        }
        growing.append(growing.isEmpty() ? "" : " ").append(line);
    }

    /** Whether text was left out because the record is too large. */
    boolean full() {
        return characters > MOST_CHARACTERS;
    }

    boolean has(String tag) {
        return tags.contains(tag);
    }

    int size() {
        return tags.size();
    }

    String tag(int i) {
        return tags.get(i);
    }

    String value(int i) {
        return values.get(i);
    }

    void take(int i) {
        taken.set(i);
    }

    /** The first value of any of these tags, tag by tag; empty when there is none. */
    String take(String... wanted) {
        for (String tag : wanted) {
            for (int i = 0; i < tags.size(); i++) {
                if (tags.get(i).equals(tag) && !taken.get(i) && !values.get(i).isEmpty()) {
                    taken.set(i);
                    return values.get(i);
                }
            }
        }
        return "";
    }

    /** All values of one tag, taken and joined. */
    String joined(String tag, String between) {
        List<String> all = new ArrayList<>();
        takeAll(tag, all::add);
        return String.join(between, all);
    }

    void takeAll(String tag, Consumer<String> into) {
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).equals(tag) && !taken.get(i) && !values.get(i).isEmpty()) {
                taken.set(i);
                into.accept(values.get(i));
            }
        }
    }

    /** Ends the last value. */
    void settle() {
        if (!growing.isEmpty()) {
            values.set(values.size() - 1, Chars.trimmed(growing.toString()));
            growing.setLength(0);
        }
    }

    /** Keeps what nobody took. */
    void rest(BibRecord.Builder into) {
        for (int i = 0; i < tags.size(); i++) {
            if (!taken.get(i) && !values.get(i).isEmpty()) {
                into.extra(tags.get(i), values.get(i));
            }
        }
    }
}
