package org.winnow.formats.enw;

import java.util.Set;
import java.util.function.Consumer;
import org.winnow.formats.tagged.Dialect;
import org.winnow.formats.tagged.Fields;
import org.winnow.model.BibRecord;

/** A record begins with {@code %0}; where there is none, behind an empty line. */
public final class EnwDialect implements Dialect {
    /** Tags whose unmarked following lines are values of their own. */
    private static final Set<String> LISTS = Set.of("%K", "%U", "%A", "%E", "%>", "%+");

    private static final Set<String> PARAGRAPHS = Set.of("%X", "%Z", "%<", "%O");

    /** Whether a text is in this format, told by its first lines. */
    public static boolean recognises(String text) {
        int tags = 0;
        int others = 0;
        for (String line : (Iterable<String>) text.lines().limit(40)::iterator) {
            char[] b = line.strip().replace("\uFEFF", "").toCharArray();
            if (b.length > 0) {
                boolean tag = EnwTags.at(b, 0, b.length);
                tags += tag ? 1 : 0;
                others += tag ? 0 : 1;
                if (tags == 0) {
                    return false;
                }
            }
        }
        return tags > 0 && tags * 4 > others;
    }

    @Override
    public String tag(char[] b, int start, int end) {
        return EnwTags.at(b, start, end) ? new String(b, start, 2) : "";
    }

    @Override
    public int value(char[] b, int start, int end, String tag) {
        return start + 2;
    }

    @Override
    public Step step(String tag, Fields fields, boolean afterBlank) {
        if (fields.size() == 0) {
            return Step.FIELD;
        }
        if (tag.equals("%0")) {
            return fields.lastTag().equals("%0") ? Step.FIELD : Step.BEGIN;
        }
        boolean apart = afterBlank
                && (!fields.has("%0") || fields.has("%T") && Set.of("%T", "%A").contains(tag));
        return apart ? Step.BEGIN : Step.FIELD;
    }

    @Override
    public void more(Fields fields, String line, boolean indented, boolean afterBlank) {
        String tag = fields.lastTag();
        if (LISTS.contains(tag) && !indented) {
            fields.add(tag, line);
        } else if (PARAGRAPHS.contains(tag)) {
            if (afterBlank) {
                fields.more(line, '\n');
            } else {
                fields.paragraph(line);
            }
        } else {
            fields.more(line);
        }
    }

    @Override
    public String remedy() {
        return "text that belongs to a record must follow a line that begins with a percent sign and a letter";
    }

    @Override
    public BibRecord.Builder map(Fields fields, Consumer<String> mends) {
        return new EnwMapping(fields, mends).map();
    }
}
