package org.winnow.formats.ovid;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.winnow.formats.tagged.Dialect;
import org.winnow.formats.tagged.Fields;
import org.winnow.model.BibRecord;

/** The layout with a tag before each value: {@code <1. >}, {@code VN  - Ovid Technologies}, {@code TI  - …}. */
final class OvidTagged implements Dialect {
    private static final Pattern NUMBER = Pattern.compile("<\\s*\\d+\\s*\\.?\\s*>");

    /** Whether a line announces a record. */
    static boolean number(String line) {
        return line.length() < 20 && NUMBER.matcher(line).matches();
    }

    @Override
    public String tag(char[] b, int start, int end) {
        int s = start < end && b[start] == ' ' ? start + 1 : start;
        int i = s;
        while (i < end && i - s < 4 && (b[i] >= 'A' && b[i] <= 'Z' || b[i] >= '0' && b[i] <= '9')) {
            i++;
        }
        int letters = i - s;
        while (i < end && i - s < 5 && b[i] == ' ') {
            i++;
        }
        boolean dash = i < end && b[i] == '-' && (i + 1 == end || b[i + 1] == ' ');
        return letters >= 2 && dash && i - s > letters ? new String(b, s, letters) : "";
    }

    @Override
    public int value(char[] b, int start, int end, String tag) {
        int i = start;
        while (b[i] != '-') {
            i++;
        }
        return i + 1;
    }

    /** Where numbers are missing, the return of the tags with which Ovid begins its records divides them. */
    @Override
    public Step step(String tag, Fields fields, boolean afterBlank) {
        boolean first = tag.equals("VN") || tag.equals("VI") || tag.equals("UI") || tag.equals("DB");
        return afterBlank && first && fields.has(tag) ? Step.BEGIN : Step.FIELD;
    }

    @Override
    public boolean heading(String line, boolean afterBlank) {
        return number(line);
    }

    @Override
    public void more(Fields fields, String line, boolean indented, boolean afterBlank) {
        if (afterBlank && OvidMapping.list(fields.lastTag())) {
            fields.add(fields.lastTag(), line);
        } else {
            fields.more(line, afterBlank ? '\n' : ' ');
        }
    }

    @Override
    public String remedy() {
        return "text that belongs to a record must follow its number, as in <1>";
    }

    @Override
    public BibRecord.Builder map(Fields fields, Consumer<String> mends) {
        return new OvidMapping(fields).map();
    }
}
