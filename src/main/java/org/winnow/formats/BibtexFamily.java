package org.winnow.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.winnow.formats.bibtex.BibReader;
import org.winnow.formats.bibtex.BibWriter;
import org.winnow.model.ScreenedRecord;

/** BibTeX and BibLaTeX. */
final class BibtexFamily implements Family {
    /** An entry, abbreviation or comment that begins a line, not too far into the file. */
    private static final Pattern ENTRY =
            Pattern.compile("(?m)^[\\uFEFF\\s&&[^\\r\\n]]*+@\\s*+[A-Za-z][A-Za-z_-]*+\\s*+[{(]\\s*+"
                    + "([^\\s={}\",]*+\\s*+(,|=|\\})|$|[^\\n]*:)");

    @Override
    public Set<Format> reads() {
        return Set.of(Format.BIBTEX);
    }

    @Override
    public Set<Format> writes() {
        return Set.of(Format.BIBTEX);
    }

    @Override
    public Optional<Format> recognise(Head head) throws IOException {
        String text = head.text();
        boolean markup = text.stripLeading().startsWith("<");
        return !markup && ENTRY.matcher(text).find() ? Optional.of(Format.BIBTEX) : Optional.empty();
    }

    @Override
    public Finding open(Format format, Head head) throws IOException {
        return new Finding(format, database(head.text().toLowerCase(Locale.ROOT)), (contents, intake) -> new BibReader(
                        contents.lines(), intake)
                .read());
    }

    private static String database(String low) {
        if (low.contains("abbrev_source_title")
                || low.contains("source={scopus}")
                || low.contains("source = {scopus}")) {
            return "Scopus";
        }
        int entries = low.split("(?m)^[ \\t]*+@(?!comment|string|preamble)").length - 1;
        int numbered = low.split("unique-id\\s*=\\s*\\{+(wos|isi):").length - 1;
        if (numbered > 0 && numbered * 10 >= entries * 8) {
            return "Web of Science";
        }
        return low.contains("dblp computer science bibliography") ? "DBLP" : "";
    }

    @Override
    public long write(Format format, Stream<ScreenedRecord> records, OutputStream out) throws IOException {
        return new BibWriter(out).write(records);
    }
}
