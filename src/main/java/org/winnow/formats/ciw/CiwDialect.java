package org.winnow.formats.ciw;

import java.util.Locale;
import java.util.function.Consumer;
import org.winnow.formats.tagged.Dialect;
import org.winnow.formats.tagged.Fields;
import org.winnow.model.BibRecord;

/** A record goes from its first tag to {@code ER}; the lines that follow a tagged one are indented, or should be. */
public final class CiwDialect implements Dialect {
    private static final int LINES_LOOKED_AT = 200;

    private boolean marked;

    /** Whether a text is in this format, told by its first lines. */
    public static boolean recognises(String text) {
        int types = 0;
        int fields = 0;
        for (String line : (Iterable<String>) text.lines().limit(LINES_LOOKED_AT)::iterator) {
            String l = line.replace("\uFEFF", "");
            if (l.startsWith("FN ") && (l.contains("Web of") || l.contains("ISI ") || l.contains("Clarivate"))) {
                return true;
            }
            types += l.matches("(PT|RT) (~ )?\\S.{0,60}") || l.startsWith("VR 1.") ? 1 : 0;
            fields += l.matches("(TI|AU|SO) (~ )?\\S.*") ? 1 : 0;
        }
        return types > 0 && fields > 0;
    }

    @Override
    public String tag(char[] b, int start, int end) {
        return CiwTags.at(b, start, end);
    }

    /** Inspec's own text has a tilde between tag and value. */
    @Override
    public int value(char[] b, int start, int end, String tag) {
        boolean tilde = end - start > 4 && b[start + 2] == ' ' && b[start + 3] == '~' && b[start + 4] == ' ';
        return tilde ? start + 5 : start + 2;
    }

    @Override
    public Step step(String tag, Fields fields, boolean afterBlank) {
        marked |= tag.equals("FN") || tag.equals("ER");
        return switch (tag) {
            case "FN", "VR" -> fields.size() == 0 ? Step.PASS : Step.FIELD;
            case "EF" -> fields.size() == 0 ? Step.PASS : Step.END;
            case "ER" -> fields.size() == 0 ? Step.PASS : Step.END;
            case "PT" -> fields.has("PT") ? Step.BEGIN : Step.FIELD;
            default -> Step.FIELD;
        };
    }

    @Override
    public boolean heading(String line, boolean afterBlank) {
        return afterBlank && line.toLowerCase(Locale.ROOT).matches("record.*inspec.*");
    }

    @Override
    public boolean furniture(String line) {
        return line.startsWith("FN ") || line.startsWith("VR ") || line.equals("EF") || line.equals("ER");
    }

    @Override
    public void more(Fields fields, String line, boolean indented, boolean afterBlank) {
        if (CiwTags.list(fields.lastTag()) || anotherAddress(fields, line)) {
            fields.add(fields.lastTag(), line);
        } else {
            fields.more(line, afterBlank ? '\n' : ' ');
        }
    }

    /** Addresses are wrapped in some exports; in others each has a line, which ends with a full stop or begins so: [. */
    private static boolean anotherAddress(Fields fields, String line) {
        boolean address = fields.lastTag().equals("C1") || fields.lastTag().equals("C3");
        return address && (line.startsWith("[") || fields.lastValue().endsWith("."));
    }

    /** Inspec's own text has no marks. */
    @Override
    public boolean endsAreMarked() {
        return marked;
    }

    @Override
    public String remedy() {
        return "text that belongs to a record must follow its PT line";
    }

    @Override
    public BibRecord.Builder map(Fields fields, Consumer<String> mends) {
        return new CiwMapping(fields).map();
    }
}
