package org.winnow.formats.ris;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.winnow.formats.text.Chars;
import org.winnow.formats.value.ExtraKey;
import org.winnow.model.BibRecord;
import org.winnow.model.ReferenceType;

/** The tags and values of one record as they stand in the file, and which of them have found their field. */
final class RisEntry {
    private static final int MOST_CHARACTERS = 1 << 24;

    private int[] tags = new int[64];
    private String[] values = new String[64];
    private boolean[] taken = new boolean[64];
    private int count;
    private StringBuilder growing = new StringBuilder();
    private int lastLine;
    private long seen;
    private long characters;
    private boolean full;

    void clear() {
        Arrays.fill(values, 0, count, null);
        Arrays.fill(taken, 0, count, false);
        count = 0;
        seen = 0;
        growing.setLength(0);
        characters = 0;
        full = false;
    }

    /** Whether text was left out because the record is too large. */
    boolean full() {
        return full;
    }

    /** Number of values that are not empty, the type aside. */
    int fields() {
        int n = 0;
        for (int i = 0; i < count; i++) {
            n += tags[i] != RisTags.TY && !values[i].isEmpty() ? 1 : 0;
        }
        return n;
    }

    void add(int tag, String value) {
        settle();
        if (count == tags.length) {
            tags = Arrays.copyOf(tags, count * 2);
            values = Arrays.copyOf(values, count * 2);
            taken = Arrays.copyOf(taken, count * 2);
        }
        characters += value.length();
        full |= characters > MOST_CHARACTERS;
        seen |= bit(tag);
        tags[count] = tag;
        values[count++] = full ? "" : value;
        lastLine = value.length();
    }

    /** Takes a line without a tag: more of the value before, or the next value of a list. */
    void more(String line, boolean indented) {
        if (count == 0 || line.isEmpty()) {
            return;
        }
        int tag = tags[count - 1];
        if (RisTags.list(tag) && !indented) {
            add(tag, line);
            return;
        }
        characters += line.length();
        full |= characters > MOST_CHARACTERS;
        if (full) {
            return;
        }
        if (growing.isEmpty()) {
            growing.append(values[count - 1]);
        }
        if (!growing.isEmpty()) {
            growing.append(joint(tag, indented));
        }
        growing.append(line);
        lastLine = line.length();
    }

    /** An abstract may be wrapped or in paragraphs; notes and addresses have a line for each. */
    private char joint(int tag, boolean indented) {
        if (RisTags.paragraphs(tag)) {
            return indented ? ' ' : Chars.joint(growing, lastLine);
        }
        return RisTags.remark(tag) || RisTags.prose(tag) && !indented ? '\n' : ' ';
    }

    /** The first value of any of these tags that is not taken yet, tag by tag; empty when there is none. */
    String take(int... wanted) {
        for (int tag : wanted) {
            int i = find(tag);
            if (i >= 0) {
                taken[i] = true;
                return values[i];
            }
        }
        return "";
    }

    /** Like {@link #take}, but the value stays free. */
    String peek(int... wanted) {
        for (int tag : wanted) {
            int i = find(tag);
            if (i >= 0) {
                return values[i];
            }
        }
        return "";
    }

    /** Takes every value of these tags that equals one already placed. */
    void same(String placed, int... wanted) {
        if (placed.isEmpty()) {
            return;
        }
        for (int i = 0; i < count; i++) {
            if (!taken[i] && among(tags[i], wanted) && values[i].equals(placed)) {
                taken[i] = true;
            }
        }
    }

    /** Takes all values of these tags, in the order of the file. */
    void takeAll(Consumer<String> into, int... wanted) {
        for (int i = 0; i < count; i++) {
            if (!taken[i] && among(tags[i], wanted)) {
                taken[i] = true;
                if (!values[i].isEmpty()) {
                    into.accept(values[i]);
                }
            }
        }
    }

    /** Shows all values of these tags that are still free, in the order of the file. */
    void each(Consumer<String> to, int... wanted) {
        for (int i = 0; i < count; i++) {
            if (!taken[i] && !values[i].isEmpty() && among(tags[i], wanted)) {
                to.accept(values[i]);
            }
        }
    }

    /** What can be made of the first free value of a tag that anything can be made of. */
    <T> Optional<T> first(Function<String, Optional<T>> reading, int tag) {
        if ((seen & bit(tag)) == 0) {
            return Optional.empty();
        }
        for (int i = 0; i < count; i++) {
            if (tags[i] == tag && !taken[i] && !values[i].isEmpty()) {
                Optional<T> found = reading.apply(values[i]);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Keeps what nobody took. */
    void rest(BibRecord.Builder into, ReferenceType type) {
        for (int i = 0; i < count; i++) {
            if (!taken[i] && !values[i].isEmpty()) {
                String key = RisKeys.of(tags[i], values[i], type);
                if (key.equals(ExtraKey.AFFILIATION) && values[i].indexOf('\n') >= 0) {
                    values[i].lines().forEach(line -> into.extra(key, line));
                } else {
                    into.extra(key, values[i]);
                }
            }
        }
    }

    /** Ends the last value. */
    void settle() {
        if (!growing.isEmpty()) {
            values[count - 1] = growing.toString();
            growing.setLength(0);
        }
        if (growing.capacity() > 1 << 20) {
            growing = new StringBuilder();
        }
    }

    /** One of 64 bits, so that most tags that are not there need no search. */
    private static long bit(int tag) {
        return 1L << ((tag >> 8) * 7 + (tag & 0xFF) & 63);
    }

    private int find(int tag) {
        if ((seen & bit(tag)) == 0) {
            return -1;
        }
        for (int i = 0; i < count; i++) {
            if (tags[i] == tag && !taken[i] && !values[i].isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean among(int tag, int[] wanted) {
        for (int w : wanted) {
            if (w == tag) {
                return true;
            }
        }
        return false;
    }
}
