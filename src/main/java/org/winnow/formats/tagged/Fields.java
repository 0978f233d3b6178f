package org.winnow.formats.tagged;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.winnow.formats.text.Chars;
import org.winnow.formats.value.AuthorNames;
import org.winnow.formats.value.ExtraKey;
import org.winnow.model.BibRecord;

/** The tags and values of one record in the order of the file, and which of them have found their field. */
public final class Fields {
    private static final int MOST_CHARACTERS = 1 << 24;

    private final List<String> tags = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final BitSet taken = new BitSet();
    private final StringBuilder growing = new StringBuilder();
    private int lastLine;
    private long characters;

    public void add(String tag, String value) {
        settle();
        characters += value.length();
        tags.add(tag);
        values.add(full() ? "" : value);
        lastLine = value.length();
    }

    /** Takes more of the last value, after a blank. */
    public void more(String line) {
        more(line, ' ');
    }

    /** Takes more of the last value, after a blank or, where that is likely, as a paragraph of its own. */
    public void paragraph(String line) {
        more(line, Chars.joint(growing.isEmpty() ? last() : growing, lastLine));
    }

    /** Takes more of the last value. */
    public void more(String line, char joint) {
        characters += line.length();
        if (tags.isEmpty() || line.isEmpty() || full()) {
            return;
        }
        if (growing.isEmpty()) {
            growing.append(values.getLast());
        }
        if (!growing.isEmpty()) {
            growing.append(joint);
        }
        growing.append(line);
        lastLine = line.length();
    }

    /** Whether text was left out because the record is too large. */
    public boolean full() {
        return characters > MOST_CHARACTERS;
    }

    public boolean has(String tag) {
        return tags.contains(tag);
    }

    public int size() {
        return tags.size();
    }

    public String tag(int i) {
        return tags.get(i);
    }

    public String value(int i) {
        return values.get(i);
    }

    /** The tag that came last. */
    public String lastTag() {
        return tags.getLast();
    }

    /** The value that came last, with all its lines. */
    public String lastValue() {
        return growing.isEmpty() ? last() : growing.toString();
    }

    public void take(int i) {
        taken.set(i);
    }

    /** The first value of any of these tags, tag by tag; empty when there is none. */
    public String take(String... wanted) {
        for (String tag : wanted) {
            int i = find(tag);
            if (i >= 0) {
                taken.set(i);
                return values.get(i);
            }
        }
        return "";
    }

    /** Like {@link #take}, but the value stays free. */
    public String peek(String... wanted) {
        for (String tag : wanted) {
            int i = find(tag);
            if (i >= 0) {
                return values.get(i);
            }
        }
        return "";
    }

    /** All values of one tag, which stay free. */
    public List<String> all(String tag) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).equals(tag)) {
                all.add(values.get(i));
            }
        }
        return all;
    }

    /** All values of one tag, taken and joined. */
    public String joined(String tag, String between) {
        List<String> all = new ArrayList<>();
        takeAll(tag, all::add);
        return String.join(between, all);
    }

    /** Takes all values of one tag that are not empty. */
    public void takeAll(String tag, Consumer<String> into) {
        takeAll(Set.of(tag), into);
    }

    /** Takes all values of several tags in the order of the file. */
    public void takeAll(Set<String> wanted, Consumer<String> into) {
        for (int i = 0; i < tags.size(); i++) {
            if (!taken.get(i) && wanted.contains(tags.get(i))) {
                taken.set(i);
                if (!values.get(i).isEmpty()) {
                    into.accept(values.get(i));
                }
            }
        }
    }

    /** Keeps all values of a tag under another key, each line of an address and each person apart. */
    public void keep(String tag, String key, BibRecord.Builder into) {
        if (ExtraKey.PEOPLE.contains(key)) {
            takeAll(tag, v -> AuthorNames.several(v).forEach(a -> into.extra(key, a.display())));
        } else if (key.equals(ExtraKey.AFFILIATION)) {
            takeAll(tag, v -> v.lines().forEach(line -> into.extra(key, line)));
        } else {
            takeAll(tag, v -> into.extra(key, v));
        }
    }

    /** Ends the last value. */
    public void settle() {
        if (!growing.isEmpty()) {
            values.set(values.size() - 1, Chars.trimmed(growing.toString()));
            growing.setLength(0);
        }
    }

    /** Keeps what nobody took under the tags of the file. */
    public void rest(BibRecord.Builder into) {
        for (int i = 0; i < tags.size(); i++) {
            if (!taken.get(i) && !values.get(i).isEmpty()) {
                into.extra(tags.get(i), values.get(i));
            }
        }
    }

    private String last() {
        return values.isEmpty() ? "" : values.getLast();
    }

    private int find(String tag) {
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).equals(tag) && !taken.get(i) && !values.get(i).isEmpty()) {
                return i;
            }
        }
        return -1;
    }
}
