package org.winnow.formats.ovid;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.winnow.formats.tagged.Dialect;
import org.winnow.formats.tagged.Fields;
import org.winnow.model.BibRecord;

/** The layout with the name of each field on a line of its own and its value indented below. */
final class OvidNamed implements Dialect {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z() /-]{1,58}");
    private static final Set<String> TELLING = Set.of(
            "Accession Number",
            "Unique Identifier",
            "Author",
            "Authors",
            "Title",
            "Source",
            "Publication Type",
            "Score");

    /** Whether a line is the name of a field that only this layout has. */
    static boolean telling(String line) {
        return TELLING.contains(line.strip());
    }

    @Override
    public String tag(char[] b, int start, int end) {
        if (b[start] < 'A' || b[start] > 'Z') {
            return "";
        }
        String line = new String(b, start, Math.min(end - start, 80)).strip();
        return NAME.matcher(line).matches() ? line : "";
    }

    @Override
    public int value(char[] b, int start, int end, String tag) {
        return end;
    }

    /** Where numbers are missing, the field that began the record before begins the next. */
    @Override
    public Step step(String tag, Fields fields, boolean afterBlank) {
        boolean again = afterBlank && fields.size() > 0 && fields.tag(0).equals(tag);
        return again ? Step.BEGIN : Step.FIELD;
    }

    @Override
    public boolean heading(String line, boolean afterBlank) {
        return OvidTagged.number(line);
    }

    @Override
    public void more(Fields fields, String line, boolean indented, boolean afterBlank) {
        boolean list = OvidMapping.list(fields.lastTag());
        fields.more(line, list || afterBlank ? '\n' : ' ');
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
